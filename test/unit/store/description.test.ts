import { describe, expect, test } from 'vitest'
import { achievementsWithoutMapping, type Database, readSkills, saveVerification, undoImport } from '../../../electron/store'
import { act, type BadgeWords, badge, good, importItems, openScratch, verdict } from './stand'

const uri = 'https://toho.example/achievements/1'
const toho = 'did:web:toho.example'

const words = (more: BadgeWords): BadgeWords => ({ issuer: toho, achievement: uri, achievementName: '統計 基礎', tags: ['データ活用'], ...more })

function city(...imports: readonly (readonly BadgeWords[])[]): Database {
  const db = openScratch()
  for (const [index, badges] of imports.entries())
    importItems(
      db,
      `import ${index}`,
      badges.map((more) => badge(words(more))),
    )
  return db
}

const named = (db: Database) => readSkills(db).unmapped.map(({ issuerId, achievementName }) => [issuerId, achievementName])
const described = (db: Database) => achievementsWithoutMapping(db).map(({ issuerId, name, tags }) => [issuerId, name, tags])

const forged = { id: 'urn:forged', achievementName: '医師免許', tags: ['医療'], from: '2099-01-01', grade: 'unproven' } as const

describe('an achievement', () => {
  test('has its name and tags from counting badges alone: an unproven one of the same issuer is only shown as a claim', () => {
    const db = city([{ id: 'urn:1' }], [forged])
    expect(described(db)).toEqual([[toho, '統計 基礎', ['データ活用']]])
    expect(readSkills(db).unmapped).toMatchObject([
      {
        achievementName: '統計 基礎',
        badges: 2,
        claims: [{ achievementName: '医師免許', issuerId: toho, grade: 'unproven', claimedIssuerName: '中央大学を名乗る者' }],
      },
    ])
  })

  test.each([{ grade: 'unregistered' }, { grade: 'unproven' }, { axes: { status: 'revoked' } }, { countable: false }] as const)(
    'that no badge describes but one of %j has no name and gets no proposal',
    (more) => {
      const db = city([{ ...forged, grade: 'verified', ...more }])
      expect(described(db)).toEqual([])
      expect(readSkills(db).unmapped.map(({ achievementName }) => achievementName)).toEqual('countable' in more ? [] : [null])
    },
  )

  test('of another issuer with the same id is another achievement with its own name', () => {
    const db = city([{ id: 'urn:1' }, { id: 'urn:2', issuer: 'did:key:z6MkOther', achievementName: '別の講座', from: '2099-01-01' }])
    expect(named(db)).toEqual([
      ['did:key:z6MkOther', '別の講座'],
      [toho, '統計 基礎'],
    ])
  })

  test('is named by the newest of its counting badges, then by id, whatever their order of import', () => {
    const older = { id: 'urn:z', achievementName: '古い名', from: '2024-04-01' }
    const newer = { id: 'urn:a', achievementName: '新しい名', from: '2025-04-01' }
    const same = { id: 'urn:b', achievementName: '同じ日の名', from: '2025-04-01' }
    for (const order of [
      [older, newer, same],
      [same, older, newer],
      [newer, same, older],
    ])
      expect(named(city(...order.map((one) => [one])))).toEqual([[toho, '同じ日の名']])
  })

  test('is named by an older badge again once the newest is undone or no longer counts', () => {
    const db = city([{ id: 'urn:1', achievementName: '古い名', from: '2024-04-01' }], [{ id: 'urn:2', achievementName: '新しい名', from: '2025-04-01' }])
    good(saveVerification(db, { verifications: [{ credentialId: 2, verdict: verdict('unregistered') }], ...act }))
    expect(named(db)).toEqual([[toho, '古い名']])
    good(saveVerification(db, { verifications: [{ credentialId: 2, verdict: verdict('verified') }], ...act }))
    expect(named(db)).toEqual([[toho, '新しい名']])
    good(undoImport(db, { importId: 'import 1', ...act }))
    expect(named(db)).toEqual([[toho, '古い名']])
  })

  test('shows at most five claims, each name and issuer once', () => {
    const db = city([{ id: 'urn:1' }, ...Array.from({ length: 60 }, (_, index) => ({ ...forged, id: `urn:f${index}`, achievementName: `偽名 ${index % 12}` }))])
    const [row] = readSkills(db).unmapped
    expect(row!.claims).toHaveLength(5)
    expect(new Set(row!.claims.map(({ achievementName }) => achievementName)).size).toBe(5)
  })
})

test('the newest counting badge is found by its index, without sorting the badges of an achievement', () => {
  const db = openScratch()
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT document FROM credential WHERE achievement_id = 1 AND counting = 1
       ORDER BY valid_from_milliseconds DESC, substr(credential_key, -12) DESC, credential_key DESC, document DESC LIMIT 1`,
    )
    .all() as { detail: string }[]
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH credential USING INDEX credential_of_achievement (achievement_id=? AND counting=?)',
    'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY',
  ])
})
