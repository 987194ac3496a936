import { describe, expect, test } from 'vitest'
import { assignPeople, credentialsToRematch, type Database, learnedLinks, readBadge, readHoldings } from '../../../electron/store'
import type { RecipientIdentity } from '../../../shared/model/credential'
import { assignPerson } from '../../fixtures/assignPerson'
import { act, badge, good, importItems, openScratch, person, settle } from './stand'

function city() {
  const db = openScratch()
  settle(db, { people: [person('00123', { emails: ['a@city.example.jp', 'b@city.example.jp'], dids: ['did:key:z6MkP'] })], posts: [], divisions: [] })
  importItems(db, 'one', [badge({ id: 'urn:1', email: 'private@example.com' }), badge({ id: 'urn:2', grade: 'rejected' })])
  return db
}

const identity: RecipientIdentity = { kind: 'email', email: 'private@example.com' }

/** All unmatched credentials, whenever they were rematched. */
const unmatched = (db: Database) => credentialsToRematch(db, { revision: Number.MAX_SAFE_INTEGER, after: 0, limit: 100 })

describe('learned links', () => {
  test.each<RecipientIdentity>([
    identity,
    { kind: 'did', did: 'did:key:z6MkQ' },
    { kind: 'hash', algorithm: 'sha256', hash: 'ab'.repeat(32), salt: null, type: 'email' },
    { kind: 'hash', algorithm: 'md5', hash: 'ab'.repeat(16), salt: 'deadsea', type: 'email' },
    { kind: 'other', type: 'sourcedId', value: '123' },
  ])('a link somebody decided is learned as it was: %j', (learned) => {
    const db = city()
    assignPerson(db, { credentialId: 1, staffNumber: '00123', identity: learned, learn: true, ...act })
    expect(learnedLinks(db)).toEqual([{ staffNumber: '00123', identity: learned }])
  })

  test('nothing is learned unless a person decided it', () => {
    const db = city()
    assignPerson(db, { credentialId: 1, staffNumber: '00123', identity, ...act })
    expect(learnedLinks(db)).toEqual([])
  })
})

describe('unmatched credentials', () => {
  test('include rejected ones, and leave the list once they are matched', () => {
    const db = city()
    expect(unmatched(db).map(({ credentialId, recipients }) => [credentialId, recipients])).toEqual([
      [1, [identity]],
      [2, [{ kind: 'email', email: 'sato@city.example.jp' }]],
    ])
    assignPerson(db, { credentialId: 1, staffNumber: '00123', identity, at: '2026-12-01T00:00:00.000Z', actor: 'local' })
    expect(unmatched(db)).toHaveLength(1)
    const read = good(readBadge(db, { credentialId: 1 }))
    expect([read.staffNumber, read.axes.recipient, read.history.at(-1)]).toEqual([
      '00123',
      'matched',
      { at: '2026-12-01T00:00:00.000Z', grade: 'verified', what: 'matched', why: null },
    ])
    assignPerson(db, { credentialId: 1, staffNumber: null, ...act })
    expect(unmatched(db)).toHaveLength(2)
  })

  test('are matched many at once after a roster, without a learned link', () => {
    const db = city()
    const matches = unmatched(db).map(({ credentialId }) => ({ credentialId, staffNumber: '00123', identity }))
    good(assignPeople(db, { matches, ...act }))
    expect([unmatched(db), readHoldings(db).unmatched, learnedLinks(db)]).toEqual([[], 0, []])
  })
})
