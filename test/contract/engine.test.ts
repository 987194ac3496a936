import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../electron/engine/dispatch'
import type { Engine } from '../../electron/engine/handler'
import { requestReverification } from '../../electron/engine/jobs/reverify/requestReverification'
import { readImportItems, readImports } from '../../electron/store'
import { type CallName, contract, type EngineCall, type Output } from '../../shared/contract'
import type { Among } from '../../shared/contract/importing'
import type { Scope } from '../../shared/contract/parts'
import type { Result } from '../../shared/model/problem'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, day, good } from '../unit/engine/stand'
import { type Asked, emptied, emptyRegister, forgetRegister } from './asked.ts'
import { askedOfPlanning } from './askedOfPlanning.ts'
import { examples, malformed } from './examples.ts'
import { expectDeclared } from './expectDeclared.ts'
import { type LoadedCity, loadCity } from './loadedCity.ts'
import { trace } from './trace.ts'

/* Every call that the working process answers, asked of a true engine with the sample city in it. */

const names = (Object.keys(contract) as CallName[]).filter((name) => contract[name].home === 'engine')
let city: City
let onCopy: LoadedCity['onCopy']
let credentialId: number

beforeAll(async () => {
  ensureBuild()
  const loaded = await loadCity()
  city = loaded.city
  onCopy = loaded.onCopy
  credentialId = await onCopy(
    async ({ db }) =>
      db
        .prepare(
          `SELECT credential.id FROM credential JOIN verification ON verification.credential_id = credential.id AND is_current = 1
         WHERE person_id IS NOT NULL AND verification.grade = 'verified' AND verification.time = 'current' AND verification.status IN ('none', 'clear')
         ORDER BY credential.id LIMIT 1`,
        )
        .pluck()
        .get() as number,
  )
})

