import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { resumeImportJob } from '../../../electron/engine/jobs/import/resumeImportJob'
import { startImportJob } from '../../../electron/engine/jobs/import/startImportJob'
import { closeEngine } from '../../../electron/engine/open'
import { readImportItems, verifyAudit } from '../../../electron/store'
import { jobs } from '../../../shared/contract/change'
import type { ImportSummary } from '../../../shared/contract/importing'
import { ensureBuild } from '../../run/freshBuild.ts'
import {
  type City,
  coverageOf,
  good,
  heldDigest,
  holdingsDigest,
  importWhole,
  openScratchEngine,
  partOfBundle,
  scratch,
  settleCity,
  summaryOf,
  trueCoverage,
  usualScope,
  writeCity,
} from './stand'

let city: City
/** The stored data after an import without interruption. */
let uninterrupted: string

beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  const engine = openScratchEngine()
  await settleCity(engine, city)
  await importWhole(engine, city.path('badges.zip'))
  uninterrupted = holdingsDigest(engine.db)
  await closeEngine(engine)
})

async function settled(folder = scratch(), more: Partial<Engine> = {}): Promise<Engine> {
  const engine = openScratchEngine(folder, more)
  await settleCity(engine, city)
  return engine
}

/** Resolves when the import has saved something, and not yet everything. */
function underWay(engine: Engine): { readonly importId: string; readonly begun: Promise<ImportSummary>; readonly ended: Promise<unknown> } {
  let told: (summary: ImportSummary) => void = () => {}
  const begun = new Promise<ImportSummary>((resolve) => {
    told = resolve
  })
  const { importId, ended } = good(startImportJob(engine, [city.path('badges.zip')], (summary) => told(summary)))
  return { importId, begun, ended }
}

