import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { reverify } from '../../../electron/engine/jobs/reverify/reverify'
import { closeEngine } from '../../../electron/engine/open'
import { inspectPaths } from '../../../electron/intake'
import { countPending, emptyEverything, readAudit, readHoldings } from '../../../electron/store'
import type { Mismatch } from '../../../electron/verifier'
import { ensureBuild } from '../../run/freshBuild.ts'
import { builtWorker, type City, good, importWhole, openScratchEngine, scratch, settleCity, writeCity } from './stand'

/* What follows a mismatch between a canonicalization plan and jsonld. */

const mismatch: Mismatch = { kind: 'canonical-form', contexts: ['https://www.w3.org/ns/credentials/v2'], planned: 'a'.repeat(64), stock: 'b'.repeat(64) }

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

const logged = ({ db }: Engine) =>
  readAudit(db, { offset: 0, limit: 1000 })
    .filter(({ action }) => action === 'verifier.difference')
    .map(({ detail }) => detail)

const shownSince = async (engine: Engine) => good(await handlers['application.read']({}, engine)).differenceAt

/** A worker that reports a mismatch with each answer. */
function mismatchingWorker(): string {
  const path = join(scratch(), 'mismatching.cjs')
  writeFileSync(
    path,
    `const { parentPort } = require('node:worker_threads')
    const send = parentPort.postMessage.bind(parentPort)
    parentPort.postMessage = (message, moved) => send({ ...message, mismatches: [${JSON.stringify(mismatch)}] }, moved)
    require(${JSON.stringify(builtWorker)})`,
  )
  return path
}

describe('a mismatch found while stored badges are reverified', () => {
  it('disables plans for good, is in the audit log, is shown, and leaves every credential to be reverified', async () => {
    const folder = scratch()
    const engine = openScratchEngine(folder)
    await settleCity(engine, city)
    await importWhole(engine, city.path('badges.zip'))
    expect([await shownSince(engine), countPending(engine.db), engine.crossCheck.mayPlan()]).toEqual([null, 0, true])
    engine.crossCheck.report(mismatch)
    const again = good(await reverify(engine, { why: 'register' }))
    expect(logged(engine)).toEqual([mismatch])
    expect(again.outstanding).toBe(readHoldings(engine.db).credentials)
    const since = await shownSince(engine)
    expect(since).toBe('2026-11-20T03:00:00.000Z')
    // Without plans there is nothing left to differ.
    expect(good(await reverify(engine, { why: 'register', credentialIds: new Set() })).outstanding).toBe(0)
    await closeEngine(engine)
    const reopened = openScratchEngine(folder)
    expect([await shownSince(reopened), reopened.crossCheck.mayPlan()]).toEqual([since, false])
    // It says something about the program, not about the city: it stays when the sample is removed.
    good(emptyEverything(reopened.db, { at: '2026-11-21T00:00:00Z', actor: 'local' }))
    expect(await shownSince(reopened)).toBe(since)
    await closeEngine(reopened)
  })
})

describe('a mismatch reported by a worker', () => {
  it('makes the import disable plans and reverify everything', async () => {
    const engine = openScratchEngine(scratch(), { workerFile: mismatchingWorker() })
    await settleCity(engine, city)
    const done: number[] = []
    Object.assign(engine, { tell: (name: string, payload: { readonly done: number }) => name === 'verify.progress' && done.push(payload.done) })
    const summary = await importWhole(engine, city.path('badges.zip'))
    expect(summary.state).toBe('done')
    expect(logged(engine).length).toBeGreaterThan(0)
    expect([await shownSince(engine), engine.crossCheck.mayPlan(), countPending(engine.db)]).toEqual(['2026-11-20T03:00:00.000Z', false, 0])
    expect(done).toContain(readHoldings(engine.db).credentials)
    await closeEngine(engine)
  })

  it('is the last answer of a verification that stores nothing', async () => {
    const surroundings = { workerFile: mismatchingWorker(), signal: new AbortController().signal }
    const told: unknown[] = []
    for await (const part of inspectPaths([city.path('badges.zip')], { register: { issuers: [] }, now: new Date() }, surroundings)) told.push(part)
    expect(told.at(-1)).toEqual({ ok: false, problem: { code: 'verifier.plan-difference', detail: 'canonical-form' } })
    expect(told.length).toBeGreaterThan(1)
  })
})
