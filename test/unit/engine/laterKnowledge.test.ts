import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine, ImportJob } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { startImportJob } from '../../../electron/engine/jobs/import/startImportJob'
import { closeEngine } from '../../../electron/engine/open'
import { readImportItems } from '../../../electron/store'
import type { Grade } from '../../../shared/model/verification'
import { ensureBuild } from '../../run/freshBuild.ts'
import {
  badgesAlone,
  type City,
  coverageOf,
  documentsAlone,
  entriesOf,
  good,
  heldDigest,
  importRegister,
  importRoster,
  importSkills,
  importWhole,
  openScratchEngine,
  settleCity,
  summaryOf,
  trueCoverage,
  usualScope,
  writeCity,
} from './stand'

/* The order of rosters, keys, lists, registers and badges does not change the result. */

let city: City
let truth: Readonly<Record<string, number>>
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  truth = trueCoverage(city.answers, { ...usualScope, withLeavers: false })
})

const toho = {
  id: 'did:web:badges.toho-univ.example',
  name: '東峰大学',
  nameEn: 'Toho University',
  confirmedBy: '佐伯　由香里',
  confirmedOn: '2026-10-01',
  how: '公文書で受領',
}

/** The university's keys, as its DID document in the bundle has them: the first, and the one that followed it. */
function tohoKeys(of: City): readonly string[] {
  const [, bytes] = [...entriesOf(of)].find(([name]) => name.includes('東峰大学_did'))!
  const { verificationMethod } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { verificationMethod: readonly { publicKeyMultibase: string }[] }
  return verificationMethod.map(({ publicKeyMultibase }) => publicKeyMultibase)
}

/** Each stored badge by its file, with its current grade. */
async function gradesOf(engine: Engine, importId: string): Promise<Readonly<Record<string, Grade>>> {
  const { items } = readImportItems(engine.db, { importId, outcome: null, grade: null, among: null, code: null, offset: 0, limit: 1000 })
  const grades: Record<string, Grade> = {}
  for (const { source, credentialId } of items) if (credentialId !== null) grades[source] = good(await handlers['badge.read']({ credentialId }, engine)).grade
  return grades
}

const trueGrades = (): Readonly<Record<string, Grade>> =>
  Object.fromEntries(city.answers.files.flatMap(({ kind, source, grade }) => (kind === 'credential' && grade !== undefined ? [[source, grade]] : [])))

async function badgeAt(engine: Engine, importId: string, part: string) {
  const { items } = readImportItems(engine.db, { importId, outcome: null, grade: null, among: null, code: null, offset: 0, limit: 1000 })
  const found = items.find(({ source }) => source.includes(part))
  return good(await handlers['badge.read']({ credentialId: found!.credentialId! }, engine))
}

const sourceOf = (fault: string) => city.answers.files.find((file) => file.fault === fault)!.source

describe('badges that are imported before the roster', () => {
  it('are unmatched at first, and matched after the roster', async () => {
    const engine = openScratchEngine()
    await importRegister(engine, city)
    await importSkills(engine, city)
    const { outcomes, received } = await importWhole(engine, city.path('badges.zip'))
    expect(outcomes).toMatchObject({ new: 0, replaced: 0, duplicate: 0 })
    expect(outcomes.unmatched + outcomes.rejected + outcomes.support + outcomes.unreadable + outcomes.ignored).toBe(received)
    expect(coverageOf(engine, usualScope)).toEqual({})
    await importRoster(engine, city)
    expect(coverageOf(engine, usualScope)).toEqual(truth)
    const { total } = good(await handlers['people.unmatched']({ offset: 0, limit: 1 }, engine))
    expect(total).toBeLessThanOrEqual(city.answers.import.first.unmatched!)
    await closeEngine(engine)
  })

  it('are matched also where the roster is imported while they are being imported', async () => {
    const engine = openScratchEngine()
    await importRegister(engine, city)
    await importSkills(engine, city)
    let roster: Promise<unknown> | null = null
    const job = good(
      startImportJob(engine, [city.path('badges.zip')], async () => {
        roster ??= importRoster(engine, city)
        await roster
      }),
    )
    await job.ended
    expect(coverageOf(engine, usualScope)).toEqual(truth)
    await closeEngine(engine)
  })
})

