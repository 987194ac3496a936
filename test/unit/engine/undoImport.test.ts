import { beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../../electron/engine/dispatch'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { startImportJob } from '../../../electron/engine/jobs/import/startImportJob'
import { closeEngine } from '../../../electron/engine/open'
import { beginUndo, pendingUndos, readImportSummary, verifyAudit } from '../../../electron/store'
import { scratch } from '../../fixtures/scratch'
import { ensureBuild } from '../../run/freshBuild.ts'
import { digest, tablesOf } from '../store/stand'
import { type City, good, importWhole, openScratchEngine, partOfBundle, settleCity, writeCity } from './stand'

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

const logs = ['import', 'import_item', 'import_sum', 'envelope', 'audit', 'audit_head', 'setting']
const factsDigest = ({ db }: Engine) =>
  digest(
    db,
    tablesOf(db).filter((name) => !logs.includes(name)),
  )

async function settled(folder = scratch()): Promise<Engine> {
  const engine = openScratchEngine(folder)
  await settleCity(engine, city)
  return engine
}

/** Stops the undo as soon as it has removed something. */
const stopUnderWay = (engine: Engine) =>
  Object.assign(engine, {
    tell: (name: string, payload: { readonly done?: number }) => {
      if (name === 'undo.progress' && (payload.done ?? 0) > 0) void handlers['import.stopUndo']({}, engine)
    },
  })

describe('an undo', () => {
  it('that is stopped stays pending, is shown as pending, and ends with the same data when it is continued', async () => {
    const engine = await settled()
    const before = factsDigest(engine)
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    stopUnderWay(engine)
    expect(good(await handlers['import.undo']({ importId }, engine)).finished).toBe(false)
    expect(readImportSummary(engine.db, importId)?.state).toBe('undoing')
    const { undo } = good(await handlers['import.undoState']({}, engine))
    expect(undo).toMatchObject({ importId, running: false })
    expect(undo!.done).toBeGreaterThan(0)
    expect(undo!.done).toBeLessThan(undo!.total)
    Object.assign(engine, { tell: () => {} })
    const finished = good(await handlers['import.undo']({ importId }, engine))
    expect(finished.finished).toBe(true)
    // What was removed before the stop is counted too.
    expect(finished.removed).toBeGreaterThan(100)
    expect(factsDigest(engine)).toBe(before)
    expect(readImportSummary(engine.db, importId)?.state).toBe('undone')
    expect(verifyAudit(engine.db)).toBeNull()
    await closeEngine(engine)
  })

  it('that is pending prevents imports from being started or resumed, with the reason', async () => {
    const engine = await settled()
    const interrupted = good(startImportJob(engine, [city.path('badges.zip')], () => {}))
    interrupted.leave()
    await interrupted.ended
    const { importId } = await importWhole(
      engine,
      partOfBundle(city, 'few.zip', (entry) => entry.includes('総務部')),
    )
    good(beginUndo(engine.db, { importId }))
    const refused = { ok: false, problem: { code: 'import.undoing', detail: importId } }
    expect(await handlers['import.start']({ paths: [city.path('badges.zip')] }, engine)).toEqual(refused)
    expect(await handlers['import.resume']({ importId: interrupted.importId }, engine)).toEqual(refused)
    expect(engine.jobs.size).toBe(0)
    good(await handlers['import.undo']({ importId }, engine))
    expect((await handlers['import.resume']({ importId: interrupted.importId }, engine)).ok).toBe(true)
    await engine.jobs.get(interrupted.importId)!.ended
    await closeEngine(engine)
  })

  it('is refused while another import is running, and changes nothing', async () => {
    const engine = await settled()
    const { importId } = await importWhole(
      engine,
      partOfBundle(city, 'few.zip', (entry) => entry.includes('総務部')),
    )
    const other = good(startImportJob(engine, [city.path('badges.zip')], () => {}))
    expect(await handlers['import.undo']({ importId }, engine)).toEqual({ ok: false, problem: { code: 'import.running', detail: other.importId } })
    expect(pendingUndos(engine.db)).toEqual([])
    good(await other.ended)
    expect(good(await handlers['import.undo']({ importId }, engine)).finished).toBe(true)
    await closeEngine(engine)
  })

  it('that is called twice at once is done once, and both calls are answered', async () => {
    const engine = await settled()
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const [one, other] = await Promise.all([handlers['import.undo']({ importId }, engine), handlers['import.undo']({ importId }, engine)])
    expect(one).toEqual(other)
    expect(good(one!).finished).toBe(true)
    await closeEngine(engine)
  })

  it('lets other calls be answered meanwhile', async () => {
    const engine = await settled()
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const undone = dispatch('import.undo', { importId }, engine)
    let answered = 0
    let ended = false
    void undone.then(() => {
      ended = true
    })
    while (!ended) {
      if ((await dispatch('import.undoState', {}, engine)).ok) answered += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await undone).toMatchObject({ ok: true, value: { finished: true } })
    expect(answered).toBeGreaterThan(10)
    await closeEngine(engine)
  })

  it('of documents an older badge was verified with reverifies that badge, also where the program ended before it could', async () => {
    const folder = scratch()
    const engine = await settled(folder)
    const lists = (entry: string) => /status|revocation|list/i.test(entry)
    await importWhole(
      engine,
      partOfBundle(city, 'badges-only.zip', (entry) => !lists(entry)),
    )
    const before = factsDigest(engine)
    const { importId, outcomes } = await importWhole(engine, partOfBundle(city, 'lists.zip', lists))
    expect(outcomes.support).toBeGreaterThan(0)
    expect(factsDigest(engine)).not.toBe(before)
    stopUnderWay(engine)
    await handlers['import.undo']({ importId }, engine)
    await closeEngine(engine)
    const opened = openScratchEngine(folder)
    expect(await dispatch('import.undo', { importId }, opened)).toMatchObject({ ok: true, value: { finished: true } })
    const shown = (one: Engine) => one.db.prepare('SELECT id, grade, status, document, person_id FROM credential ORDER BY id').raw().all()
    const alone = await settled()
    await importWhole(
      alone,
      partOfBundle(city, 'badges-only-again.zip', (entry) => !lists(entry)),
    )
    expect(shown(opened)).toEqual(shown(alone))
    expect(good(await handlers['verification.state']({}, opened)).outstanding).toBe(0)
    await closeEngine(opened)
    await closeEngine(alone)
  })
})
