import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, type Database, databaseName, openDatabase, readCoverage, readPeople } from '../../electron/store'
import { root } from '../run/freshBuild.ts'
import { cellsOf, plainCells, plainLeft } from '../unit/store/plainCoverage'
import { loadArquero } from './arquero'
import { good, makeFolder, removeFolder } from './city'
import { type FirstScreen, scope, sliderDays } from './cityScope'
import { loadDuckDb } from './duckdb'
import { makeLargeCity, type Size } from './largeCity'
import { compare, inProcessorTime, type Measured, measure, printTable, processor, within } from './measure'
import type { PeerCity } from './peerCity'

const size: Size = { badges: 1_000_000, people: 50_000, departments: 12, sections: 48, branches: 12, skillsOfBranch: 10, documentBytes: 300 }
const folder = makeFolder()
let db: Database

beforeAll(() => {
  good(closeDatabase(makeLargeCity(folder, size)))
  db = good(openDatabase(join(folder, databaseName)))
})
afterAll(() => {
  good(closeDatabase(db))
  removeFolder(folder)
})

const inEnglish = (count: number) => count.toLocaleString('en')
const milliseconds = ({ microseconds }: Measured) => microseconds / 1000

/** The numbers of a table as a peer writes them: nobody asks it for the people of a division. */
const linesOf = (on: (typeof sliderDays)[number]) => cellsOf(readCoverage(db, { ...scope, on })).filter((line) => line.split(' ')[1] !== '*')

async function loaded(load: () => PeerCity | Promise<PeerCity>): Promise<{ readonly city: PeerCity; readonly took: number }> {
  const begun = performance.now()
  const city = await load()
  return { city, took: performance.now() - begun }
}

test('a first screen in a process that has just begun', () => {
  const script = join(root, 'test/bench/firstScreen.ts')
  const run = () =>
    // Written by the script alone.
    JSON.parse(
      execFileSync(process.execPath, ['--import', join(root, 'test/faults/resolveTypeScript.mjs'), script, join(folder, databaseName)], { encoding: 'utf8' }),
    ) as FirstScreen
  const runs = [run(), run(), run()]
  for (const { credentials } of runs) expect(credentials).toBe(size.badges)
  const median = (of: (found: FirstScreen) => number) => runs.map(of).sort((one, other) => one - other)[1]!
  printTable(`A fresh process opens ${inEnglish(size.badges)} badges and shows the first screen; the file is in the system's cache`, [
    within(
      'open, with all checks',
      median(({ openMilliseconds }) => openMilliseconds),
      null,
      'ms',
    ),
    within(
      'what is held (application.read)',
      median(({ holdingsMilliseconds }) => holdingsMilliseconds),
      null,
      'ms',
    ),
    within(
      'imports and their sums (import.list)',
      median(({ importsMilliseconds }) => importsMilliseconds),
      null,
      'ms',
    ),
    within(
      'the map, its columns read for the first time (coverage.read)',
      median(({ coverageMilliseconds }) => coverageMilliseconds),
      null,
      'ms',
    ),
    within(
      'all of it',
      median((of) => of.openMilliseconds + of.holdingsMilliseconds + of.importsMilliseconds + of.coverageMilliseconds),
      'opening',
      'ms',
    ),
    within(
      'memory (RSS), the map shown',
      median(({ shownMegabytes }) => shownMegabytes),
      null,
      'MB',
    ),
    within(
      'memory (RSS), the most at any time, twelve more days shown',
      median(({ mostMegabytes }) => mostMegabytes),
      512,
      'MB',
    ),
  ])
})

