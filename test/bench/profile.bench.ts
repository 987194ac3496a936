import { mkdirSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import './namedJsonParse'
import { close, makeFolder, removeFolder, settledEngine, writeBundles, writeSampleCity } from './city'
import { knowing, makeIssuer } from './credentials'
import { manySigned } from './manySigned'
import { printPlain } from './measure'
import { parsed, verified } from './ours'
import { type Locate, shareRows, storeStage, timesOf } from './profile'
import { buildMapped, locateMapped, locateSource, profiled, profiledProgram } from './profiling'

const count = 2000
const folder = makeFolder()
const issuer = makeIssuer()
afterAll(() => removeFolder(folder))

function makeSubfolder(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

const named = count.toLocaleString('en')

test('where the time of a verification goes', async () => {
  const context = knowing(issuer.did)
  const files: Buffer[] = []
  for await (const text of manySigned(count + 500, issuer)) files.push(Buffer.from(text))
  for (const bytes of files.slice(count)) await verified(parsed(bytes), context)
  const profile = await profiled(async () => {
    for (const bytes of files.slice(0, count)) await verified(parsed(bytes), context)
  })
  const { self, own, total } = timesOf(profile, locateSource)
  // The profile must have seen the work: what it cannot leave out took some of the time.
  expect([self.get('cryptography (node:crypto, OpenSSL)') ?? 0, self.get('JSON.parse') ?? 0].every((microseconds) => microseconds > 0)).toBe(true)
  printPlain(`Read + parse + verify ${named} eddsa-rdfc-2022 credentials, one thread: whose code ran`, shareRows(self, total, count, 0.7), {
    remarks: [
      'Sampled five times a millisecond, which costs some time itself. Built-in functions other than `JSON.parse` (sorting, regular expressions) are part of whoever calls them.',
    ],
  })
  printPlain('The same time by the file of ours that had called, itself or through packages, cryptography and collections', shareRows(own, total, count, 1.5))
})

/** The sum of what several threads did. */
function together(profiles: readonly Profiler.Profile[], locate: Locate) {
  const self = new Map<string, number>()
  let total = 0
  for (const profile of profiles) {
    const times = timesOf(profile, locate)
    total += times.total
    for (const [name, microseconds] of times.self) self.set(name, (self.get(name) ?? 0) + microseconds)
  }
  return { self, total }
}

test('where the time of an import goes', async () => {
  const city = await writeSampleCity(folder, 100)
  const { engine, emails } = await settledEngine(folder, city, issuer)
  close(engine)
  const [bundle] = await writeBundles(folder, manySigned(count, issuer, emails))
  buildMapped()
  const { main, workers, printed } = profiledProgram(makeSubfolder('profiles'), 'import', bundle!, '--data', engine.dataFolder, '--json')
  expect(printed).toContain(`"new":${count}`)
  const locate = locateMapped()
  const [saving, working] = [timesOf(main, locate), together(workers, locate)]
  // Worker threads verify, the main thread saves: a profile that saw neither saw something else.
  expect([working.self.get('electron/verifier/proofs') ?? 0, saving.self.get(storeStage) ?? 0].every((microseconds) => microseconds > 0)).toBe(true)
  const waited = (saving.self.get('waiting') ?? 0) / (saving.total + (saving.self.get('waiting') ?? 0))
  printPlain(
    `Import of ${named} eddsa-rdfc-2022 credentials, worker threads, their start included: whose code ran`,
    shareRows(working.self, working.total, count, 0.7),
    {
      remarks: ['Two looks a millisecond at the program as it is built; every thread has its own collector.'],
    },
  )
  printPlain(`The same import, main thread, start and end of the program included: whose code ran`, shareRows(saving.self, saving.total, count, 0.7), {
    remarks: [`The main thread waited ${(100 * waited).toFixed(0)} % of the whole time, mostly for its workers; the shares are of the rest.`],
  })
})
