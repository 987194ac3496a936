import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { rematch } from '../../../electron/engine/jobs/rematch/rematch'
import { searchUnmatched } from '../../../electron/engine/jobs/rematch/searchUnmatched'
import { closeEngine } from '../../../electron/engine/open'
import { applyRoster, countToRematch, readRevision } from '../../../electron/store'
import type { Events } from '../../../shared/contract'
import type { Person } from '../../../shared/model/department'
import { success } from '../../../shared/model/problem'
import { ensureBuild } from '../../run/freshBuild.ts'
import { act, emptyPlan, person } from '../store/words'
import { good, importWhole, openScratchEngine, scratch } from './stand'

beforeAll(() => ensureBuild())

const addPeople = (engine: Engine, ...people: readonly Person[]) =>
  good(applyRoster(engine.db, { plan: { ...emptyPlan, people: { add: people, change: [] } }, on: '2026-04-01', ...act }))

/** A hosted badge to this address, hashed. */
function badgeFor(address: string, salt: string) {
  const identity = `sha256$${createHash('sha256')
    .update(address + salt)
    .digest('hex')}`
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://badges.example/assertions/${address}`,
    recipient: { type: 'email', hashed: true, salt, identity },
    badge: 'https://badges.example/classes/1',
    verification: { type: 'hosted' },
    issuedOn: '2026-04-01T00:00:00Z',
  }
}

/** A bundle of hosted badges to these addresses, each hashed with a salt of its own. */
function bundleFor(...addresses: readonly string[]): string {
  const folder = join(scratch())
  for (const [number, address] of addresses.entries()) writeFileSync(join(folder, `${number}.json`), JSON.stringify(badgeFor(address, `salt${number}`)))
  return folder
}

test('unmatched credentials are searched again when a person is added, and at no other time', async () => {
  const engine = openScratchEngine()
  addPeople(engine, person('1', { emails: ['one@city.example'] }))
  const { outcomes } = await importWhole(engine, bundleFor('one@city.example', 'two@city.example', 'nobody@city.example'))
  expect(outcomes).toMatchObject({ new: 1, unmatched: 2 })
  expect(countToRematch(engine.db, readRevision(engine.db))).toBe(0)
  expect(good(await searchUnmatched(engine))).toMatchObject({ found: 0, rematched: { upTo: 0 } })
  addPeople(engine, person('2', { emails: ['Two@city.example'] }))
  expect(countToRematch(engine.db, readRevision(engine.db))).toBe(2)
  good(await rematch(engine))
  const owners = () => engine.db.prepare('SELECT staff_number FROM credential LEFT JOIN person ON person.id = person_id ORDER BY credential.id').pluck().all()
  expect(owners()).toEqual(['1', '2', null])
  expect(countToRematch(engine.db, readRevision(engine.db))).toBe(0)
  await closeEngine(engine)
})

test('a conflict arises when people who share an address are added, and ends when one of them changes', async () => {
  const engine = openScratchEngine()
  const [one, two] = [person('1', { emails: ['shared@city.example'] }), person('2', { emails: ['shared@city.example'] })]
  await importWhole(engine, bundleFor('shared@city.example'))
  addPeople(engine, one, two)
  good(await rematch(engine))
  const state = () =>
    engine.db.prepare('SELECT recipient, person_id FROM credential JOIN verification ON credential_id = credential.id WHERE is_current = 1').get()
  expect(state()).toEqual({ recipient: 'conflict', person_id: null })
  const change = (changed: Person) => good(applyRoster(engine.db, { plan: { ...emptyPlan, people: { add: [], change: [changed] } }, on: '2026-04-01', ...act }))
  // The address is not new: it is found all the same.
  change({ ...two, name: '改姓' })
  good(await rematch(engine))
  expect(state()).toEqual({ recipient: 'conflict', person_id: null })
  change({ ...two, emails: ['own@city.example'] })
  good(await rematch(engine))
  expect(state()).toMatchObject({ recipient: 'unmatched', person_id: 1 })
  await closeEngine(engine)
})

test('a stopped rematch keeps its matches and is continued', async () => {
  const engine = openScratchEngine()
  await importWhole(engine, bundleFor('one@city.example', 'two@city.example'))
  addPeople(engine, person('1', { emails: ['one@city.example', 'two@city.example'] }))
  good(await rematch(engine, AbortSignal.abort()))
  expect(countToRematch(engine.db, readRevision(engine.db))).toBe(2)
  good(await rematch(engine))
  expect(engine.db.prepare('SELECT COUNT(*) FROM credential WHERE person_id IS NOT NULL').pluck().get()).toBe(2)
  await closeEngine(engine)
})

test('a rematch can be stopped, reports how many are left, and is continued', async () => {
  const engine = openScratchEngine()
  await importWhole(engine, bundleFor(...Array.from({ length: 450 }, (_, number) => `p${number}@city.example`)))
  const notified: Events['verify.progress'][] = []
  let stopped: unknown = null
  const tell = (name: string, payload: Events['verify.progress']) => {
    if (name !== 'verify.progress') return
    notified.push(payload)
    if (payload.what === 'people' && payload.done > 0) stopped ??= handlers['verification.stop']({}, engine)
  }
  Object.assign(engine, { tell })
  addPeople(engine, person('1', { emails: ['p0@city.example', 'p449@city.example'] }))
  const state = () => handlers['verification.state']({}, engine)
  expect(state()).toEqual(success({ outstanding: 0, unsought: 450, running: null }))
  good(await rematch(engine))
  await stopped
  expect(notified).toEqual([{ what: 'people', done: 200, total: 450 }])
  expect(state()).toEqual(success({ outstanding: 0, unsought: 250, running: null }))
  Object.assign(engine, { tell: () => {} })
  expect(await handlers['verification.goOn']({}, engine)).toMatchObject({ value: { verifiedAgain: 0, people: { looked: 250 } } })
  expect(state()).toEqual(success({ outstanding: 0, unsought: 0, running: null }))
  expect(engine.db.prepare('SELECT COUNT(*) FROM credential WHERE person_id IS NOT NULL').pluck().get()).toBe(2)
  await closeEngine(engine)
})
