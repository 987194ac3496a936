import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matched, recipientsOf, recordAnswers, seekingOf } from '../../../electron/engine/knowledge/matching'
import { inspectUnit, supportOf } from '../../../electron/intake/inspect'
import { keep } from '../../../electron/intake/pool/keep'
import { makeSeeker } from '../../../electron/intake/seek'
import { readRegister } from '../../../electron/parser'
import { openZip, readTable } from '../../../electron/reader'
import { planRoster, readMappings, readRoster } from '../../../electron/roster'
import { usualSample } from '../../../electron/sample'
import {
  applyRoster,
  closeDatabase,
  type Database,
  finishImport,
  importMappings,
  openDatabase,
  readCoverage,
  readDepartment,
  readImportSummary,
  saveBatch,
  saveIssuers,
  startImport,
} from '../../../electron/store'
import { buildContext } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { levels } from '../../../shared/model/skill'
import { type OpenedCity, openCity, textOfBytes } from './openedBundle'

/* The sample city goes through our whole engine, and its counts are held against the city's own, which were counted person by person. */

const act = { at: '2026-11-20T03:00:00.000Z', actor: 'test' }
const on = '2026-11-20'

const good = <Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const folder = mkdtempSync(join(tmpdir(), 'tekizai-'))
let city: OpenedCity
let db: Database

const rowsOf = (name: string) => good(readTable(city.files.get(name) ?? new Uint8Array())).rows

beforeAll(async () => {
  city = await openCity(usualSample)
  db = good(openDatabase(join(folder, 'city.sqlite')))
  const read = good(readRoster(rowsOf('roster.csv'), { mapping: null, on }))
  good(applyRoster(db, { plan: planRoster(read, readDepartment(db), on).plan, on, ...act }))
  good(saveIssuers(db, { issuers: good(readRegister(JSON.parse(textOfBytes(city.files.get('register.json'))) as JsonObject)).issuers, ...act }))
  good(importMappings(db, { mappings: good(readMappings(rowsOf('skills.csv'))), ...act }))
})

afterAll(() => {
  good(closeDatabase(db))
  rmSync(folder, { recursive: true })
})

/** Imports the bundle as the engine does, entry by entry. */
async function importBundle(importId: string) {
  const units = good(openZip(city.files.get('badges.zip') ?? new Uint8Array())).map((entry) => ({
    source: `badges.zip!${entry.name}`,
    bytes: good(entry.bytes()),
    nesting: 1,
  }))
  const register = good(readRegister(JSON.parse(textOfBytes(city.files.get('register.json'))) as JsonObject))
  const context = buildContext(units.flatMap(supportOf), register, new Date(city.answers.reference.at))
  good(startImport(db, { importId, sources: ['badges.zip'], verifyAt: city.answers.reference.at, ...act }))
  const [index, seek] = [recipientsOf(db), makeSeeker(seekingOf(db))]
  const outcomes: (readonly [string, string | null])[] = []
  for (const [done, unit] of units.entries()) {
    const items = (await inspectUnit(unit, context)).map((found) => {
      const kept = keep(found, seek)
      if (kept.kind !== 'credential') return kept
      recordAnswers(index, kept.sought)
      return { ...kept, ...matched(kept.credential.recipients, kept.verdict, index) }
    })
    const saved = good(saveBatch(db, { importId, items, cursor: String(done + 1), done: done + 1 }))
    items.forEach((item, place) => void outcomes.push([item.source, saved[place]?.outcome ?? null]))
  }
  good(finishImport(db, { importId, ...act }))
  const summary = readImportSummary(db, importId)
  return { outcomes, counts: { received: summary?.received, ...summary?.outcomes, grades: summary?.grades } }
}

test('the first import says what the city knows, thing by thing', async () => {
  const { outcomes, counts } = await importBundle('first')
  const { kind: _, ...claimed } = city.answers.import.first
  expect(counts).toEqual(claimed)
  const truth = city.answers.files.filter(({ kind }) => kind !== 'envelope').map(({ source, outcome }) => [source, outcome])
  expect(outcomes.filter(([, outcome]) => outcome !== null)).toEqual(truth)
})

test('the second import changes nothing and says so', async () => {
  const { counts } = await importBundle('second')
  const { kind: _, ...claimed } = city.answers.import.second
  expect(counts).toEqual(claimed)
})

test('every number of coverage on both days is the one counted by hand', () => {
  for (const { on: day, withLeavers, includeLeave, lines, people } of city.answers.coverage) {
    if (withLeavers) continue
    const ours = new Map<string, number>()
    const oursPeople = new Map<string, number>()
    for (const level of levels) {
      const table = readCoverage(db, { on: day as `${number}-${number}-${number}`, level, grades: ['verified', 'confirmed'], includeLeave })
      table.divisions.forEach((division, row) => {
        if (division.people > 0) oursPeople.set(`${division.code} ${division.path}`, division.people)
        table.skills.forEach((skill, column) => {
          const holders = table.holders[row]?.[column] ?? 0
          if (holders > 0) ours.set(`${division.code} ${division.path} ${skill.path} ${level}`, holders)
        })
      })
    }
    expect(Object.fromEntries(oursPeople)).toEqual(Object.fromEntries(people.map((one) => [`${one.divisionCode} ${one.division}`, one.people])))
    expect(Object.fromEntries(ours)).toEqual(
      Object.fromEntries(lines.map((line) => [`${line.divisionCode} ${line.division} ${line.skill} ${line.level}`, line.holders])),
    )
  }
})
