import { expect, test } from 'vitest'
import { addPending, countPending, dismissPending, readPending, saveVerification } from '../../../electron/store'
import { act, badge, good, importItems, openScratch, verdict } from './stand'

const three = () => {
  const db = openScratch()
  importItems(db, 'i1', [badge({ id: 'urn:uuid:a' }), badge({ id: 'urn:uuid:b' }), badge({ id: 'urn:uuid:c' })])
  return db
}
const idsOf = (db: ReturnType<typeof three>, upTo = 99) => readPending(db, { upTo }).map(({ credentialId }) => credentialId)
const remember = (db: ReturnType<typeof three>, credentialIds: readonly number[], above = 0) =>
  good(addPending(db, { credentialIds, why: 'register', importId: null, above }))

test('requested credentials are pending with their reason, each once by the latest', () => {
  const db = three()
  expect(remember(db, [1, 2])).toBe(1)
  expect(good(addPending(db, { credentialIds: [2, 3], why: 'documents', importId: 'i1', above: 0 }))).toBe(2)
  expect(readPending(db, { upTo: 2 })).toEqual([
    { credentialId: 2, why: 'documents', importId: 'i1' },
    { credentialId: 3, why: 'documents', importId: 'i1' },
    { credentialId: 1, why: 'register', importId: null },
  ])
  expect(readPending(db, { upTo: 1 }).map(({ credentialId, why }) => [credentialId, why])).toEqual([
    [1, 'register'],
    [2, 'register'],
  ])
  expect(countPending(db)).toBe(3)
})

test('request numbers increase, also while a request that is no longer pending is worked on', () => {
  const db = three()
  expect(remember(db, [1], 6)).toBe(7)
  expect(remember(db, [1])).toBe(8)
  good(dismissPending(db, { credentialIds: [1], upTo: 8 }))
  expect(remember(db, [1], 8)).toBe(9)
})

test('a verdict ends what is pending up to its request, and not later requests', () => {
  const db = three()
  const asked = remember(db, [1, 2])
  remember(db, [1])
  good(saveVerification(db, { verifications: [1, 2].map((credentialId) => ({ credentialId, verdict: verdict('verified') })), asked, ...act }))
  expect(idsOf(db)).toEqual([1])
  good(saveVerification(db, { verifications: [{ credentialId: 1, verdict: verdict('verified') }], asked: asked + 1, ...act }))
  expect(idsOf(db)).toEqual([])
})

test('a credential is dismissed for one request alone', () => {
  const db = three()
  const first = remember(db, [1, 2])
  const second = remember(db, [1, 2, 3])
  good(dismissPending(db, { credentialIds: [1, 3], from: second, upTo: second }))
  expect(idsOf(db)).toEqual([1, 2])
  expect(idsOf(db, first)).toEqual([1, 2])
})

test('a removed credential is no longer pending', () => {
  const db = three()
  remember(db, [1, 2])
  db.exec('DELETE FROM credential WHERE id = 1')
  expect(idsOf(db)).toEqual([2])
})
