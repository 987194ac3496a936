import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { reverify } from '../../../electron/engine/jobs/reverify/reverify'
import { knowledgeOf } from '../../../electron/engine/knowledge/knowledge'
import { closeEngine } from '../../../electron/engine/open'
import { inspectUnit } from '../../../electron/intake/inspect'
import { credentialsToReverify, readHoldings, readImportItems } from '../../../electron/store'
import type { Events, Output } from '../../../shared/contract'
import type { Result } from '../../../shared/model/problem'
import { ensureBuild } from '../../run/freshBuild.ts'
import { digest } from '../store/stand'
import {
  badgesAlone,
  type City,
  day,
  documentsAlone,
  entriesOf,
  good,
  importRegister,
  importRoster,
  importSkills,
  importWhole,
  isSupporting,
  openScratchEngine,
  partOfBundle,
  scratch,
  settleCity,
  writeCity,
} from './stand'

/* A change reverifies only affected credentials, reports what it changed, and keeps the earlier verdict in the history. */

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

const page = { offset: 0, limit: 1000 }
const changesOf = async (engine: Engine, of: { run: number } | { importId: string }) => good(await handlers['verification.changes']({ of, ...page }, engine))

/** How many badges are reverified within `work`. */
async function judgedAgain(engine: Engine, work: () => Promise<unknown>): Promise<readonly Events['verify.progress'][]> {
  const told: Events['verify.progress'][] = []
  const tell = engine.tell
  Object.assign(engine, { tell: (name: string, payload: never) => (name === 'verify.progress' ? told.push(payload) : tell(name as 'data.changed', payload)) })
  await work()
  return told
}

describe('only affected badges are reverified', () => {
  it('by documents that are imported later: the others would have the same verdict', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    await importWhole(engine, badgesAlone(city))
    const held = readHoldings(engine.db).credentials
    const told = await judgedAgain(engine, () => importWhole(engine, documentsAlone(city)))
    const total = told.at(-1)!.total
    expect(total).toBeGreaterThan(20)
    expect(total).toBeLessThan(held)
    expect(told.at(-1)).toEqual({ what: 'verdicts', done: total, total })
    expect(good(await reverify(engine, { why: 'documents' }))).toMatchObject({ verifiedAgain: held, changed: 0, run: null })
    await closeEngine(engine)
  })

  it('by each single document, with the same result as reverifying all', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    await importWhole(engine, badgesAlone(city))
    const names = [...entriesOf(city).keys()].filter(isSupporting)
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) {
      await importWhole(
        engine,
        partOfBundle(city, 'one.zip', (entry) => entry === name),
      )
      expect([name, good(await reverify(engine, { why: 'documents' })).changed]).toEqual([name, 0])
    }
    await closeEngine(engine)
  })

  it('by an import that is undone: the others would have the same verdict', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    await importWhole(engine, badgesAlone(city))
    const { importId } = await importWhole(engine, documentsAlone(city))
    const held = readHoldings(engine.db).credentials
    const told = await judgedAgain(engine, async () => good(await handlers['import.undo']({ importId }, engine)))
    expect(told.at(-1)!.total).toBeLessThan(held)
    expect(good(await reverify(engine, { why: 'undo' })).changed).toBe(0)
    await closeEngine(engine)
  })

  it('by an issuer that is registered: its own badges, those verified by its keys, and those with a similar issuer name', async () => {
    const engine = openScratchEngine()
    await importRoster(engine, city)
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const { source } = city.answers.files.find(({ fault }) => fault === 'look-alike-issuer')!
    const imitation = async () => {
      const { items } = readImportItems(engine.db, { importId, outcome: null, grade: null, among: null, code: null, ...page })
      const { credentialId } = items.find((item) => item.source === source)!
      return good(await handlers['badge.read']({ credentialId: credentialId! }, engine)).problems.map(({ code }) => code)
    }
    expect(await imitation()).not.toContain('issuer.look-alike')
    const { verifiedAgain } = good(
      await handlers['register.save'](
        {
          id: 'did:web:badges.toho-univ.example',
          name: '東峰大学',
          nameEn: null,
          confirmedBy: '佐伯　由香里',
          confirmedOn: day,
          how: '公文書',
          publicKeyMultibase: null,
          validFrom: null,
          validUntil: null,
        },
        engine,
      ),
    )
    expect(verifiedAgain).toBeGreaterThan(0)
    expect(verifiedAgain).toBeLessThan(readHoldings(engine.db).credentials)
    expect(good(await reverify(engine, { why: 'register' })).changed).toBe(0)
    expect(await imitation()).toContain('issuer.look-alike')
    await closeEngine(engine)
  })
})

