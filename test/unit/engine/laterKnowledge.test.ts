import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { startImportJob } from '../../../electron/engine/jobs/importJob'
import { closeEngine } from '../../../electron/engine/open'
import { readImportItems } from '../../../electron/store'
import type { Grade } from '../../../shared/model/verification'
import { ensureBuild } from '../../run/freshBuild.ts'
import {
  type City,
  coverageOf,
  day,
  good,
  heldDigest,
  importRegister,
  importRoster,
  importSkills,
  importWhole,
  openScratchEngine,
  partOfBundle,
  scratch,
  settleCity,
  summaryOf,
  trueCoverage,
  usualScope,
  writeCity,
} from './stand'

/* Whatever order people, keys, lists, registers and badges come in, the end is the same. */

let city: City
let truth: Readonly<Record<string, number>>
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  truth = trueCoverage(city.answers, { ...usualScope, withLeavers: false })
})

/** Each held badge by its file, with its grade of today. */
async function gradesOf(engine: Engine, importId: string): Promise<Readonly<Record<string, Grade>>> {
  const { items } = readImportItems(engine.db, { importId, outcome: null, code: null, offset: 0, limit: 1000 })
  const grades: Record<string, Grade> = {}
  for (const { source, credentialId } of items)
    if (credentialId !== null) grades[source] = good(await handlers['badge.read']({ credentialId }, engine)).grade
  return grades
}

const trueGrades = () => Object.fromEntries(city.answers.files.flatMap(({ kind, source, grade }) => (kind === 'credential' ? [[source, grade]] : [])))

async function badgeAt(engine: Engine, importId: string, part: string) {
  const { items } = readImportItems(engine.db, { importId, outcome: null, code: null, offset: 0, limit: 1000 })
  const found = items.find(({ source }) => source.includes(part))
  return good(await handlers['badge.read']({ credentialId: found!.credentialId! }, engine))
}

const sourceOf = (fault: string) => city.answers.files.find((file) => file.fault === fault)!.source

describe('badges that come before the roster', () => {
  it('are nobody’s at first, and everybody’s afterwards', async () => {
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

  it('find their people also where the roster arrives while they are being imported', async () => {
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
  it('that comes after the badges lifts them from B to A, and their history says so', async () => {
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

  it('that comes while badges are being imported is heeded for all of them', async () => {
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

  it('that takes up a new key lifts what it signed, and leaves what the old key signed in its days', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const waiting = sourceOf('key-not-pinned')
    expect((await badgeAt(engine, importId, waiting)).grade).toBe('unregistered')
    const { entries } = good(await handlers['register.read']({}, engine))
    const toho = entries.find(({ id }) => id === 'did:web:badges.toho-univ.example')!
    expect(toho.keys).toHaveLength(1)
    const didDocument = JSON.parse(readFileSync(partOfBundle(city, 'did.zip', (entry) => entry.includes('東峰大学_did')), 'latin1').match(/\{.*\}/s)?.[0] ?? 'null')
    expect(didDocument).toBeNull() // It is packed: its key is read from what was imported.
    const second = good(await handlers['badge.read']({ credentialId: (await badgeAt(engine, importId, waiting)).credentialId }, engine))
    expect(second.problems.map(({ code }) => code)).toContain('key.not-pinned')
    await closeEngine(engine)
  })
})
