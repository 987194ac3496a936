import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { inject } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { startImportJob } from '../../../electron/engine/jobs/import/startImportJob'
import { openEngine } from '../../../electron/engine/open'
import { makeSampleCity } from '../../../electron/sample'
import { type Database, readCoverage, readImportSummary } from '../../../electron/store'
import type { ImportSummary } from '../../../shared/contract/importing'
import type { Scope } from '../../../shared/contract/parts'
import type { Day } from '../../../shared/model/day'
import { levels } from '../../../shared/model/skill'
import { scratch } from '../../fixtures/scratch'
import { root } from '../../run/freshBuild.ts'
import type { Answer, Answers } from '../sample/openedBundle'
import { digest, good, tablesOf } from '../store/stand'

/** Shared by the tests of the engine: a small city on the disk, and engines with folders of their own. */

export { scratch } from '../../fixtures/scratch'
export { good, holdingsDigest } from '../store/stand'

/** Sixty people and a hundred and sixty badges, every fault among them. */
export const smallCity = { staff: 60, badges: 160, seed: 3 } as const

/** The built worker: a worker thread runs no TypeScript. */
export const builtWorker = join(root, 'out/main/worker.cjs')
export const builtMaintenance = join(root, 'out/main/maintenance.cjs')

/** What the city's answers contain of each thing in its bundle, as far as these tests need it. */
interface Known extends Answer {
  readonly standard?: string
  readonly issuerId?: string
  readonly validFrom?: string | null
}

export interface City {
  readonly folder: string
  readonly answers: Omit<Answers, 'files'> & { readonly files: readonly Known[] }
  readonly path: (name: 'roster.csv' | 'badges.zip' | 'register.json' | 'skills.csv' | 'requirements.csv' | 'evidence.json') => string
}

/**
 * Makes a city, once for all test files of a run that ask for the same one.
 *
 * @returns its folder. Others read the same files: nobody changes them.
 */
export async function writeCity({
  staff,
  badges,
  seed,
}: {
  readonly staff: number
  readonly badges: number
  readonly seed: number
} = smallCity): Promise<City> {
  const folder = join(inject('sharedFolder'), `city-${staff}-${badges}-${seed}`)
  if (!existsSync(folder)) {
    const making = mkdtempSync(join(inject('sharedFolder'), 'making-'))
    const { files } = await makeSampleCity({ staff, badges, seed })
    for (const [name, bytes] of files) writeFileSync(join(making, name), bytes)
    try {
      renameSync(making, folder)
    } catch (error) {
      // Another test file made the same city meanwhile: the bytes are the same.
      if (!existsSync(join(folder, 'answers.json'))) throw error
    }
  }
  return { folder, answers: JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as City['answers'], path: (name) => join(folder, name) }
}

/** The instant and the day the city's answers are for. */
export const instant = '2026-11-20T12:00:00+09:00'
export const day: Day = '2026-11-20'

/** An engine with a fixed clock whose imports are called i1, i2, …: two that do the same store the same. */
export function openScratchEngine(dataFolder = scratch(), more: Partial<Engine> = {}): Engine {
  const opened = good(openEngine({ dataFolder, now: () => new Date(instant), tell: () => {} }))
  let imports = 0
  return { ...opened, workerFile: builtWorker, maintenanceFile: builtMaintenance, newId: () => `i${++imports}`, ...more }
}

export const importRoster = async (engine: Engine, city: City) =>
  good(await handlers['roster.import']({ path: city.path('roster.csv'), on: day, mapping: null }, engine))
export const importRegister = async (engine: Engine, city: City) =>
  good(await handlers['register.import']({ path: city.path('register.json'), replace: false, digest: null }, engine))
export const importSkills = async (engine: Engine, city: City) => good(await handlers['skills.import']({ path: city.path('skills.csv') }, engine))

/** Roster, register and skills, but no badge. */
export async function settleCity(engine: Engine, city: City): Promise<void> {
  await importRoster(engine, city)
  await importRegister(engine, city)
  await importSkills(engine, city)
}

/** Imports and waits for the end. */
export const importWhole = async (engine: Engine, ...paths: readonly string[]): Promise<ImportSummary> =>
  good(await good(startImportJob(engine, paths, () => {})).ended)

export const summaryOf = (engine: Engine, importId: string): ImportSummary => readImportSummary(engine.db, importId)!

/** Every number of coverage above zero: `division skill level` → holders. */
export function coverageOf({ db }: Engine, scope: Omit<Scope, 'level'>): Readonly<Record<string, number>> {
  const cells: Record<string, number> = {}
  for (const level of levels) {
    const table = readCoverage(db, { ...scope, level })
    table.divisions.forEach(({ code, path }, row) => {
      table.skills.forEach((skill, column) => {
        const holders = table.holders[row]![column]!
        if (holders > 0) cells[`${code} ${path} ${skill.path} ${level}`] = holders
      })
    })
  }
  return cells
}

/** As `coverageOf`, from the city's answers. */
export const trueCoverage = (
  answers: Pick<City['answers'], 'coverage'>,
  scope: Pick<Scope, 'on' | 'includeLeave' | 'withLeavers'>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    answers.coverage
      .find(({ on, includeLeave, withLeavers }) => on === scope.on && includeLeave === scope.includeLeave && withLeavers === (scope.withLeavers ?? false))!
      .lines.map(({ divisionCode, division, skill, level, holders }) => [`${divisionCode} ${division} ${skill} ${level}`, holders]),
  )

export const usualScope = { on: day, grades: ['verified', 'confirmed'], includeLeave: false } satisfies Omit<Scope, 'level'>

/** The library gives names without the UTF-8 flag as one letter a byte. */
const decodeName = (name: string): string =>
  /^[\0-\x7f]*$/.test(name) || /[^\0-\xff]/.test(name) ? name : new TextDecoder('shift_jis').decode(Uint8Array.from(name, (letter) => letter.charCodeAt(0)))

/** The city's bundle, opened by a library that is not ours: name → bytes. */
export const entriesOf = (city: City): ReadonlyMap<string, Uint8Array> =>
  new Map(
    Object.entries(unzipSync(readFileSync(city.path('badges.zip'))))
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, bytes]) => [decodeName(name), bytes]),
  )

/** Writes a ZIP of those entries of the city's bundle whose name fits. @returns its path. */
export function partOfBundle(city: City, name: string, fits: (entry: string) => boolean): string {
  const path = join(city.folder, name)
  writeFileSync(path, zipSync(Object.fromEntries([...entriesOf(city)].filter(([entry]) => fits(entry)))))
  return path
}

/** Tables that may differ after an undo: logs, and achievements that were stored once. */
const notCompared = ['import', 'import_item', 'import_sum', 'envelope', 'audit', 'audit_head', 'achievement', 'hanging']

/** Digest of the stored data; the same with and without an import that was undone. */
export const heldDigest = (db: Database): string =>
  digest(
    db,
    tablesOf(db).filter((name) => !notCompared.includes(name)),
  )

/** Does the entry of the city's bundle contain keys, lists or evidence? */
export const isSupporting = (entry: string): boolean => entry.startsWith('鍵と一覧') || entry.startsWith('照会結果')

/** The bundle without its supporting documents, and the documents without the badges. */
export const badgesAlone = (city: City): string => partOfBundle(city, 'badges-alone.zip', (entry) => !isSupporting(entry))
export const documentsAlone = (city: City): string => partOfBundle(city, 'documents.zip', isSupporting)
