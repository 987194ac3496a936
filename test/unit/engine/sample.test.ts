import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { handlers } from '../../../electron/engine/handlers'
import { closeEngine } from '../../../electron/engine/open'
import { ensureBuild } from '../../run/freshBuild.ts'
import { tablesOf } from '../store/stand'
import { coverageOf, day, good, importWhole, openScratchEngine, scratch, summaryOf, usualScope } from './stand'

beforeAll(() => ensureBuild())

const refused = { ok: false, problem: { code: 'sample.own-data' } } as const

function ownRoster(): string {
  const path = join(scratch(), 'roster.csv')
  writeFileSync(path, '職員番号,氏名,所属コード,課\r\n77,山田　花子,0101,総務課\r\n')
  return path
}

describe('the sample city', () => {
  it('is opened where nothing is stored, and removed without a trace of any person', async () => {
    const engine = openScratchEngine()
    expect(good(await handlers['application.read']({}, engine))).toMatchObject({ sample: false, people: 0, credentials: 0, cityName: null })
    const { importId } = good(await handlers['sample.open']({}, engine))
    await engine.jobs.get(importId)!.ended
    expect(summaryOf(engine, importId)).toMatchObject({ state: 'done', outcomes: { new: expect.any(Number) } })
    expect(good(await handlers['application.read']({}, engine))).toMatchObject({ sample: true, people: 300, imports: 1, cityName: '青峰市', rosterOn: day })
    expect(Object.keys(coverageOf(engine, usualScope)).length).toBeGreaterThan(500)
    expect(await handlers['sample.open']({}, engine)).toMatchObject({ ok: false, problem: { code: 'sample.not-empty' } })
    // Imports of the sample's own files are part of the sample.
    const { proposals } = good(await handlers['skills.propose']({}, engine))
    good(await handlers['skills.accept']({ mappings: proposals.map(({ achievementId, skill, level }) => ({ achievementId, skill, level })) }, engine))
    expect(await handlers['sample.remove']({}, engine)).toEqual({ ok: true, value: {} })
    expect(good(await handlers['application.read']({}, engine))).toMatchObject({ sample: false, people: 0, credentials: 0, imports: 0, cityName: null })
    const rows = tablesOf(engine.db).filter((name) => !['audit', 'audit_head'].includes(name) && engine.db.prepare(`SELECT 1 FROM ${name}`).get() !== undefined)
    expect(rows).toEqual([])
    expect(existsSync(join(engine.dataFolder, 'sample'))).toBe(false)
    // It may be opened again, and removed while it is imported.
    good(await handlers['sample.open']({}, engine))
    expect(await handlers['sample.remove']({}, engine)).toEqual({ ok: true, value: {} })
    expect(engine.jobs.size).toBe(0)
    await closeEngine(engine)
  })

  it('is never removed together with the user’s own data', async () => {
    const engine = openScratchEngine()
    expect(await handlers['sample.remove']({}, engine)).toEqual(refused)
    good(await handlers['roster.import']({ path: ownRoster(), on: day, mapping: null }, engine))
    expect(await handlers['sample.remove']({}, engine)).toEqual(refused)
    expect(await handlers['sample.open']({}, engine)).toMatchObject({ ok: false, problem: { code: 'sample.not-empty' } })
    expect(good(await handlers['application.read']({}, engine)).people).toBe(1)
    await closeEngine(engine)
  })

  it('stays where own data were added to it, and is removed when these are undone', async () => {
    const engine = openScratchEngine()
    const { importId } = good(await handlers['sample.open']({}, engine))
    await engine.jobs.get(importId)!.ended
    const own = await importWhole(engine, ownRoster())
    expect(await handlers['sample.remove']({}, engine)).toEqual(refused)
    good(await handlers['import.undo']({ importId: own.importId }, engine))
    expect(await handlers['sample.remove']({}, engine)).toEqual({ ok: true, value: {} })
    await closeEngine(engine)
  })
})
