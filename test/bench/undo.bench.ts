import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runImport } from '../../electron/engine/jobs/import/runImport'
import { undoImportJob } from '../../electron/engine/jobs/undo/undoImportJob'
import { readHoldings } from '../../electron/store'
import { close, good, makeFolder, removeFolder, settledEngine, writeBundles, writeSampleCity } from './city'
import { makeIssuer } from './credentials'
import { type Cost, growthRow } from './growth'
import { manySigned } from './manySigned'
import { compare, type Measured, printPlain, printTable, processor, wall, within } from './measure'

const large = process.env.BENCH_LARGE === '1'
const sizes = large ? [1000, 10_000, 100_000, 1_000_000] : [1000, 10_000, 100_000]
const department = 100_000
const folder = makeFolder()
const issuer = makeIssuer()
afterAll(() => removeFolder(folder))

interface Both {
  readonly imported: Measured
  readonly undone: Measured
  readonly undo: Cost
  /** The longest time for which no other call was answered. */
  readonly longestMilliseconds: number
}

/** Imports that many badges and undoes the import, in one program with nothing else in its data folder but people and issuers. */
async function importAndUndo(badges: number, city: (name: string) => string): Promise<Both> {
  const own = join(folder, String(badges))
  mkdirSync(own)
  const { engine, emails } = await settledEngine(own, city, issuer)
  const bundles = await writeBundles(own, manySigned(badges, issuer, emails))
  const timed = async <Value>(name: string, work: () => Promise<Value>) => {
    const [wallBegun, processorBegun] = [wall(), processor()]
    const value = await work()
    const microseconds = ((wall() - wallBegun) * 1000) / badges
    const processorRounds = [((processor() - processorBegun) * 1000) / badges]
    return { value, measured: { name, microseconds, rounds: [microseconds], processorRounds } }
  }
  const imported = await timed('importing them', async () => good(await runImport(engine, bundles, { progress: () => {} })))
  let [last, longestMilliseconds] = [wall(), 0]
  const beat = setInterval(() => {
    longestMilliseconds = Math.max(longestMilliseconds, wall() - last)
    last = wall()
  }, 1)
  const undone = await timed('undo', async () => good(await undoImportJob(engine, imported.value.importId)))
  clearInterval(beat)
  // Nothing may be quick because it was not done.
  expect(undone.value).toEqual({ removed: badges, finished: true })
  expect(readHoldings(engine.db).credentials).toBe(0)
  close(engine)
  removeFolder(own)
  return {
    imported: imported.measured,
    undone: undone.measured,
    undo: { badges, milliseconds: (undone.measured.microseconds * badges) / 1000 },
    longestMilliseconds,
  }
}

test('undo of an import', async () => {
  const city = await writeSampleCity(folder, 100)
  const all: Both[] = []
  for (const badges of sizes) all.push(await importAndUndo(badges, city))
  const { imported, undone, undo, longestMilliseconds } = all[sizes.indexOf(department)]!
  printPlain(
    'How an undo grows: the whole, and in brackets a badge',
    [
      growthRow(
        'undo of the only import',
        all.map((one) => one.undo),
        sizes,
      ),
    ],
    {
      remarks: [
        `The longest time for which the engine answered no other call, at ${department.toLocaleString('en')} badges: ${longestMilliseconds.toFixed(0)} ms.`,
      ],
    },
  )
  printTable('Undo of an import of a hundred thousand badges', [
    within('from the call to its answer, journal cleared and space given back', undo.milliseconds, 'undo-time', 'ms'),
    compare('a badge, against importing it by two workers', undone, imported, 'undo-import'),
  ])
})
