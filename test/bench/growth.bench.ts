import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { usualLimits } from '../../electron/intake'
import { closeDatabase, databaseName, importMappings, openDatabase, readCoverage, readHoldings, readPeople } from '../../electron/store'
import type { Scope } from '../../shared/contract/parts'
import { close, good, makeFolder, removeFolder, settledEngine, writeBundles, writeSampleCity } from './city'
import { knowing, makeIssuer } from './credentials'
import { type Cost, growthRow, powerOfTen } from './growth'
import { makeLargeCity } from './largeCity'
import { manySigned } from './manySigned'
import { measure, printPlain, printTable, processor, within } from './measure'
import { parsed, verified } from './ours'
import { runProgram } from './program'

const large = process.env.BENCH_LARGE === '1'
const sizes = [1000, 10_000, 100_000, 1_000_000]
/** A million signed credentials take many minutes to make: only with `--large`. */
const signedSizes = large ? sizes : sizes.slice(0, 3)
const department = 100_000
const folder = makeFolder()
const issuer = makeIssuer()
const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
afterAll(() => removeFolder(folder))

function subfolder(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

/** A program that has just begun is not yet compiled: what the first cost says nothing of growth. */
async function warmUp(): Promise<void> {
  const context = knowing(issuer.did)
  for await (const text of manySigned(1000, issuer)) await verified(parsed(Buffer.from(text)), context)
}

/** Credentials are made a thousand at a time, then judged: only the judging is timed. */
async function verification(badges: number): Promise<Cost> {
  const context = knowing(issuer.did)
  let milliseconds = 0
  let made: Buffer[] = []
  for await (const text of manySigned(badges, issuer)) {
    made.push(Buffer.from(text))
    if (made.length < 1000) continue
    const begun = processor()
    for (const bytes of made) await verified(parsed(bytes), context)
    milliseconds += processor() - begun
    made = []
  }
  return { badges, milliseconds }
}

/** What the database itself says of the one import in it. */
function importTime(dataFolder: string): number {
  const db = good(openDatabase(join(dataFolder, databaseName)))
  // Read for this bench alone: the columns are those of the SELECT.
  const { started, finished } = db
    .prepare<[], { started: string; finished: string }>('SELECT started_at AS started, finished_at AS finished FROM import')
    .get()!
  good(closeDatabase(db))
  return Date.parse(finished) - Date.parse(started)
}

interface Imported extends Cost {
  readonly peakMegabytes: number
  /** Of the first coverage afterwards, in a program that has just begun. */
  readonly heatmapMilliseconds: number
}

/** The first coverage of what was imported. The badges are of one achievement, which is put to one skill: none of them may be missing from the map. */
function heatmapTime(dataFolder: string): number {
  const db = good(openDatabase(join(dataFolder, databaseName)))
  const mappings = [{ achievementId: 'https://aomine-univ.example/achievements/data-2', skill: 'データ活用', level: 1 as const }]
  good(importMappings(db, { mappings, at: '2026-11-23T00:00:00.000Z', actor: 'bench' }))
  const begun = performance.now()
  const table = readCoverage(db, scope)
  const milliseconds = performance.now() - begun
  expect(table.holders[0]![0]).toBeGreaterThan(0)
  good(closeDatabase(db))
  return milliseconds
}

async function importing(badges: number, city: (name: string) => string): Promise<Imported> {
  const own = subfolder(`import-${badges}`)
  const { engine, emails } = await settledEngine(own, city, issuer)
  close(engine)
  const bundles = await writeBundles(own, manySigned(badges, issuer, emails))
  const { printed, peakMegabytes } = runProgram('import', ...bundles, '--data', engine.dataFolder, '--json')
  expect(printed).toContain(`"new":${badges},`)
  const milliseconds = importTime(engine.dataFolder)
  const heatmapMilliseconds = heatmapTime(engine.dataFolder)
  removeFolder(own)
  return { badges, milliseconds, peakMegabytes, heatmapMilliseconds }
}

test('verification and import, badge by badge', async () => {
  await warmUp()
  const verifications: Cost[] = []
  for (const badges of signedSizes) verifications.push(await verification(badges))
  const city = await writeSampleCity(folder, 100)
  const imports: Imported[] = []
  for (const badges of signedSizes) imports.push(await importing(badges, city))
  const last = imports.find(({ badges }) => badges === department)!
  printPlain(
    'How verification and import grow: the whole, and in brackets a badge',
    [
      growthRow('read + parse + verify eddsa-rdfc-2022, one thread', verifications, signedSizes),
      growthRow('import of ZIPs, from the first line of the log to the last', imports, signedSizes),
      {
        what: 'most memory (RSS) of the process that imports, its workers in it',
        ...Object.fromEntries(imports.map(({ badges, peakMegabytes }) => [powerOfTen(badges), `${peakMegabytes.toFixed(0)} MB`])),
        grows: '―',
      },
    ],
    {
      remarks: [
        'Each import once, by a program of its own in a data folder of its own. `n^1.00` is in proportion: a badge costs the same among many as among few.',
      ],
    },
  )
  printTable(
    'A hundred thousand badges',
    [
      within('from drop to heatmap', last.milliseconds + last.heatmapMilliseconds, 'drop-to-heatmap', 'ms'),
      within(`import of ${last.badges.toLocaleString('en')} badges, both workers in the process`, last.peakMegabytes, 'import-memory', 'MB'),
    ],
    {
      whyMissed: {
        'import-memory': `In one process stand two workers, each with a heap of its own that may grow to ${usualLimits.heapMegabytes} MB before it has to be cleared in earnest, and the thread that saves.`,
      },
    },
  )
})

/** A city of that many badges, twenty to a person. */
const citySize = (badges: number) => ({
  badges,
  people: Math.max(50, badges / 20),
  departments: 12,
  sections: 48,
  branches: 12,
  skillsOfBranch: 10,
  documentBytes: 300,
})

/** What the screens ask for, by its row in the table. */
const asked = {
  opening: 'opening the database',
  firstScreen: 'opening it, its holdings and the first coverage',
  coverage: 'coverage of one day, warm',
  people: 'the people behind one cell',
} as const
type Asked = keyof typeof asked

async function screens(badges: number): Promise<Readonly<Record<Asked, Cost>>> {
  const own = subfolder(`city-${badges}`)
  good(closeDatabase(makeLargeCity(own, citySize(badges))))
  const open = () => good(openDatabase(join(own, databaseName)))
  let db = open()
  const table = readCoverage(db, scope)
  const deepest = table.divisions.findIndex(({ depth }) => depth === 2)
  const cell = {
    scope,
    skill: table.skills.find(({ branch }) => !branch)!.path,
    divisionCode: table.divisions[deepest]!.code,
    text: null,
    offset: 0,
    limit: 100,
  }
  const before = () => good(closeDatabase(db))
  const opened = () => {
    db = open()
    return db
  }
  const firstScreen = () => [readHoldings(opened()), readCoverage(db, scope)]
  const measured = await measure(
    { warm: 1, counted: 3 },
    {
      opening: { units: 1, before, run: opened },
      firstScreen: { units: 1, before, run: firstScreen },
      coverage: { units: 1, run: () => readCoverage(db, scope) },
      people: { units: 1, run: () => readPeople(db, { ...cell, which: 'counting' }) },
    },
  )
  good(closeDatabase(db))
  removeFolder(own)
  const cost = (name: Asked): Cost => ({ badges, milliseconds: measured[name].microseconds / 1000 })
  return { opening: cost('opening'), firstScreen: cost('firstScreen'), coverage: cost('coverage'), people: cost('people') }
}

test('opening, coverage and people', async () => {
  const found: Readonly<Record<Asked, Cost>>[] = []
  for (const badges of sizes) found.push(await screens(badges))
  const names = Object.keys(asked) as Asked[] // An object's own names are those of its type, where nothing widened it.
  const row = (name: Asked) =>
    growthRow(
      asked[name],
      found.map((costs) => costs[name]),
      sizes,
    )
  printPlain('How the screens grow, 61 × 132 cells, twenty badges to a person: the whole, and in brackets a badge', names.map(row))
})
