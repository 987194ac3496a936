import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../electron/engine/handler'
import { handlers } from '../../electron/engine/handlers'
import { runImport } from '../../electron/engine/jobs/import/runImport'
import { type Intake, listUnits, missedTable, openIntake, usualLimits } from '../../electron/intake'
import { readDepartment, saveIssuers } from '../../electron/store'
import type { ImportSummary } from '../../shared/contract/importing'
import type { JsonObject } from '../../shared/model/json'
import { close, freshEngine, good, makeFolder, removeFolder, workerFile, writeBundle, writeSampleCity } from './city'
import { type Issuer, knowing, makeIssuer } from './credentials'
import { manySigned } from './manySigned'
import { compare, inProcessorTime, measure, printTable, within } from './measure'
import { makePeer } from './peer'
import { runProgram } from './program'

const folder = makeFolder()
const sampleBadges = 2000
/** Enough for the threads to have compiled what they run again and again: a department's bundle is a matter of seconds, most of them theirs. */
const signedBadges = 20_000
/** The peer is measured by this many; more of the same would only take longer. */
const peerCredentials = 100

let issuer: Issuer
let texts: string[]
let city: (name: string) => string
let bundle: string
let peer: () => Promise<void>

beforeAll(async () => {
  issuer = makeIssuer()
  city = await writeSampleCity(folder, sampleBadges)
  const engine = await settled()
  const emails = readDepartment(engine.db).people.flatMap((person) => person.emails)
  close(engine)
  texts = []
  for await (const text of manySigned(signedBadges, issuer, emails)) texts.push(text)
  bundle = writeBundle(folder, texts)
  const verify = makePeer(issuer)
  const documents = texts.slice(0, peerCredentials).map((text) => JSON.parse(text) as JsonObject)
  peer = async () => {
    for (const document of documents) await verify(document)
  }
})
afterAll(() => removeFolder(folder))

/** An engine that knows people and issuers, ready for its first bundle. */
async function settled(): Promise<Engine> {
  const engine = freshEngine(folder)
  good(await handlers['roster.import']({ path: city('roster.csv'), on: '2026-11-20', mapping: null }, engine))
  good(await handlers['register.import']({ path: city('register.json'), replace: false, digest: null }, engine))
  good(saveIssuers(engine.db, { issuers: knowing(issuer.did).register.issuers, at: engine.now().toISOString(), actor: 'bench' }))
  return engine
}

/** Imports of one bundle, each into an engine of its own; what came of the last. */
function imports(path: () => string) {
  let engine: Engine | null = null
  let summary: ImportSummary | null = null
  return {
    before: async () => {
      engine = await settled()
    },
    run: async () => {
      summary = good(await runImport(engine!, [path()], { progress: () => {} }))
      close(engine!)
    },
    summary: () => summary!,
  }
}

