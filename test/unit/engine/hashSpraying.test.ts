import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { rematch } from '../../../electron/engine/jobs/rematch/rematch'
import { reverify } from '../../../electron/engine/jobs/reverify/reverify'
import { seekingOf } from '../../../electron/engine/knowledge/matching'
import { closeEngine } from '../../../electron/engine/open'
import { type Kept, listUnits, openIntake } from '../../../electron/intake'
import { applyRoster, missedHashes, readImportItems } from '../../../electron/store'
import { buildContext } from '../../../electron/verifier'
import type { JsonValue } from '../../../shared/model/json'
import { recipientLimits } from '../../../shared/model/recipientLimits'
import { ensureBuild } from '../../run/freshBuild.ts'
import { readSources } from '../../static/sources.ts'
import { act, emptyPlan, person } from '../store/words'
import { builtWorker, good, importWhole, openScratchEngine, scratch } from './stand'

beforeAll(() => ensureBuild())

/** How many people have an address. */
const staff = 300
const people = Array.from({ length: staff }, (_, number) => person(String(number), { emails: [`staff${number}@city.example`] }))

const identity = (address: string, salt: string) => {
  const digest = createHash('sha256')
    .update(address + salt)
    .digest('hex')
  return { type: 'email', hashed: true, salt, identity: `sha256$${digest}` }
}
const assertion = (id: string, recipient: JsonValue) =>
  JSON.stringify({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://badges.example/assertions/${id}`,
    recipient,
    badge: 'https://badges.example/classes/1',
    verification: { type: 'hosted' },
    issuedOn: '2026-04-01T00:00:00Z',
  })
/** An unsigned file with four hundred hashed recipients that match no person, each with a salt of its own. */
const spray = (file: string) =>
  assertion(
    `spray-${file}`,
    Array.from({ length: 400 }, (_, number) => identity(`${file} ${number}`, `salt ${file} ${number}`)),
  )
/** A badge of a person with one to three recipient identities. */
const genuine = (number: number) =>
  assertion(
    `genuine-${number}`,
    Array.from({ length: 1 + (number % 3) }, (_, way) => identity(`staff${number}@city.example`, `own ${number} ${way}`)),
  )

const genuineNumbers = [7, 8, 150, 299]

/** The files in a folder, read in the order of their names. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = scratch()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.json`), text)
  return folder
}
const orders: Readonly<Record<string, (kind: 'spray' | 'genuine', number: number) => string>> = {
  'the spraying files first': (kind, number) => `${kind === 'spray' ? 'a' : 'b'}${number}`,
  'the genuine badges first': (kind, number) => `${kind === 'spray' ? 'b' : 'a'}${number}`,
  'both by turns': (kind, number) => `${number}${kind}`,
}
const bundle = (name: (typeof orders)[string]) =>
  folderOf({
    ...Object.fromEntries(Array.from({ length: 5 }, (_, file) => [name('spray', file), spray(String(file))])),
    ...Object.fromEntries(genuineNumbers.map((number, place) => [name('genuine', place), genuine(number)])),
  })

function settled(): Engine {
  const engine = openScratchEngine()
  good(applyRoster(engine.db, { plan: { ...emptyPlan, people: { add: people, change: [] } }, on: '2026-04-01', ...act }))
  return engine
}

/** What workers find in a folder with the people stored now. */
async function keptIn(engine: Engine, folder: string): Promise<readonly Kept[]> {
  const units = good(listUnits([folder]))
  const intake = openIntake({ workerFile: builtWorker, signal: new AbortController().signal })
  const kept: Kept[] = []
  for await (const lists of intake.keep(units, buildContext([], { issuers: [] }, engine.now()), seekingOf(engine.db, units.length))) kept.push(...lists.flat())
  intake.close()
  return kept
}
const hashesTried = (kept: readonly Kept[], which: 'spray' | 'genuine') =>
  kept
    .filter((found) => found.kind === 'credential')
    .filter(({ credential }) => credential.document.includes(`/assertions/${which}`))
    .flatMap(({ sought }) => sought)
    .reduce((sum, { tried }) => sum + tried, 0)

const owners = ({ db }: Engine) =>
  db
    .prepare<[], readonly [string, string | null]>(
      "SELECT json_extract(document, '$.id'), staff_number FROM credential LEFT JOIN person ON person.id = person_id WHERE document LIKE '%genuine%' ORDER BY 1",
    )
    .raw()
    .all()