describe('a register', () => {
  it('that is imported after the badges raises them from B to A, and their history shows it', async () => {
    const engine = openScratchEngine()
    await importRoster(engine, city)
    await importSkills(engine, city)
    const { importId, grades } = await importWhole(engine, city.path('badges.zip'))
    expect(grades).toMatchObject({ verified: 0 })
    const name = Object.entries(trueGrades()).find(([, grade]) => grade === 'verified')![0]
    const before = await badgeAt(engine, importId, name)
    const { verifiedAgain, changed } = await importRegister(engine, city)
    expect(changed).toBeGreaterThan(30)
    expect(verifiedAgain).toBeGreaterThanOrEqual(changed)
    expect(await gradesOf(engine, importId)).toEqual(trueGrades())
    expect(coverageOf(engine, usualScope)).toEqual(truth)
    expect(before.history.map(({ what, grade }) => [what, grade])).toEqual([['imported', before.grade]])
    expect((await badgeAt(engine, importId, name)).history.map(({ what, grade }) => [what, grade])).toEqual([
      ['imported', before.grade],
      ['verified-again', 'verified'],
    ])
    await closeEngine(engine)
  })

  it('that is imported while badges are being imported applies to all of them', async () => {
    const engine = openScratchEngine()
    await importRoster(engine, city)
    await importSkills(engine, city)
    let register: Promise<unknown> | null = null
    const job = good(
      startImportJob(engine, [city.path('badges.zip')], async () => {
        register ??= importRegister(engine, city)
        await register
      }),
    )
    await job.ended
    expect(await gradesOf(engine, job.importId)).toEqual(trueGrades())
    await closeEngine(engine)
  })

  it('that adds a key raises what it signed, and leaves what the old key signed in its period', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const before = await gradesOf(engine, importId)
    const signedByTheNewKey = sourceOf('key-not-pinned')
    expect(before[signedByTheNewKey]).toBe('unregistered')
    const second = tohoKeys(city)[1]!
    const saved = good(
      await handlers['register.save']({ ...toho, publicKeyMultibase: second, validFrom: '2023-04-01T00:00:00+09:00', validUntil: null }, engine),
    )
    expect(saved.changed).toBeGreaterThan(0)
    const after = await gradesOf(engine, importId)
    expect(Object.entries(after).filter(([source, grade]) => before[source] !== grade)).toEqual([[signedByTheNewKey, 'verified']])
    const { entries } = good(await handlers['register.read']({}, engine))
    expect(entries.find(({ id }) => id === toho.id)!.keys.map(({ validUntil }) => validUntil)).toEqual(['2026-10-01T00:00:00+09:00', null])
    await closeEngine(engine)
  })

  it('that ends a key’s period earlier lowers only what was issued after the end, and raises it when the period is longer again', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const before = await gradesOf(engine, importId)
    const end = '2025-04-01T00:00:00+09:00'
    const shorter = join(city.folder, 'shorter.json')
    writeFileSync(shorter, readFileSync(city.path('register.json'), 'utf8').replace('2026-10-01T00:00:00+09:00', end))
    good(await handlers['register.import']({ path: shorter, replace: false, digest: null }, engine))
    const after = await gradesOf(engine, importId)
    const issued = (source: string) => Date.parse(city.answers.files.find((file) => file.source === source)!.validFrom!)
    const lost = Object.keys(before).filter((source) => before[source] !== after[source])
    expect(lost.length).toBeGreaterThan(0)
    for (const source of lost) expect([before[source], after[source], issued(source) >= Date.parse(end)], source).toEqual(['verified', 'unregistered', true])
    const kept = city.answers.files.filter((file) => file.issuerId === toho.id && file.grade === 'verified' && !lost.includes(file.source))
    expect(kept.length).toBeGreaterThan(0)
    for (const { source } of kept) expect(issued(source), source).toBeLessThan(Date.parse(end))
    good(await handlers['register.import']({ path: city.path('register.json'), replace: true, digest: null }, engine))
    expect(await gradesOf(engine, importId)).toEqual(before)
    await closeEngine(engine)
  })
})

describe('keys, lists and inquiries', () => {
  const named = (grades: Readonly<Record<string, Grade>>) =>
    Object.fromEntries(Object.entries(grades).map(([source, grade]) => [source.replace(/^.*?!/, ''), grade]))

  it('that come in a later bundle change verdicts of an earlier one; undoing the later import changes them back', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    const badges = await importWhole(engine, badgesAlone(city))
    const alone = await gradesOf(engine, badges.importId)
    const held = heldDigest(engine.db)
    expect(named(alone)).not.toEqual(named(trueGrades()))
    const documents = await importWhole(engine, documentsAlone(city))
    expect(documents.outcomes.support).toBe(documents.received)
    expect(named(await gradesOf(engine, badges.importId))).toEqual(named(trueGrades()))
    expect(coverageOf(engine, usualScope)).toEqual(truth)
    good(await handlers['import.undo']({ importId: documents.importId }, engine))
    expect(await gradesOf(engine, badges.importId)).toEqual(alone)
    expect(heldDigest(engine.db)).toBe(held)
    await closeEngine(engine)
  })

  it('of an import that was killed before its reverification take effect with the next import', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    const { importId } = await importWhole(engine, badgesAlone(city))
    const documents = documentsAlone(city)
    // The documents are saved by an import that is killed after that.
    const killed: ImportJob = good(startImportJob(engine, [documents], () => killed.leave()))
    await killed.ended
    expect(summaryOf(engine, killed.importId)).toMatchObject({ state: 'interrupted' })
    expect(summaryOf(engine, killed.importId).outcomes.support).toBeGreaterThan(10)
    await importWhole(engine, documents)
    expect(named(await gradesOf(engine, importId))).toEqual(named(trueGrades()))
    await closeEngine(engine)
  })
})