test('ZIP to database', async () => {
  const [signed, mixed] = [imports(() => bundle), imports(() => city('badges.zip'))]
  const {
    one,
    other,
    '@digitalbazaar/vc': theirs,
  } = await measure(
    { warm: 0, counted: 3 },
    {
      one: { units: signedBadges, before: signed.before, run: signed.run },
      '@digitalbazaar/vc': { units: peerCredentials, run: () => peer() },
      other: { units: sampleBadges, before: mixed.before, run: mixed.run },
    },
  )
  // Nothing may be quick because it was not done.
  expect([signed.summary().grades.verified, signed.summary().outcomes.new]).toEqual([signedBadges, signedBadges])
  expect(Object.values(mixed.summary().grades).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(sampleBadges * 0.9)
  const rate = (microseconds: number) => Math.round(1_000_000 / microseconds).toLocaleString('en')
  printTable(
    'ZIP → read → parse → verify → match → database, two workers, a badge; the peer only verifies, in one thread',
    [
      compare(`${signedBadges.toLocaleString('en')} eddsa-rdfc-2022: ${rate(one.microseconds)}/s`, one, theirs, 'whole-import'),
      compare(`${sampleBadges.toLocaleString('en')} of the sample city: ${rate(other.microseconds)}/s`, other, theirs, null),
      compare('the first row in processor time, all threads together', inProcessorTime(one), inProcessorTime(theirs), null),
    ],
    {
      remarks: [
        'The first row is the one the target speaks of: the peer verifies such credentials and no others. The badges of the sample city are mostly hosted ones and tokens, many in pictures, as in Japanese cities today; so few are over before the threads have compiled what they run.',
        'Addresses come hashed, each with a salt of its own, in the order of the roster, as courses write them.',
        'The workers, the thread that saves and the peer’s single thread share the cores of this machine.',
      ],
      whyMissed: {
        'whole-import':
          'Verification is a small part of it: the bench `profile` says what the threads do beside, and two workers cannot give more than two cores have.',
      },
    },
  )
})

test('two workers against one', async () => {
  const units = good(listUnits([bundle]))
  const context = knowing(issuer.did)
  const open = (workers: number) => openIntake({ workerFile, limits: { ...usualLimits, workers }, signal: new AbortController().signal })
  const inspectWith = async (intake: Intake) => {
    const refused: unknown[] = []
    let intact = 0
    for await (const lists of intake.keep(units, context, { people: [], decided: [], missed: missedTable([]), budget: null })) {
      for (const found of lists.flat()) {
        if (found.kind === 'credential' && found.verdict.grade === 'verified') intact += 1
        else refused.push(found.kind === 'unreadable' ? found.problem : found.kind)
      }
    }
    expect([intact, refused]).toEqual([units.length, []])
  }
  const fresh = async (workers: number) => {
    const intake = open(workers)
    await inspectWith(intake)
    intake.close()
  }
  const side = (run: () => Promise<void>) => ({ units: units.length, run })
  const [oneWarm, twoWarm] = [open(1), open(2)]
  const warm = await measure({ warm: 2, counted: 3 }, { two: side(() => inspectWith(twoWarm)), 'one worker': side(() => inspectWith(oneWarm)) })
  oneWarm.close()
  twoWarm.close()
  const begun = await measure({ warm: 0, counted: 3 }, { two: side(() => fresh(2)), 'one worker': side(() => fresh(1)) })
  const many = units.length.toLocaleString('en')
  printTable(
    `Worker threads: reading, parsing, verifying, ${many} credentials`,
    [
      compare(`two workers that have had ${(2 * units.length).toLocaleString('en')} before`, warm.two, warm['one worker'], 'two-workers'),
      compare('… all threads, in processor time', inProcessorTime(warm.two), inProcessorTime(warm['one worker']), null),
      compare('two workers that are just begun', begun.two, begun['one worker'], null),
      compare('… all threads, in processor time', inProcessorTime(begun.two), inProcessorTime(begun['one worker']), null),
    ],
    {
      remarks: [
        'A worker that has just begun compiles what it runs again and again, beside its work and on the same cores; two of them do so twice. A hundred thousand badges are enough for it not to count.',
      ],
      whyMissed: {
        'two-workers':
          'On two cores two workers share them with the thread that takes their answers, with the collectors of all three and with everything else on the machine; one worker has the second core to itself for these.',
      },
    },
  )
})

test('memory of an import', () => {
  const data = join(folder, 'cli')
  runProgram('roster', city('roster.csv'), '--data', data, '--on', '2026-11-20', '--json')
  runProgram('register', 'import', city('register.json'), '--data', data, '--json')
  printTable(
    'Memory (RSS) of the whole process, both workers in it',
    [
      within('idle: reading the list of issuers', runProgram('register', 'list', '--data', data, '--json').peakMegabytes, null, 'MB'),
      within(
        `import of ${sampleBadges.toLocaleString('en')} badges`,
        runProgram('import', city('badges.zip'), '--data', data, '--json').peakMegabytes,
        null,
        'MB',
      ),
    ],
    { remarks: [`The target speaks of 100,000 badges; ${sampleBadges.toLocaleString('en')} is what is measured here.`] },
  )
})