const scope: Scope = { on: day, level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
const page = { offset: 0, limit: 50 }
const idle = 'i1'
const request = { name: 'skill-map', scope, format: 'csv', encoding: 'utf-8', locale: 'ja', importId: null } as const
const start = (engine: Engine) => dispatch('import.start', { paths: [city.path('badges.zip')] }, engine)
const asked: { readonly [Name in EngineCall]: Asked<Name> } = {
  'application.read': {
    input: () => ({}),
    says: (value) => expect(value).toMatchObject({ people: 60, imports: 1, locale: 'ja', rosterOn: day, sample: false }),
  },
  'application.saveSettings': {
    input: () => ({ locale: 'en', cityName: '青峰市' }),
    says: async (_value, engine) =>
      expect(await dispatch('application.read', {}, engine)).toMatchObject({ ok: true, value: { locale: 'en', cityName: '青峰市' } }),
  },
  'sample.open': {
    input: () => ({}),
    before: emptied,
    says: ({ importId }, engine) => expect(engine.jobs.has(importId)).toBe(true),
  },
  'sample.remove': {
    input: () => ({}),
    before: async (engine) => engine.db.exec(`INSERT INTO setting VALUES ('sample', 'true'), ('sample.import', '"i1"')`),
    says: async (_value, engine) => expect(await dispatch('application.read', {}, engine)).toMatchObject({ value: { people: 0, imports: 0, sample: false } }),
  },
  'import.start': {
    input: () => ({ paths: [city.path('badges.zip')] }),
    says: async ({ importId }, engine) => {
      expect(await engine.jobs.get(importId)!.ended).toMatchObject({ ok: true, value: { state: 'done' } })
    },
  },
  'import.pause': {
    input: () => ({ importId: 'second' }),
    before: start,
    says: (_value, { db }) => expect(readImports(db)[0]).toMatchObject({ state: 'paused' }),
  },
  'import.resume': {
    input: () => ({ importId: 'second' }),
    before: async (engine) => [await start(engine), await dispatch('import.pause', { importId: 'second' }, engine)],
    says: (_value, { db }) => expect(readImports(db)[0]).toMatchObject({ state: 'running' }),
  },
  'import.cancel': {
    input: () => ({ importId: 'second' }),
    before: start,
    says: (_value, { db }) => expect(readImports(db)[0]).toMatchObject({ state: 'cancelled' }),
  },
  'import.list': { input: () => ({}), says: ({ imports }) => expect(imports).toHaveLength(1) },
  'import.read': {
    input: () => ({ importId: idle }),
    says: ({ summary, reasons, issuers, expired, revoked, statusUnknown }, { db }) => {
      expect(summary.received).toBe(city.answers.import.first.received)
      expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(summary.outcomes.rejected + summary.outcomes.unreadable)
      expect(issuers).toBe(6)
      const ofList = (among: Among) => readImportItems(db, { importId: idle, outcome: null, grade: null, among, code: null, ...page }).total
      expect([ofList('expired'), ofList('revoked'), ofList('statusUnknown')]).toEqual([expired, revoked, statusUnknown])
      expect(Math.min(expired, revoked, statusUnknown)).toBeGreaterThan(0)
    },
  },
  'import.items': {
    input: () => ({ importId: idle, outcome: 'rejected', grade: null, among: null, code: null, ...page }),
    says: ({ total, items }) => {
      expect(total).toBe(city.answers.import.first.rejected)
      expect(items.every(({ outcome, grade }) => outcome === 'rejected' && grade === 'rejected')).toBe(true)
    },
  },
  'import.undoPreview': { input: () => ({ importId: idle }), says: ({ removed, shared }) => expect([removed > 100, shared]).toEqual([true, 0]) },
  'import.undo': { input: () => ({ importId: idle }), says: ({ removed, finished }) => expect([removed > 100, finished]).toEqual([true, true]) },
  'import.undoState': { input: () => ({}), says: ({ undo }) => expect(undo).toBeNull() },
  'import.stopUndo': { input: () => ({}), says: (_value, engine) => expect(engine.undoing.size).toBe(0) },
  'roster.preview': {
    input: () => ({ path: city.path('roster.csv'), on: day, mapping: null }),
    says: ({ summary, encoding, mapping }) => {
      expect(summary).toMatchObject({ people: 60, new: 0, changed: 0, unchanged: 60, ended: 0 })
      expect([encoding, mapping.staffNumber, mapping.kana]).toEqual(['cp932', '職員番号', 'フリガナ'])
    },
  },
  'roster.import': {
    input: () => ({ path: city.path('roster.csv'), on: day, mapping: null }),
    says: (value) => expect(value).toMatchObject({ rows: 62, unchanged: 60 }),
  },
  'register.read': {
    input: () => ({}),
    says: ({ entries, unregistered }) => {
      expect(entries).toHaveLength(6)
      expect(entries[0]!.keys[0]!.fingerprint).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){7}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(unregistered.find(({ looksLike }) => looksLike !== null)).toMatchObject({ claimedName: '東峯大学', looksLike: '東峰大学' })
    },
  },
  'register.preview': {
    input: () => ({ path: city.path('register.json'), replace: false }),
    says: ({ changes, replaced, warnings }) =>
      expect([changes.map(({ change }) => change), replaced, warnings.map(({ code }) => code)]).toEqual([
        Array(6).fill('unchanged'),
        [],
        ['register.shared-key'],
      ]),
  },
  'register.import': {
    input: () => ({ path: city.path('register.json'), replace: false, digest: null }),
    before: emptyRegister,
    says: (value) => expect(value).toMatchObject({ issuers: 6, changed: 0 }),
  },
  'register.readKey': {
    input: () => examples['register.readKey'],
    says: ({ key, problem, replaces }) => expect([key?.registered, problem, replaces]).toEqual([false, null, null]),
  },
  'register.save': {
    input: () => examples['register.save'],
    says: (value) => expect(value).toMatchObject({ changed: 0, moves: { grades: [], axes: [] }, run: null }),
  },
  'verification.state': {
    input: () => ({}),
    before: async (engine) => good(requestReverification(engine, { why: 'register' })),
    says: ({ outstanding, unsought, running }) => {
      expect(outstanding).toBeGreaterThan(100)
      expect([unsought, running]).toEqual([0, null])
    },
  },
  'verification.stop': {
    input: () => ({}),
    before: async (engine) => good(requestReverification(engine, { why: 'register' })),
    says: async (_value, engine) => expect(await dispatch('verification.state', {}, engine)).toMatchObject({ ok: true, value: { running: null } }),
  },
  'verification.goOn': {
    input: () => ({}),
    before: async (engine) => [await emptyRegister(engine), good(requestReverification(engine, { why: 'register' }))],
    says: async ({ verifiedAgain, changed, outstanding, people }) => {
      expect([verifiedAgain > 100, changed > 30]).toEqual([true, true])
      expect([outstanding, people]).toEqual([0, { looked: 0, found: 0 }])
    },
  },
  'verification.changes': {
    input: () => ({ of: { run: 1 }, offset: 0, limit: 1 }),
    before: (engine) => forgetRegister(engine, city),
    says: ({ total, moves, changes }) => {
      expect(total).toBeGreaterThan(30)
      expect(moves.grades.find(({ from, to }) => from === 'unregistered' && to === 'verified')!.count).toBeGreaterThan(10)
      expect(changes).toHaveLength(1)
      expect(changes[0]).toMatchObject({ why: 'register', at: '2026-11-20T03:00:00.000Z', after: { grade: 'verified', axes: { issuer: 'registered' } } })
    },
  },
  'coverage.read': {
    input: () => scope,
    says: ({ divisions, skills, holders, apart }) => {
      expect([holders.length, apart.length]).toEqual([divisions.length, divisions.length])
      expect(holders.every((row) => row.length === skills.length)).toBe(true)
      expect(divisions[0]).toMatchObject({ code: null, path: '*', people: 58 })
    },
  },
  ...askedOfPlanning(() => city),
  'people.list': {
    input: () => ({ scope, skill: '行政DX/GIS', divisionCode: null, text: null, which: 'counting', ...page }),
    says: ({ total, people }) => {
      expect(people).toHaveLength(total)
      expect(people.every(({ skills }) => skills.some(({ skill, counts }) => skill === '行政DX/GIS' && counts))).toBe(true)
    },
  },
  'people.read': {
    input: () => ({ staffNumber: '009933', on: day }),
    says: (value) => {
      expect(value).toMatchObject({ name: '相原　直樹', kana: 'アイハラ　ナオキ' })
      expect(value.assignments.find(({ current }) => current)).toMatchObject({ division: '都市整備部/道路課', endsOn: '2027-04-01' })
      expect(value.skills.map(({ skill }) => skill)).toContain('行政DX/GIS')
    },
  },
  'people.unmatched': { input: () => page, says: ({ total, badges }) => expect(badges).toHaveLength(total) },
  'badge.read': {
    input: () => ({ credentialId }),
    says: (value) => {
      expect(value.counts).toBe(true)
      expect(value.history).toEqual([{ at: '2026-11-20T03:00:00.000Z', grade: value.grade, what: 'imported', why: 'import' }])
      expect(value.endorsements).toEqual([])
      expect(value.sha256).toMatch(/^[0-9a-f]{64}$/)
    },
  },
  'badge.original': {
    input: () => ({ credentialId }),
    says: ({ fileName, bytes }) => {
      expect(fileName).not.toMatch(/[/!#]/)
      expect(bytes.length).toBeGreaterThan(100)
    },
  },
  'skills.read': { input: () => ({}), says: ({ mappings, skills }) => expect([mappings.length, skills.length > 8]).toEqual([31, true]) },
  'skills.propose': {
    input: () => ({}),
    before: async ({ db }) => db.exec('DELETE FROM mapping; DELETE FROM unbound_mapping;'),
    says: ({ proposals }) => expect(proposals.length).toBeGreaterThan(0),
  },
  'skills.accept': { input: () => examples['skills.accept'], says: (value) => expect(value).toEqual({ accepted: 1 }) },
  'skills.bind': {
    input: () => ({ ...examples['skills.bind'], achievementId: 'https://badges.toho-univ.example/achievements/gis-mid' }),
    says: async (_value, engine) => {
      const read = await dispatch('skills.read', {}, engine)
      const mapped = (read as { value: Output<'skills.read'> }).value.mappings.filter(({ achievementId }) => achievementId.endsWith('/gis-mid'))
      expect(mapped.map(({ issuerId, bound }) => [issuerId, bound])).toEqual([['did:web:badges.example', 'hand']])
    },
  },
  'skills.import': { input: () => ({ path: city.path('skills.csv') }), says: (value) => expect(value).toMatchObject({ mappings: 31 }) },
  'courier.issue': {
    input: () => examples['courier.issue'],
    says: ({ id }, { db }) => expect(db.prepare('SELECT list_id, url FROM courier_address').raw().all()).toEqual([[id, 'https://badge.example/a/1']]),
  },
  'courier.accept': {
    input: () => ({ paths: [city.path('evidence.json')], confirmedBy: '佐伯 由香里' }),
    says: ({ files, moves }) => expect([files, moves.grades.some(({ from, to }) => from === 'unproven' && to === 'confirmed')]).toEqual([1, true]),
  },
  'courier.list': {
    input: () => ({ olderThanDays: 36_500 }),
    says: ({ urls, leftOut }) => {
      expect(urls.some(({ why }) => why === 'hosted')).toBe(true)
      expect(urls.every(({ url, credentials }) => /^https?:\/\//.test(url) && credentials > 0)).toBe(true)
      expect(leftOut).toBe(0)
    },
  },
  'report.list': { input: () => ({}), says: ({ reports }) => expect(reports.map(({ name }) => name)).toContain('skill-map') },
  'report.write': {
    input: () => ({ ...request, path: join(city.folder, 'map.csv') }),
    says: ({ path }) => expect([path, existsSync(join(city.folder, 'map.csv'))]).toEqual([join(city.folder, 'map.csv'), true]),
  },
  'report.document': { input: () => ({ ...request, format: 'pdf' }), says: ({ html }) => expect(html).toMatch(/^<!doctype html>/i) },
}

describe('a call of the engine', () => {
  it('has a handler and a question here, every one of them', () => {
    expect(Object.keys(asked).sort()).toEqual([...names].sort())
  })

  for (const name of names) {
    it(`${name} is answered in the shape of the contract, and reads, changes and logs what it declares`, async () => {
      const { input, before, says } = asked[name as EngineCall] as Asked<CallName>
      await onCopy(async (engine) => {
        await before?.(engine)
        const traced = await trace(engine, () => dispatch(name, input(), engine) as Promise<Result<never>>)
        const answer = traced.value
        expect(answer).toMatchObject({ ok: true })
        if (!answer.ok) return
        expectDeclared(name, traced)
        expect(contract[name].output.safeParse(answer.value).error).toBeUndefined()
        // It crosses from one process to another.
        expect(() => structuredClone(answer)).not.toThrow()
        await says(answer.value, engine)
      })
    })

    it(`${name} is refused with input of any other shape`, async () => {
      await onCopy(async (engine) => {
        const inputs = malformed(examples[name], (value) => contract[name].input.safeParse(value).success)
        expect(inputs.length).toBeGreaterThanOrEqual(50)
        for (const input of inputs) expect(await dispatch(name, input, engine)).toMatchObject({ ok: false, problem: { code: 'call.malformed-input' } })
        expect(engine.jobs.size).toBe(0)
      })
    })
  }
})
