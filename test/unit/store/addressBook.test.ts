import { expect, test } from 'vitest'
import { applyRoster, assignPerson, countToSeek, credentialsToSeek, type Database, emailsSince, readEdition, saveSought } from '../../../electron/store'
import type { Person } from '../../../shared/model/department'
import { act, badge, emptyPlan, good, importItems, openScratch, person } from './stand'

const apply = (db: Database, people: { readonly add?: readonly Person[]; readonly change?: readonly Person[] }) =>
  good(applyRoster(db, { plan: { ...emptyPlan, people: { add: people.add ?? [], change: people.change ?? [] } }, on: '2026-04-01', ...act }))

const toSeek = (db: Database) =>
  credentialsToSeek(db, { edition: readEdition(db), after: 0, limit: 10 }).map(({ credentialId, sought }) => [credentialId, sought])

test('each address knows in which edition it came, and an address that stays keeps its own', () => {
  const db = openScratch()
  apply(db, { add: [person('1', { emails: ['one@city.example'] }), person('2', { emails: ['two@city.example'] })] })
  expect(readEdition(db)).toBe(1)
  apply(db, { change: [person('1', { name: '改姓', emails: ['new@city.example', 'one@city.example'] })] })
  apply(db, {})
  expect(readEdition(db)).toBe(2)
  expect([...emailsSince(db, 0)]).toEqual([
    ['1', ['new@city.example', 'one@city.example']],
    ['2', ['two@city.example']],
  ])
  expect([...emailsSince(db, 1)]).toEqual([['1', ['new@city.example']]])
  expect([...emailsSince(db, 2)]).toEqual([])
})

test('a credential of nobody is looked for again only when the address book has changed, page by page', () => {
  const db = openScratch()
  apply(db, { add: [person('1', { emails: ['one@city.example'] })] })
  importItems(db, 'one', [badge({ id: 'urn:1' }), badge({ id: 'urn:2', grade: 'rejected' }), badge({ id: 'urn:3', staffNumber: '1' })])
  expect(toSeek(db)).toEqual([
    [1, null],
    [2, null],
  ])
  good(saveSought(db, { edition: 1, upTo: 1 }))
  expect([toSeek(db), countToSeek(db, 1)]).toEqual([[[2, null]], 1])
  good(saveSought(db, { edition: 1, upTo: 2 }))
  expect([toSeek(db), countToSeek(db, 1)]).toEqual([[], 0])
  apply(db, { add: [person('2', { emails: ['two@city.example'] })] })
  expect(toSeek(db)).toEqual([
    [1, 1],
    [2, 1],
  ])
  expect(credentialsToSeek(db, { edition: 2, after: 1, limit: 1 }).map(({ credentialId }) => credentialId)).toEqual([2])
})

test('a link that is learned begins a new edition; a decision that teaches nothing does not', () => {
  const db = openScratch()
  apply(db, { add: [person('1')] })
  importItems(db, 'one', [badge({ id: 'urn:1' })])
  const decide = (learn: boolean) =>
    good(assignPerson(db, { credentialId: 1, staffNumber: '1', identity: { kind: 'email', email: 'private@home.example' }, learn, ...act }))
  decide(false)
  expect(readEdition(db)).toBe(1)
  decide(true)
  expect(readEdition(db)).toBe(2)
})

test('a conflict is told with the credential', () => {
  const db = openScratch()
  importItems(db, 'one', [badge({ id: 'urn:1', axes: { recipient: 'conflict' } }), badge({ id: 'urn:2' })])
  expect(credentialsToSeek(db, { edition: 1, after: 0, limit: 10 }).map(({ inConflict }) => inConflict)).toEqual([true, false])
})
