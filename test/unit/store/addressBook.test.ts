import { expect, test } from 'vitest'
import { addressRevisions, applyRoster, countToRematch, credentialsToRematch, type Database, readRevision, saveRematched } from '../../../electron/store'
import type { Person } from '../../../shared/model/department'
import { assignPerson } from '../../fixtures/assignPerson'
import { act, badge, emptyPlan, good, importItems, openScratch, person } from './stand'

const apply = (db: Database, people: { readonly add?: readonly Person[]; readonly change?: readonly Person[] }) =>
  good(applyRoster(db, { plan: { ...emptyPlan, people: { add: people.add ?? [], change: people.change ?? [] } }, on: '2026-04-01', ...act }))

const toSeek = (db: Database, which?: 'not-put-off') =>
  credentialsToRematch(db, { revision: readRevision(db), after: 0, limit: 10, ...(which && { which }) }).map(({ credentialId }) => credentialId)

test('each address has the revision in which it was added, and an address that stays keeps its revision', () => {
  const db = openScratch()
  apply(db, { add: [person('1', { emails: ['one@city.example'] }), person('2', { emails: ['two@city.example'] })] })
  expect(readRevision(db)).toBe(1)
  apply(db, { change: [person('1', { name: '改姓', emails: ['new@city.example', 'one@city.example'] })] })
  apply(db, {})
  expect(readRevision(db)).toBe(2)
  expect([...addressRevisions(db)]).toEqual([
    ['1', [2, 1]],
    ['2', [1]],
  ])
})

test('an unmatched credential is rematched only when the address book has changed, page by page', () => {
  const db = openScratch()
  apply(db, { add: [person('1', { emails: ['one@city.example'] })] })
  importItems(db, 'one', [badge({ id: 'urn:1' }), badge({ id: 'urn:2', grade: 'rejected' }), badge({ id: 'urn:3', staffNumber: '1' })])
  expect(toSeek(db)).toEqual([1, 2])
  good(saveRematched(db, { revision: 1, upTo: 1 }))
  expect([toSeek(db), countToRematch(db, 1)]).toEqual([[2], 1])
  good(saveRematched(db, { revision: 1, upTo: 2 }))
  expect([toSeek(db), countToRematch(db, 1)]).toEqual([[], 0])
  apply(db, { add: [person('2', { emails: ['two@city.example'] })] })
  expect(toSeek(db)).toEqual([1, 2])
  expect(credentialsToRematch(db, { revision: 2, after: 1, limit: 1 }).map(({ credentialId }) => credentialId)).toEqual([2])
})

test('a learned link increases the revision; a decision without a link does not', () => {
  const db = openScratch()
  apply(db, { add: [person('1')] })
  importItems(db, 'one', [badge({ id: 'urn:1' })])
  const decide = (learn: boolean) =>
    assignPerson(db, { credentialId: 1, staffNumber: '1', identity: { kind: 'email', email: 'private@home.example' }, learn, ...act })
  decide(false)
  expect(readRevision(db)).toBe(1)
  decide(true)
  expect(readRevision(db)).toBe(2)
})

test('an unmatched credential is read with its conflict', () => {
  const db = openScratch()
  importItems(db, 'one', [badge({ id: 'urn:1', axes: { recipient: 'conflict' } }), badge({ id: 'urn:2' })])
  expect(credentialsToRematch(db, { revision: 1, after: 0, limit: 10 }).map(({ inConflict }) => inConflict)).toEqual([true, false])
})

test('credentials whose search was put off are separate from those that wait for a new address', () => {
  const db = openScratch()
  apply(db, { add: [person('1', { emails: ['one@city.example'] })] })
  importItems(db, 'one', [badge({ id: 'urn:1' }), badge({ id: 'urn:2' })])
  good(saveRematched(db, { revision: 1, upTo: 1 }))
  apply(db, { add: [person('2', { emails: ['two@city.example'] })] })
  expect([toSeek(db), toSeek(db, 'not-put-off'), countToRematch(db, 2), countToRematch(db, 2, 'not-put-off')]).toEqual([[1, 2], [1], 2, 1])
  good(saveRematched(db, { revision: 2, upTo: 2, which: 'not-put-off' }))
  expect([toSeek(db), toSeek(db, 'not-put-off')]).toEqual([[2], []])
})
