import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../electron/engine/dispatch'
import { closeDatabase, openDatabase } from '../../electron/store'
import { pageBytes } from '../../electron/store/opening/database'
import type { CallName } from '../../shared/contract'
import { ensureBuild } from '../run/freshBuild.ts'
import { day, good, openScratchEngine } from '../unit/engine/stand'
import { badge, importItems } from '../unit/store/stand'
import { examples } from './examples.ts'
import { type LoadedCity, loadCity } from './loadedCity.ts'

/* What the working process answers to calls that fit the contract and cannot be done. */

let onCopy: LoadedCity['onCopy']
beforeAll(async () => {
  ensureBuild()
  onCopy = (await loadCity()).onCopy
})

const page = { offset: 0, limit: 50 }
const idle = 'i1'
const request = { ...examples['report.document'], format: 'csv' } as const

describe('what is not there', () => {
  const missing = '/nowhere/at-all'
  const calls: readonly (readonly [CallName, unknown, string])[] = [
    ['import.start', { paths: [missing] }, 'path.not-found'],
    ['import.pause', { importId: 'nope' }, 'import.not-found'],
    ['import.pause', { importId: idle }, 'import.not-found'],
    ['import.resume', { importId: 'nope' }, 'import.not-found'],
    ['import.resume', { importId: idle }, 'import.already-done'],
    ['import.cancel', { importId: 'nope' }, 'import.not-found'],
    ['import.read', { importId: 'nope' }, 'import.not-found'],
    ['import.items', { importId: 'nope', outcome: null, grade: null, among: null, code: null, ...page }, 'import.not-found'],
    ['import.undo', { importId: 'nope' }, 'import.not-found'],
    ['roster.preview', { path: missing, on: day, mapping: null }, 'path.not-found'],
    ['roster.import', { path: missing, on: day, mapping: null }, 'path.not-found'],
    ['register.import', { path: missing, replace: false, digest: null }, 'path.not-found'],
    ['skills.bind', { achievementId: 'urn:unknown', issuerId: 'did:web:a.example', beside: false }, 'mapping.not-found'],
    ['skills.import', { path: missing }, 'path.not-found'],
    ['people.read', { staffNumber: '9933', on: day }, 'person.not-found'],
    ['badge.read', { credentialId: 999_999 }, 'credential.not-found'],
    ['badge.original', { credentialId: 999_999 }, 'credential.not-found'],
    ['report.write', { ...request, name: 'nope', path: 'x.csv' }, 'report.unknown'],
    ['report.write', { ...request, path: `${missing}/x.csv` }, 'path.not-found'],
    ['report.write', { ...request, name: 'import-result', importId: 'nope', path: 'x.csv' }, 'import.not-found'],
    ['report.document', { ...request, name: 'nope', format: 'pdf' }, 'report.unknown'],
    ['sample.open', {}, 'sample.not-empty'],
    ['sample.remove', {}, 'sample.own-data'],
  ]
  for (const [name, input, code] of calls)
    it(`is said of ${name} ${JSON.stringify(input).slice(0, 60)}: ${code}`, async () => {
      await onCopy(async (engine) => {
        expect(await dispatch(name, input, engine)).toMatchObject({ ok: false, problem: { code } })
      })
    })
})

it('a database that is found damaged only as it is read is said to be damaged', async () => {
  const engine = openScratchEngine()
  importItems(engine.db, 'one', [badge()])
  const path = engine.db.name
  const root = engine.db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'credential_columns'").pluck().get()!
  good(closeDatabase(engine.db))
  writeFileSync(path, Buffer.from(readFileSync(path)).fill(0xff, (root - 1) * pageBytes, (root - 1) * pageBytes + 8))
  const db = good(openDatabase(path, { readThroughBytes: 0 }))
  const scope = { on: day, level: 1, grades: ['verified'], includeLeave: false }
  expect(await dispatch('coverage.read', scope, { ...engine, db })).toMatchObject({ ok: false, problem: { code: 'database.damaged' } })
  good(closeDatabase(db))
})

it('names the engine does not answer to are unknown, those of the shell and of every object included', async () => {
  await onCopy(async (engine) => {
    for (const name of ['nope', 'constructor', '__proto__', 'toString', '', 'dialog.choose', 'report.save', 'badge.saveOriginal'])
      expect(await dispatch(name as CallName, {}, engine)).toEqual({ ok: false, problem: { code: 'call.unknown', detail: name } })
  })
})

it('what nobody foresaw in a handler becomes a problem', async () => {
  const engine = openScratchEngine()
  engine.db.close()
  expect(await dispatch('import.list', {}, engine)).toMatchObject({ ok: false, problem: { code: 'call.failed' } })
})