describe('an import', () => {
  it('of the sample city has the numbers of the city’s answers, and they add up', async () => {
    const engine = await settled()
    const summary = await importWhole(engine, city.path('badges.zip'))
    const { kind: _, ...claimed } = city.answers.import.first
    expect({ received: summary.received, ...summary.outcomes, grades: summary.grades }).toEqual(claimed)
    expect(summary).toMatchObject({ state: 'done', sources: ['badges.zip'], at: '2026-11-20T03:00:00.000Z' })
    expect(summary.done).toBe(summary.total)
    expect(Object.values(summary.outcomes).reduce((sum, count) => sum + count)).toBe(summary.received)
    const { total, items } = readImportItems(engine.db, {
      importId: summary.importId,
      outcome: null,
      grade: null,
      among: null,
      code: null,
      offset: 0,
      limit: 1000,
    })
    expect(total).toBe(summary.received)
    expect(items.map(({ source }) => source)).toEqual(city.answers.files.filter(({ kind }) => kind !== 'envelope').map(({ source }) => source))
    await closeEngine(engine)
  })

  it('of the same bundle again changes nothing, and reports duplicates', async () => {
    const engine = await settled()
    await importWhole(engine, city.path('badges.zip'))
    expect(holdingsDigest(engine.db)).toBe(uninterrupted)
    const { received, outcomes, grades } = await importWhole(engine, city.path('badges.zip'))
    const { kind: _, ...claimed } = city.answers.import.second
    expect({ received, ...outcomes, grades }).toEqual(claimed)
    expect(holdingsDigest(engine.db)).toBe(uninterrupted)
    await closeEngine(engine)
  })

  it('that is paused, even twice, saves nothing until it is resumed, and ends with the same data', async () => {
    const engine = await settled()
    const { importId, begun, ended } = underWay(engine)
    await begun
    for (let pause = 0; pause < 2; pause += 1) expect(await handlers['import.pause']({ importId }, engine)).toEqual({ ok: true, value: {} })
    const paused = summaryOf(engine, importId)
    expect(paused.state).toBe('paused')
    expect(paused.done).toBeLessThan(paused.total!)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(summaryOf(engine, importId)).toEqual(paused)
    expect(await handlers['import.resume']({ importId }, engine)).toEqual({ ok: true, value: {} })
    await ended
    expect(summaryOf(engine, importId)).toMatchObject({ state: 'done', received: city.answers.import.first.received })
    expect(holdingsDigest(engine.db)).toBe(uninterrupted)
    await closeEngine(engine)
  })

  it('that is cancelled leaves nothing but its line in the list of imports', async () => {
    const engine = await settled()
    const before = heldDigest(engine.db)
    const { importId, begun } = underWay(engine)
    await begun
    expect(await handlers['import.cancel']({ importId }, engine)).toEqual({ ok: true, value: {} })
    expect(heldDigest(engine.db)).toBe(before)
    expect(summaryOf(engine, importId).state).toBe('cancelled')
    expect(engine.jobs.size).toBe(0)
    expect(verifyAudit(engine.db)).toBeNull()
    await closeEngine(engine)
  })

  it('that is cancelled while paused, or before anything was saved, is cancelled too', async () => {
    const engine = await settled()
    const before = heldDigest(engine.db)
    const paused = underWay(engine)
    await handlers['import.pause']({ importId: paused.importId }, engine)
    await handlers['import.cancel']({ importId: paused.importId }, engine)
    const atOnce = underWay(engine)
    await handlers['import.cancel']({ importId: atOnce.importId }, engine)
    expect([paused, atOnce].map(({ importId }) => summaryOf(engine, importId).state)).toEqual(['cancelled', 'cancelled'])
    expect(heldDigest(engine.db)).toBe(before)
    await closeEngine(engine)
  })

  it('that is left when the program closes is resumed when it is opened again, and ends with the same data', async () => {
    const folder = scratch()
    const first = await settled(folder)
    const { importId, begun, ended } = underWay(first)
    const at = await begun
    await closeEngine(first)
    expect(await ended).toMatchObject({ ok: false, problem: { code: 'import.interrupted' } })
    const second = openScratchEngine(folder)
    const left = summaryOf(second, importId)
    expect(left.state).toBe('interrupted')
    expect(left.done).toBeGreaterThanOrEqual(at.done)
    expect(left.done).toBeLessThan(left.total!)
    const resumed = good(resumeImportJob(second, importId))
    good(await resumed.ended)
    expect(summaryOf(second, importId)).toMatchObject({ state: 'done', received: city.answers.import.first.received })
    expect(holdingsDigest(second.db)).toBe(uninterrupted)
    await closeEngine(second)
  })

  it('is not resumed where its files have changed, nor when it is done or undone', async () => {
    const folder = scratch()
    const bundle = join(folder, 'moved.zip')
    writeFileSync(bundle, readFileSync(city.path('badges.zip')))
    const engine = await settled(join(folder, 'data'))
    const job = good(startImportJob(engine, [bundle], () => {}))
    job.leave()
    await job.ended
    writeFileSync(bundle, readFileSync(partOfBundle(city, 'few.zip', (entry) => entry.includes('総務部'))))
    expect(await handlers['import.resume']({ importId: job.importId }, engine)).toEqual({ ok: false, problem: { code: 'import.changed', detail: 'moved.zip' } })
    await handlers['import.undo']({ importId: job.importId }, engine)
    expect(await handlers['import.resume']({ importId: job.importId }, engine)).toMatchObject({ ok: false, problem: { code: 'import.already-undone' } })
    const { importId } = await importWhole(engine, bundle)
    expect(await handlers['import.resume']({ importId }, engine)).toMatchObject({ ok: false, problem: { code: 'import.already-done' } })
    await closeEngine(engine)
  })

  it('that is undone removes its badges from every number, and adds them again when it is repeated', async () => {
    const engine = await settled()
    const before = heldDigest(engine.db)
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const covered = coverageOf(engine, usualScope)
    expect(covered).toEqual(trueCoverage(city.answers, usualScope))
    expect(good(await handlers['import.undo']({ importId }, engine)).removed).toBeGreaterThan(100)
    expect(coverageOf(engine, usualScope)).toEqual({})
    expect(heldDigest(engine.db)).toBe(before)
    expect(await handlers['import.undo']({ importId }, engine)).toEqual({ ok: false, problem: { code: 'import.already-undone', detail: importId } })
    await importWhole(engine, city.path('badges.zip'))
    expect(coverageOf(engine, usualScope)).toEqual(covered)
    await closeEngine(engine)
  })

  it('notifies of its progress, and at the end that data have changed', async () => {
    const told: string[] = []
    const engine = await settled(scratch(), {
      tell: (name, payload) =>
        void told.push('facts' in payload ? `${name} ${payload.facts.join(' ')}` : 'state' in payload ? `${name} ${payload.state}` : name),
    })
    told.length = 0
    const { ended } = good(startImportJob(engine, [city.path('badges.zip')]))
    await ended
    expect(told.filter((one) => one === 'import.progress running').length).toBeGreaterThan(2)
    expect(told.slice(-2)).toEqual(['import.progress done', `data.changed ${jobs.import.changes.join(' ')}`])
    await closeEngine(engine)
  })

  it('that meets an unexpected error ends with a problem', async () => {
    const engine = await settled()
    const { begun, ended } = underWay(engine)
    await begun
    engine.db.close()
    expect(await ended.catch(() => 'thrown')).toMatchObject({ ok: false, problem: { code: 'call.failed' } })
  })
})
