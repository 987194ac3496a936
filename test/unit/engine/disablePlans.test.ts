import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { reverify } from '../../../electron/engine/jobs/reverify/reverify'
import { closeEngine } from '../../../electron/engine/open'
import { inspectPaths } from '../../../electron/intake'
import { countPending, emptyEverything, readAudit, readHoldings } from '../../../electron/store'
import { allowPlans, type Difference, takeDifferences } from '../../../electron/verifier'
import { mayPlan, noteDifference } from '../../../electron/verifier/jsonld/shadow'
import { ensureBuild } from '../../run/freshBuild.ts'
import { builtWorker, type City, good, importWhole, openScratchEngine, scratch, settleCity, writeCity } from './stand'

/* A mismatch between a canonicalization plan and its cross-check disables plans. */

const difference: Difference = { kind: 'canonical-form', contexts: ['https://www.w3.org/ns/credentials/v2'], planned: 'a'.repeat(64), stock: 'b'.repeat(64) }

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})
beforeEach(() => {
  allowPlans(true)
  takeDifferences()
})
afterEach(() => allowPlans(true))

const logged = ({ db }: Engine) =>
  readAudit(db, { offset: 0, limit: 1000 })
    .filter(({ action }) => action === 'verifier.difference')
    .map(({ detail }) => detail)

const shownSince = async (engine: Engine) => good(await handlers['application.read']({}, engine)).differenceAt

/** A worker that does its work and reports a mismatch each time. */
function doubtingWorker(): string {
  const path = join(scratch(), 'doubting.cjs')
  writeFileSync(
    path,
    `const { parentPort } = require('node:worker_threads')
    const send = parentPort.postMessage.bind(parentPort)
    parentPort.postMessage = (message, moved) => send({ ...message, differences: [${JSON.stringify(difference)}] }, moved)
    require(${JSON.stringify(builtWorker)})`,
  )
  return path
}

describe('a mismatch found while stored badges are reverified', () => {
  it('disables plans for good, is in the audit log, is shown, and leaves all badges pending', async () => {
    const folder = scratch()
    const engine = openScratchEngine(folder)
    await settleCity(engine, city)
    await importWhole(engine, city.path('badges.zip'))
    expect([await shownSince(engine), countPending(engine.db), mayPlan()]).toEqual([null, 0, true])
    noteDifference(difference)
    const again = good(await reverify(engine, { why: 'register' }))
    expect(logged(engine)).toEqual([difference])
    expect(again.outstanding).toBe(readHoldings(engine.db).credentials)
    const since = await shownSince(engine)
    expect(since).toBe('2026-11-20T03:00:00.000Z')
    // The next reverification has no mismatch: it uses no plans.
    expect(good(await reverify(engine, { why: 'register', credentialIds: new Set() })).outstanding).toBe(0)
    await closeEngine(engine)
    allowPlans(true)
    const reopened = openScratchEngine(folder)
    expect([await shownSince(reopened), mayPlan()]).toEqual([since, false])
    // It belongs to the program, not to the city: removing the sample does not delete it.
    good(emptyEverything(reopened.db, { at: '2026-11-21T00:00:00Z', actor: 'local' }))
    expect(await shownSince(reopened)).toBe(since)
    await closeEngine(reopened)
  })
})

describe('a mismatch found by a worker', () => {
  it('makes the import reverify all badges without plans', async () => {
    const engine = openScratchEngine(scratch(), { workerFile: doubtingWorker() })
    await settleCity(engine, city)
    const done: number[] = []
    Object.assign(engine, { tell: (name: string, payload: { readonly done: number }) => name === 'verify.progress' && done.push(payload.done) })
    const summary = await importWhole(engine, city.path('badges.zip'))
    expect(summary.state).toBe('done')
    expect(logged(engine).length).toBeGreaterThan(0)
    expect([await shownSince(engine), mayPlan(), countPending(engine.db)]).toEqual(['2026-11-20T03:00:00.000Z', false, 0])
    expect(done).toContain(readHoldings(engine.db).credentials)
    await closeEngine(engine)
  })

  it('is a problem of a verification that stores nothing', async () => {
    const surroundings = { workerFile: doubtingWorker(), signal: new AbortController().signal }
    const told: unknown[] = []
    for await (const part of inspectPaths([city.path('badges.zip')], { register: { issuers: [] }, now: new Date() }, surroundings)) told.push(part)
    expect(told.at(-1)).toEqual({ ok: false, problem: { code: 'verifier.plan-difference', detail: 'canonical-form' } })
    expect(told.length).toBeGreaterThan(1)
  })
})