test('coverage of a whole city on any day', async () => {
  const table = readCoverage(db, scope)
  const [duckDb, arquero] = [await loaded(() => loadDuckDb(db)), await loaded(() => loadArquero(db))]
  expect(cellsOf(table)).toEqual(
    plainCells(
      db,
      scope,
      table.skills.map(({ path }) => path),
    ),
  )
  expect(table.left).toEqual(plainLeft(db, scope))
  for (const { city } of [duckDb, arquero]) expect(await city.lines(sliderDays[1]!)).toEqual(linesOf(sliderDays[1]!))
  const days = await measure(
    { warm: 3, counted: 12 },
    {
      'any day': { units: 1, run: (round) => readCoverage(db, { ...scope, on: sliderDays[round % 12]! }) },
      DuckDB: { units: 1, run: (round) => duckDb.city.coverage(sliderDays[round % 12]!) },
    },
  )
  const slow = await measure(
    { warm: 1, counted: 2, clock: processor },
    {
      'any day': { units: 1, run: (round) => readCoverage(db, { ...scope, on: sliderDays[round]! }) },
      arquero: { units: 1, run: (round) => arquero.city.coverage(sliderDays[round]!) },
    },
  )
  duckDb.city.close()
  printTable(
    `Coverage of any day, warm: ${inEnglish(size.badges)} badges, ${inEnglish(size.people)} people, ${table.divisions.length} × ${table.skills.length} cells, counting and apart`,
    [
      within('twelve days in turn', milliseconds(days['any day']), 'coverage-time', 'ms'),
      within('… in processor time', milliseconds(inProcessorTime(days['any day'])), null, 'ms'),
      compare('beside DuckDB, which uses every core', days['any day'], days.DuckDB, 'coverage-duckdb'),
      compare('… in processor time', inProcessorTime(days['any day']), inProcessorTime(days.DuckDB), null),
      compare('beside arquero, in processor time', slow['any day'], slow.arquero, 'coverage-arquero'),
      within('DuckDB: loading, once', duckDb.took, null, 'ms'),
      within('arquero: loading, once', arquero.took, null, 'ms'),
    ],
    {
      remarks: [
        'Peers count holders and who stands apart; ours also says what was left out. Every number of a day was the same on all sides, and in plain SQL, first.',
      ],
    },
  )
})

test('what stands around the map', async () => {
  const { divisions, skills } = readCoverage(db, scope)
  const query = { scope, text: null, which: 'counting', offset: 0, limit: 100 } as const
  const [section, leaf, branch] = [divisions.find(({ depth }) => depth === 2)!.code, skills.find((skill) => !skill.branch)!.path, skills[0]!.path]
  expect(skills[0]!.branch).toBe(true)
  const more = db.prepare(
    `INSERT INTO credential (original_id, ordinal, import_id, person_id, achievement_id, held_from, held_until, grade, status, standard, container, source, document)
     SELECT 1, :from + id, import_id, person_id, achievement_id, held_from, held_until, grade, status, standard, container, source, document FROM credential WHERE id <= 500`,
  )
  const around = await measure(
    { warm: 2, counted: 7, clock: processor },
    {
      cell: { units: 1, run: () => readPeople(db, { ...query, skill: leaf, divisionCode: section }) },
      branch: { units: 1, run: () => readPeople(db, { ...query, skill: branch, divisionCode: null }) },
      everybody: { units: 1, run: () => readPeople(db, { ...query, skill: null, divisionCode: null }) },
      searched: { units: 1, run: () => readPeople(db, { ...query, skill: null, divisionCode: null, text: '職員12' }) },
      'after a batch': { units: 1, before: (round) => more.run({ from: size.badges + 1000 * round }), run: () => readCoverage(db, scope) },
    },
  )
  printTable(`Around the map, warm, in processor time: ${inEnglish(size.badges)} badges, ${inEnglish(size.people)} people`, [
    within('the people behind one cell', milliseconds(around.cell), null, 'ms'),
    within('the people behind a branch in the whole city', milliseconds(around.branch), null, 'ms'),
    within('everybody, by kana', milliseconds(around.everybody), null, 'ms'),
    within('everybody whose name holds three letters', milliseconds(around.searched), null, 'ms'),
    within('the map after 500 more badges', milliseconds(around['after a batch']), null, 'ms'),
  ])
})
