import { expect, test } from 'vitest'
import { readMappings } from '../../../../electron/roster/skills/readMappings'

test('a table of mappings is read, with or without a header', () => {
  const rows = [['https://a.example/1', '行政DX/データ活用', '2'], [''], ['https://a.example/2', ' 法務 ／ 契約 ', 'Ｌｖ３']]
  const mappings = [
    { achievementId: 'https://a.example/1', issuerId: null, skill: '行政DX/データ活用', level: 2 },
    { achievementId: 'https://a.example/2', issuerId: null, skill: '法務/契約', level: 3 },
  ]
  expect(readMappings(rows)).toEqual({ ok: true, value: mappings })
  expect(readMappings([['achievementId', 'skill', 'level'], ...rows])).toEqual({ ok: true, value: mappings })
})

test('a line without a skill or with another level is named', () => {
  expect(
    readMappings([
      ['a', 'b', '1'],
      ['a', '', '1'],
    ]),
  ).toEqual({ ok: false, problem: { code: 'skills.shape', detail: '2' } })
  expect(readMappings([['a', 'b', '5']])).toEqual({ ok: false, problem: { code: 'skills.level', detail: '1: 5' } })
  expect(readMappings([['a', 'b']])).toEqual({ ok: false, problem: { code: 'skills.shape', detail: '1' } })
})

test('the last line for an achievement and a skill holds', () => {
  expect(
    readMappings([
      ['a', 'b', '1'],
      ['a', 'b', '4'],
      ['a', 'c', '2'],
    ]),
  ).toEqual({
    ok: true,
    value: [
      { achievementId: 'a', issuerId: null, skill: 'b', level: 4 },
      { achievementId: 'a', issuerId: null, skill: 'c', level: 2 },
    ],
  })
})

test('a fourth column names the issuer, and the same achievement and skill may stand for several issuers', () => {
  expect(
    readMappings([
      ['achievementId', 'skill', 'level', 'issuerId'],
      ['a', 'b', '1', ' did:web:a.example '],
      ['a', 'b', '4', 'did:key:z6MkB'],
      ['a', 'b', '2', ''],
    ]),
  ).toEqual({
    ok: true,
    value: [
      { achievementId: 'a', issuerId: 'did:web:a.example', skill: 'b', level: 1 },
      { achievementId: 'a', issuerId: 'did:key:z6MkB', skill: 'b', level: 4 },
      { achievementId: 'a', issuerId: null, skill: 'b', level: 2 },
    ],
  })
})