describe('changes are reported', () => {
  it('by grade and by axis, and for each badge with the verdict before', async () => {
    const engine = openScratchEngine()
    await importRoster(engine, city)
    await importSkills(engine, city)
    const { importId } = await importWhole(engine, city.path('badges.zip'))
    const { changed, moves, run } = await importRegister(engine, city)
    const lifted = moves.grades.find(({ from, to }) => from === 'unregistered' && to === 'verified')!
    expect(lifted.count).toBeGreaterThan(0)
    expect(moves.axes.find(({ axis, from, to }) => axis === 'issuer' && from === 'unregistered' && to === 'registered')!.count).toBeGreaterThanOrEqual(
      lifted.count,
    )
    const told = await changesOf(engine, { run: run! })
    expect(told).toMatchObject({ total: changed, moves })
    expect(told.changes).toHaveLength(changed)
    const moved = told.changes.filter(({ before, after }) => before.grade === 'unregistered' && after.grade === 'verified')
    expect(moved).toHaveLength(lifted.count)
    for (const { credentialId, before, after, why } of moved) {
      const { history, grade } = good(await handlers['badge.read']({ credentialId }, engine))
      expect([why, grade]).toEqual(['register', after.grade])
      expect(history.filter(({ what }) => what !== 'matched' && what !== 'replaced')).toEqual([
        { at: '2026-11-20T03:00:00.000Z', grade: before.grade, what: 'imported', why: 'import' },
        { at: '2026-11-20T03:00:00.000Z', grade: after.grade, what: 'verified-again', why: 'register' },
      ])
    }
    expect(told.changes.map(({ before, after }) => before.grade === after.grade)).toEqual(
      told.changes.map(({ before, after }) => before.grade === after.grade).sort((one, other) => Number(one) - Number(other)),
    )
    expect((await changesOf(engine, { importId })).total).toBe(0)
    await closeEngine(engine)
  })

  it('of an import that added keys and lists, while it is not undone', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    await importWhole(engine, badgesAlone(city))
    const { importId } = await importWhole(engine, documentsAlone(city))
    const told = await changesOf(engine, { importId })
    expect(told.total).toBeGreaterThan(20)
    // The copies in the sample's bundle answer no list of ours: they raise nothing, and are counted.
    expect(told.moves.grades.filter(({ to }) => to === 'confirmed')).toEqual([])
    const accepted = city.answers.withEvidence.verify.summary.grades.confirmed
    expect(good(handlers['import.read']({ importId }, engine) as Result<Output<'import.read'>>).unsolicited).toBeGreaterThan(accepted / 2)
    expect(new Set(told.changes.map(({ why }) => why))).toEqual(new Set(['documents']))
    good(await handlers['import.undo']({ importId }, engine))
    expect((await changesOf(engine, { importId })).total).toBe(0)
    await closeEngine(engine)
  })

  it('as none, where the same register is imported again', async () => {
    const engine = openScratchEngine()
    await settleCity(engine, city)
    await importWhole(engine, city.path('badges.zip'))
    const again = await importRegister(engine, city)
    expect(again).toMatchObject({ verifiedAgain: 0, changed: 0, moves: { grades: [], axes: [] }, run: null })
    await closeEngine(engine)
  })
})

it('the same context at the same instant gives the same verdict, byte for byte, also after closing and opening again', async () => {
  const folder = scratch()
  const first = openScratchEngine(folder)
  await settleCity(first, city)
  await importWhole(first, city.path('badges.zip'))
  const verdicts = async ({ db, now }: Engine) => {
    const context = knowledgeOf(db, now())
    const texts: string[] = []
    for (const { credentialId, source, bytes, ordinal } of credentialsToReverify(db)) {
      const found = (await inspectUnit({ source, bytes, nesting: 0 }, context))[ordinal]
      texts.push(JSON.stringify([credentialId, found?.kind === 'credential' ? found.verification : null]))
    }
    return texts
  }
  const [before, stored] = [await verdicts(first), digest(first.db, ['verification'])]
  await closeEngine(first)
  const second = openScratchEngine(folder)
  expect(good(await reverify(second, { why: 'documents' }))).toMatchObject({ verifiedAgain: before.length, changed: 0 })
  expect(await verdicts(second)).toEqual(before)
  expect(digest(second.db, ['verification'])).toBe(stored)
  const digests = second.db.prepare('SELECT DISTINCT context_digest FROM verification').pluck().all()
  expect(digests).toHaveLength(1)
  await closeEngine(second)
})

it('a badge with the same verdict on a later day keeps the day of its import in its history', async () => {
  let now = '2026-11-20T12:00:00+09:00'
  const engine = openScratchEngine(scratch(), { now: () => new Date(now) })
  await importRegister(engine, city)
  await importWhole(engine, city.path('badges.zip'))
  now = '2026-11-21T12:00:00+09:00'
  good(await reverify(engine, { why: 'documents' }))
  const read = good(await handlers['badge.read']({ credentialId: 1 }, engine))
  expect([read.verifiedAt, read.history.map(({ at, what }) => [at, what])]).toEqual(['2026-11-21T03:00:00.000Z', [['2026-11-20T03:00:00.000Z', 'imported']]])
  await closeEngine(engine)
})
