import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/engine/handler'
import { handlers } from '../../../electron/engine/handlers'
import { requestReverification } from '../../../electron/engine/jobs/reverify/requestReverification'
import { reverify } from '../../../electron/engine/jobs/reverify/reverify'
import { knowledgeOf } from '../../../electron/engine/knowledge/knowledge'
import { closeEngine } from '../../../electron/engine/open'
import { parseUnit } from '../../../electron/intake/inspect'
import { credentialsToReverify, readHoldings } from '../../../electron/store'
import { addressesOf, dependenciesOf, isAffected } from '../../../electron/verifier'
import type { Output } from '../../../shared/contract'
import type { Result } from '../../../shared/model/problem'
import { ensureBuild } from '../../run/freshBuild.ts'
import {
  badgesAlone,
  type City,
  documentsAlone,
  good,
  importRegister,
  importRoster,
  importSkills,
  importWhole,
  openScratchEngine,
  scratch,
  settleCity,
  writeCity,
} from './stand'

/* A reverification stopped by a person, by closing or by a power cut stays pending: no verdict is out of date without a notice. */

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

const page = { offset: 0, limit: 1000 }

describe('a stopped reverification', () => {
  const stateOf = (engine: Engine) => good(handlers['verification.state']({}, engine) as Result<Output<'verification.state'>>)
  /** An engine that stops the work as soon as the first badges have been verified. */
  const stoppedAtFirst = (folder = scratch()): Engine => {
    const engine = openScratchEngine(folder)
    const tell: Engine['tell'] = (name, payload) => {
      if (name === 'verify.progress' && 'done' in payload && payload.done > 0) void handlers['verification.stop']({}, engine)
    }
    return Object.assign(engine, { tell })
  }
  const atRest = (engine: Engine) => Object.assign(engine, { tell: () => {} })

  it('that had not begun leaves all it was requested for pending: the badges the documents affect, as parsing each of them shows', async () => {
    const engine = openScratchEngine()
    await importWhole(engine, city.path('badges.zip'))
    const stop = new AbortController()
    stop.abort()
    const context = knowledgeOf(engine.db, engine.now())
    const request = { why: 'documents', signal: stop.signal, affectedBy: { documents: context.keyDocuments, within: context } } as const
    const addresses = new Set(context.keyDocuments.flatMap(addressesOf))
    const affected = [...credentialsToReverify(engine.db)].filter(({ source, bytes, ordinal }) => {
      const parsed = parseUnit({ source, bytes, nesting: 0 })[ordinal]
      return parsed?.kind === 'credential' && isAffected(dependenciesOf(parsed), addresses, context)
    })
    const outstanding = affected.length
    expect(outstanding).toBeGreaterThan(10)
    expect(outstanding).toBeLessThan(readHoldings(engine.db).credentials)
    expect(good(await reverify(engine, request))).toEqual({ verifiedAgain: 0, changed: 0, moves: { grades: [], axes: [] }, run: null, outstanding })
    expect(stateOf(engine)).toEqual({ outstanding, unsought: 0, running: null })
    await closeEngine(engine)
  })

  it('that a person stopped keeps its verdicts, reports how many are left, and is continued after closing and opening again', async () => {
    const folder = scratch()
    const first = stoppedAtFirst(folder)
    await importRoster(first, city)
    await importSkills(first, city)
    await importWhole(first, city.path('badges.zip'))
    const stopped = good(await handlers['register.import']({ path: city.path('register.json'), replace: false, digest: null }, first))
    expect(stopped.verifiedAgain).toBe(50)
    expect(stopped.changed).toBeGreaterThan(10)
    expect(stopped.outstanding).toBeGreaterThan(10)
    expect(stateOf(first)).toEqual({ outstanding: stopped.outstanding, unsought: 0, running: null })
    await closeEngine(first)

    const second = openScratchEngine(folder)
    expect(stateOf(second).outstanding).toBe(stopped.outstanding)
    const rest = good(await handlers['verification.goOn']({}, second))
    expect(rest).toMatchObject({ verifiedAgain: stopped.outstanding, outstanding: 0 })
    const reasons = good(await handlers['verification.changes']({ of: { run: rest.run! }, ...page }, second)).changes.map(({ why }) => why)
    expect(new Set(reasons)).toEqual(new Set(['register']))
    expect(good(await reverify(second, { why: 'register' })).changed).toBe(0)

    const whole = openScratchEngine()
    await importRoster(whole, city)
    await importSkills(whole, city)
    await importWhole(whole, city.path('badges.zip'))
    await importRegister(whole, city)
    const verdicts = ({ db }: Engine) =>
      db.prepare('SELECT credential_id, is_current, grade, status, problems FROM verification ORDER BY credential_id, id').raw().all()
    expect(verdicts(second)).toEqual(verdicts(whole))
    await closeEngine(second)
    await closeEngine(whole)
  })

  it('is continued by the next import, whatever it contains', async () => {
    const engine = stoppedAtFirst()
    await importWhole(engine, city.path('badges.zip'))
    const { outstanding } = good(await handlers['register.import']({ path: city.path('register.json'), replace: false, digest: null }, engine))
    expect(outstanding).toBeGreaterThan(10)
    atRest(engine)
    await importWhole(engine, city.path('skills.csv'))
    expect(stateOf(engine).outstanding).toBe(0)
    expect(good(await reverify(engine, { why: 'register' })).changed).toBe(0)
    await closeEngine(engine)
  })

  it('within an import leaves the import done, and undoing the import leaves nothing pending for it', async () => {
    const engine = stoppedAtFirst()
    await settleCity(engine, city)
    await importWhole(engine, badgesAlone(city))
    const { importId, state } = await importWhole(engine, documentsAlone(city), city.path('skills.csv'))
    expect(state).toBe('done')
    good(requestReverification(engine, { why: 'documents', importId: importId }))
    atRest(engine)
    good(await handlers['import.undo']({ importId }, engine))
    expect(stateOf(engine).outstanding).toBe(0)
    expect(good(await handlers['verification.changes']({ of: { importId }, ...page }, engine)).total).toBe(0)
    expect(good(await reverify(engine, { why: 'undo' })).changed).toBe(0)
    await closeEngine(engine)
  })

  it('by closing the program is no failure', async () => {
    const folder = scratch()
    const engine = openScratchEngine(folder)
    await importWhole(engine, city.path('badges.zip'))
    const begun = new Promise<void>((resolve) => {
      Object.assign(engine, { tell: (name: string, { done }: { done: number }) => name === 'verify.progress' && done > 0 && resolve() })
    })
    const registering = handlers['register.import']({ path: city.path('register.json'), replace: false, digest: null }, engine)
    await begun
    await closeEngine(engine)
    const { outstanding } = good(await registering)
    expect(outstanding).toBeGreaterThan(10)
    const again = openScratchEngine(folder)
    expect(stateOf(again).outstanding).toBe(outstanding)
    good(await handlers['verification.goOn']({}, again))
    expect(good(await reverify(again, { why: 'register' })).changed).toBe(0)
    await closeEngine(again)
  })
})

it('two reverifications run one after the other, and older data do not overwrite newer verdicts', async () => {
  const engine = openScratchEngine()
  await importWhole(engine, city.path('badges.zip'))
  const told: number[] = []
  Object.assign(engine, { tell: (name: string, { done }: { done: number }) => name === 'verify.progress' && told.push(done) })
  const [first, second] = await Promise.all([
    reverify(engine, { why: 'documents' }),
    handlers['register.import']({ path: city.path('register.json'), replace: false, digest: null }, engine),
  ])
  expect([good(first).outstanding, good(second).outstanding]).toEqual([expect.any(Number), 0])
  // The progress of each begins at 0 and ends at its total: they did not run at the same time.
  expect(told.filter((done) => done === 0).length).toBe(4)
  expect(told.slice(told.lastIndexOf(0)).toSorted((one, other) => one - other)).toEqual(told.slice(told.lastIndexOf(0)))
  expect(good(await reverify(engine, { why: 'register' })).changed).toBe(0)
  await closeEngine(engine)
})