const allFound = genuineNumbers.map((number) => [`https://badges.example/assertions/genuine-${number}`, String(number)]).sort()

for (const [order, name] of Object.entries(orders))
  test(`five unsigned files of four hundred hashes cost eight searches each, and every genuine badge beside them is found: ${order}`, async () => {
    const engine = settled()
    const folder = bundle(name)
    const kept = await keptIn(engine, folder)
    expect(hashesTried(kept, 'spray')).toBe(5 * recipientLimits.hashes * staff)
    const { outcomes, importId } = await importWhole(engine, folder)
    expect(outcomes).toMatchObject({ new: genuineNumbers.length, unmatched: 5 })
    expect(owners(engine)).toEqual(allFound)
    // They are listed with the reason and can be filtered by it.
    const flagged = readImportItems(engine.db, { importId, outcome: 'unmatched', grade: null, among: null, code: null, offset: 0, limit: 10 })
    expect(flagged.total).toBe(5)
    const [problems] = engine.db.prepare("SELECT problems FROM verification WHERE problems LIKE '%too-many%'").pluck().all() as readonly string[]
    expect(JSON.parse(problems!)).toContainEqual({ code: 'recipient.too-many', detail: String(400 - recipientLimits.hashes) })
    await closeEngine(engine)
  })

test('a hash without a match is not tried again by the next import, in another file or after a change of the register; only new addresses are tried', async () => {
  const engine = settled()
  await importWhole(engine, bundle(orders['both by turns']!))
  expect(missedHashes(engine.db)).toHaveLength(5 * recipientLimits.hashes)
  expect(hashesTried(await keptIn(engine, bundle(orders['the genuine badges first']!)), 'spray')).toBe(0)
  const [first] = Array.from({ length: 1 }, () => identity('0 3', 'salt 0 3'))
  expect(hashesTried(await keptIn(engine, folderOf({ other: assertion('spray-other', first!) })), 'spray')).toBe(0)
  const verdicts = () => engine.db.prepare('SELECT recipient FROM verification WHERE is_current = 1 ORDER BY credential_id').pluck().all()
  const before = verdicts()
  good(await reverify(engine, { why: 'register' }))
  expect(verdicts()).toEqual(before)
  // One of the forty hashes belongs to a person who is added: each costs one hash, and that one finds its owner.
  const newcomer = person('new', { emails: ['0 3'] })
  good(applyRoster(engine.db, { plan: { ...emptyPlan, people: { add: [newcomer], change: [] } }, on: '2026-04-01', ...act }))
  expect(hashesTried(await keptIn(engine, bundle(orders['both by turns']!)), 'spray')).toBe(5 * recipientLimits.hashes)
  expect(good(await rematch(engine))).toMatchObject({ looked: 5, found: 1 })
  await closeEngine(engine)
})

test('badges whose search was put off are unmatched, are counted as unsought, and are found when somebody asks for it', async () => {
  const engine = settled()
  await importWhole(engine, bundle(orders['both by turns']!))
  // As an import leaves them when its budget is spent.
  engine.db.exec("UPDATE credential SET person_id = NULL, matched_identity = NULL, sought = NULL WHERE document LIKE '%genuine%'")
  expect(good(await rematch(engine))).toEqual({ looked: 0, found: 0 })
  expect(handlers['verification.state']({}, engine)).toMatchObject({ value: { unsought: genuineNumbers.length } })
  expect(await handlers['verification.goOn']({}, engine)).toMatchObject({ value: { people: { found: genuineNumbers.length } } })
  expect(owners(engine)).toEqual(allFound)
  expect(handlers['verification.state']({}, engine)).toMatchObject({ value: { unsought: 0 } })
  await closeEngine(engine)
})

test('no hash is computed in the thread that answers calls: only workers compute them', () => {
  const able = readSources('.ts')
    .filter(({ path, text }) => /^electron\//.test(path) && /\b(findHashed|searchAmong|makeSeeker)\(/.test(text))
    .map(({ path }) => path)
  expect(able.sort()).toEqual(['electron/intake/pool/worker.ts', 'electron/intake/seek.ts', 'electron/roster/hashedRecipient.ts'])
})
