import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seekingOf } from '../../electron/engine/knowledge/matching'
import { listUnits, openIntake } from '../../electron/intake'
import { readDepartment } from '../../electron/store'
import { recipientLimits } from '../../shared/model/recipientLimits'
import { close, good, makeFolder, removeFolder, settledEngine, workerFile, writeSampleCity } from './city'
import { knowing, makeIssuer } from './credentials'
import { measure, printTable, within } from './measure'
import { runProgram } from './program'

const folder = makeFolder()
const staff = 20_000
/** A city of a hundred thousand takes long to import where so many addresses are tried: only with `--large`. Its memory is nearly that of a tenth of it. */
const things = process.env.BENCH_LARGE === '1' ? [10_000, 100_000, 300_000] : [10_000, 100_000]
afterAll(() => removeFolder(folder))

function subfolder(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

test('memory of an import of the sample city', async () => {
  const rows = []
  for (const count of things) {
    const own = subfolder(`mixed-${count}`)
    const city = await writeSampleCity(own, count, staff)
    const data = join(own, 'data')
    runProgram('roster', city('roster.csv'), '--data', data, '--on', '2026-11-20', '--json')
    runProgram('register', 'import', city('register.json'), '--data', data, '--json')
    const { printed, peakMegabytes } = runProgram('import', city('badges.zip'), '--data', data, '--json')
    expect(printed).toContain('"kind":"import"')
    const what = `${count.toLocaleString('en')} things, hosted, tokens and pictures, ${staff.toLocaleString('en')} people`
    rows.push(within(what, peakMegabytes, count === 100_000 ? 'mixed-memory' : null, 'MB'))
    removeFolder(own)
  }
  printTable('Memory (RSS) of the whole process while it imports the sample city, both workers in it', rows, {
    remarks: ['Most recipients are hashes with a salt of their own; one hosted badge in five has a record of an inquiry in files of a thousand records each.'],
  })
})

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** An unsigned badge that names four hundred people who are nobody. */
const sprayed = (file: number) =>
  JSON.stringify({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://badges.example/${file}`,
    recipient: Array.from({ length: 400 }, (_, number) => ({
      type: 'email',
      hashed: true,
      salt: `salt ${file} ${number}`,
      identity: `sha256$${hash(`nobody ${file} ${number}`)}`,
    })),
    badge: 'https://badges.example/class',
    verification: { type: 'hosted' },
    issuedOn: '2026-04-01T00:00:00Z',
  })

test('files that are made to cost hashes', async () => {
  const issuer = makeIssuer()
  const own = subfolder('sprayed')
  const { engine } = await settledEngine(own, await writeSampleCity(own, 200, staff), issuer)
  const files = subfolder('sprayed/files')
  for (let file = 0; file < 5; file++) writeFileSync(join(files, `${file}.json`), sprayed(file))
  const units = good(listUnits([files]))
  const seeking = seekingOf(engine.db, units.length)
  let tried = 0
  const run = async () => {
    const intake = openIntake({ workerFile, signal: new AbortController().signal })
    tried = 0
    for await (const lists of intake.keep(units, knowing(issuer.did), seeking))
      for (const found of lists.flat()) if (found.kind === 'credential') for (const one of found.sought) tried += one.tried
    intake.close()
  }
  const { spray } = await measure({ warm: 0, counted: 3 }, { spray: { units: 1, run } })
  const addresses = readDepartment(engine.db).people.reduce((sum, { emails }) => sum + emails.length, 0)
  expect(tried).toBeGreaterThan(0)
  printTable(
    `Five unsigned files of four hundred salted hashes, ${addresses.toLocaleString('en')} addresses`,
    [within(`${tried.toLocaleString('en')} hashes, the threads' beginning among it`, spray.microseconds / 1000, 'hash-spraying', 'ms')],
    { remarks: [`Of each file ${recipientLimits.hashes} hashes are tried; the same files cost none when they come again.`] },
  )
  close(engine)
})
