import { expect, test } from 'vitest'
import { dependentCredentialIds, readDependencies } from '../../../electron/store'
import { badge, importItems, openScratch } from './stand'

test('equal dependencies are stored once, and find all their badges', () => {
  const db = openScratch()
  const hosted = { ...badge({ id: 'urn:3', issuer: 'https://badges.example' }), hostedUrl: 'https://badges.example/assertions/3' }
  importItems(db, 'one', [badge({ id: 'urn:1' }), badge({ id: 'urn:2' }), hosted])
  importItems(db, 'two', [badge({ id: 'urn:4', issuer: 'https://badges.example' })])
  const [first, second, ...more] = readDependencies(db)
  expect([JSON.parse(first!.addresses).issuerId, JSON.parse(second!.addresses).issuerId, more]).toEqual(['did:key:z6Mk1', 'https://badges.example', []])
  const found = (dependenciesIds: readonly number[], hostedUrls: readonly string[], notFrom?: string) =>
    dependentCredentialIds(db, { dependenciesIds, hostedUrls, ...(notFrom === undefined ? {} : { notFrom }) })
  expect(found([first!.id], [])).toEqual([1, 2])
  expect(found([second!.id], [])).toEqual([3, 4])
  expect(found([second!.id], [], 'two')).toEqual([3])
  expect(found([], ['https://badges.example/assertions/3', 'https://badges.example/assertions/4'])).toEqual([3])
  expect(found([], [])).toEqual([])
})

test('a badge without stored dependencies is always found', () => {
  const db = openScratch()
  importItems(db, 'one', [badge({ id: 'urn:1' }), badge({ id: 'urn:2' })])
  db.exec('UPDATE credential SET hangs_on = NULL WHERE id = 2')
  expect(dependentCredentialIds(db, { dependenciesIds: [], hostedUrls: [] })).toEqual([2])
})
