import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine, ImportJob } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { startImportJob } from '../../../electron/engine/jobs/import/startImportJob'
import { closeEngine } from '../../../electron/engine/open'
import { readImportItems } from '../../../electron/store'
import { ensureBuild } from '../../run/freshBuild.ts'
import {
  badgesAlone,
  type City,
  day,
  documentsAlone,
  good,
  importRegister,
  importWhole,
  openScratchEngine,
  partOfBundle,
  scratch,
  settleCity,
  writeCity,
} from './stand'

/* The order of rosters, keys, lists, registers and badges does not change the result. */

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

/** The address a person of the city's roster has. */
function emailOf(of: City, staffNumber: string): string {
  const line = new TextDecoder('shift_jis')
    .decode(readFileSync(of.path('roster.csv')))
    .split('\r\n')
    .find((row) => row.startsWith(`${staffNumber},`) && row.includes('@'))
  return line!.match(/[\w.+-]+@[\w.-]+/)![0]
}

async function badgeAt(engine: Engine, importId: string, part: string) {
  const { items } = readImportItems(engine.db, { importId, outcome: null, grade: null, among: null, code: null, offset: 0, limit: 1000 })
  const found = items.find(({ source }) => source.includes(part))
  return good(await handlers['badge.read']({ credentialId: found!.credentialId! }, engine))
}

describe('an import that was killed', () => {
  /** How many credentials each later piece of work reverifies. */
  const reverified = (engine: Engine) => {
    const totals: number[] = []
    Object.assign(engine, {
      tell: (name: string, { what, total }: { what: string; total: number }) => name === 'verify.progress' && what === 'verdicts' && totals.push(total),
    })
    return totals
  }

  it('and added no document causes no reverification by later imports', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    await importWhole(engine, city.path('badges.zip'))
    const killed: ImportJob = good(startImportJob(engine, [badgesAlone(city)], () => killed.leave()))
    await killed.ended
    const totals = reverified(engine)
    await importWhole(engine, badgesAlone(city))
    expect(totals).toEqual([])
    await closeEngine(engine)
  })

  it('and added documents makes the next import reverify the credentials they affect, once', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    const { outcomes } = await importWhole(engine, badgesAlone(city))
    const credentials = outcomes.new + outcomes.unmatched + outcomes.rejected
    const documents = documentsAlone(city)
    const killed: ImportJob = good(startImportJob(engine, [documents], () => killed.leave()))
    await killed.ended
    const totals = reverified(engine)
    await importWhole(
      engine,
      partOfBundle(city, 'nothing.zip', (entry) => entry.endsWith('Thumbs.db')),
    )
    const most = Math.max(...totals)
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(credentials)
    totals.length = 0
    await importWhole(
      engine,
      partOfBundle(city, 'nothing.zip', (entry) => entry.endsWith('Thumbs.db')),
    )
    expect(totals).toEqual([])
    await closeEngine(engine)
  })
})

describe('a badge that two people could claim', () => {
  const roster = (rows: readonly string[]) => {
    const path = join(scratch(), 'roster.csv')
    writeFileSync(path, ['職員番号,氏名,メールアドレス,所属コード,課', ...rows].join('\r\n'))
    return path
  }

  it('is unmatched with a conflict until the roster resolves it', async () => {
    const engine = openScratchEngine()
    await importRegister(engine, city)
    const file = city.answers.files.find(
      ({ kind, fault, grade, standard, container }) =>
        kind === 'credential' && fault === null && grade === 'unproven' && standard === 'OB2' && container !== undefined,
    )!
    const holder = city.answers.roster.people.find(({ staffNumber }) => staffNumber === file.staffNumber)!
    const email = emailOf(city, holder.staffNumber)
    const row = (staffNumber: string, address: string) => `${staffNumber},${holder.name},${address},0101,総務課`
    const import1 = async (path: string) => good(await handlers['roster.import']({ path, on: day, mapping: null }, engine))
    await import1(roster([row('000001', email), row('000002', email)]))
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const disputed = await badgeAt(engine, importId, file.source)
    expect(disputed).toMatchObject({ staffNumber: null, axes: { recipient: 'conflict' } })
    expect(disputed.problems).toContainEqual({ code: 'recipient.conflict', detail: '000001, 000002' })
    await import1(roster([row('000001', email), row('000002', 'someone-else@city.aomine.example')]))
    const settled = await badgeAt(engine, importId, file.source)
    expect(settled).toMatchObject({ staffNumber: '000001', axes: { recipient: 'matched' } })
    expect(settled.problems.map(({ code }) => code)).not.toContain('recipient.conflict')
    expect(settled.grade).toBe(disputed.grade)
    await closeEngine(engine)
  })
})
