import { describe, expect, it } from 'vitest'
import { saveCompleted } from '../../../electron/store/credential/completed'
import { badge, importItems, openScratch } from './stand'

const at = '2026-11-21T00:00:00.000Z'

describe('a credential whose named documents are stored later', () => {
  it('is shown and counted from then on: name, issuer, achievement and days', () => {
    const db = openScratch()
    const item = badge({ achievement: null, from: null })
    const [saved] = importItems(db, 'i1', [item])
    const found = badge({
      achievement: 'https://example.ac.jp/found',
      from: '2025-04-01',
      until: '2026-03-31',
      issuer: 'https://example.ac.jp/issuer',
    }).credential
    expect(saveCompleted(db, saved!.credentialId!, { credential: found, key: item.key }, at)).toBe(true)
    expect(
      db
        .prepare(
          `SELECT uri, achievement_name, issuer_id, held_from, held_until, json_extract(document, '$.achievement.id') AS written
           FROM credential JOIN achievement ON achievement.id = achievement_id`,
        )
        .get(),
    ).toEqual({
      uri: 'https://example.ac.jp/found',
      achievement_name: '修了 https://example.ac.jp/found',
      issuer_id: 'https://example.ac.jp/issuer',
      held_from: '2025-04-01',
      held_until: '2026-03-31',
      written: 'https://example.ac.jp/found',
    })
    expect(saveCompleted(db, saved!.credentialId!, { credential: item.credential, key: item.key }, at)).toBe(true)
    expect(db.prepare('SELECT achievement_id, achievement_name, held_from FROM credential').get()).toEqual({
      achievement_id: null,
      achievement_name: null,
      held_from: '0001-01-01',
    })
  })
  it('is not written where nothing is new', () => {
    const db = openScratch()
    const item = badge()
    const [saved] = importItems(db, 'i1', [item])
    expect(saveCompleted(db, saved!.credentialId!, { credential: item.credential, key: item.key }, at)).toBe(false)
    expect(saveCompleted(db, 999, { credential: item.credential, key: item.key }, at)).toBe(false)
  })
  it('becomes a version of the badge whose issuer is known now, and is separate again without it', () => {
    const db = openScratch()
    const [older, newer] = [badge({ id: 'a', from: '2025-04-01' }), badge({ id: 'a', from: '2026-04-01', issuer: '' })]
    const [first, second] = importItems(db, 'i1', [older, newer]).map(({ credentialId }) => credentialId!)
    const followed = () => db.prepare('SELECT followed_from FROM credential ORDER BY id').pluck().all()
    expect(followed()).toEqual([null, null])
    saveCompleted(db, second!, { credential: newer.credential, key: older.key }, at)
    expect(followed()).toEqual(['2026-04-01', null])
    saveCompleted(db, second!, { credential: newer.credential, key: newer.key }, at)
    expect(followed()).toEqual([null, null])
    saveCompleted(db, first!, { credential: older.credential, key: newer.key }, at)
    saveCompleted(db, first!, { credential: older.credential, key: null }, at)
    expect(followed()).toEqual([null, null])
  })
})
