import { expect, test } from 'vitest'
import { achievementsWithoutMapping, importMappings, readMappings, readSkills } from '../../../electron/store'
import { contract } from '../../../shared/contract'
import { act, badge, good, importItems, openScratch } from './stand'

function city() {
  const db = openScratch()
  importItems(db, 'one', [
    badge({ id: 'urn:1', achievement: 'urn:law' }),
    badge({ id: 'urn:2', achievement: 'urn:gis' }),
    badge({ id: 'urn:3', achievement: 'urn:gis' }),
    badge({ id: 'urn:4', achievement: 'urn:forged', grade: 'rejected' }),
  ])
  return db
}

const issued = (uri: string) => ({ achievementId: uri, issuerId: 'did:key:z6Mk1', issuerName: null, achievementName: `修了 ${uri}`, claims: [] })

test('mappings are stored in the order of their skills; an achievement may be mapped to several', () => {
  const db = city()
  const mappings = [
    { achievementId: 'urn:gis', skill: '行政DX/GIS', level: 2 },
    { achievementId: 'urn:gis', skill: '防災', level: 1 },
    { achievementId: 'urn:never-seen', skill: '行政DX/GIS', level: 4 },
  ] as const
  good(importMappings(db, { mappings, ...act }))
  const bound = { issuerId: 'did:key:z6Mk1' }
  expect(readMappings(db)).toEqual([
    { ...mappings[0], ...bound },
    { ...mappings[2], issuerId: null },
    { ...mappings[1], ...bound },
  ])
  const read = readSkills(db)
  expect(contract['skills.read'].output.parse(read)).toEqual(read)
  expect(read).toEqual({
    skills: [
      { path: '行政DX/GIS', achievements: 2 },
      { path: '防災', achievements: 1 },
    ],
    mappings: [
      { ...issued('urn:gis'), skill: '行政DX/GIS', level: 2, badges: 2, bound: 'earliest' },
      { ...issued('urn:gis'), skill: '防災', level: 1, badges: 2, bound: 'earliest' },
      { ...issued('urn:never-seen'), issuerId: null, achievementName: null, skill: '行政DX/GIS', level: 4, badges: 0, bound: null },
    ],
    otherIssuers: [],
    unmapped: [{ ...issued('urn:law'), badges: 1 }],
  })
})

test('the same achievement and skill gets the new level; blanks around a path are ignored', () => {
  const db = city()
  good(importMappings(db, { mappings: [{ achievementId: 'urn:law', skill: ' 法務 / 契約 /', level: 1 }], ...act }))
  good(importMappings(db, { mappings: [{ achievementId: 'urn:law', skill: '法務/契約', level: 3 }], ...act }))
  expect(readMappings(db)).toEqual([{ achievementId: 'urn:law', issuerId: 'did:key:z6Mk1', skill: '法務/契約', level: 3 }])
})

test('achievements without a mapping are read with all a proposal needs, without rejected badges', () => {
  expect(achievementsWithoutMapping(city()).map(({ id, badges, tags }) => [id, badges, tags])).toEqual([
    ['urn:gis', 2, ['DX']],
    ['urn:law', 1, ['DX']],
  ])
})
