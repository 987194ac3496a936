import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { applyRoster, type BatchItem, type BatchOutcome, type Database, openDatabase, saveBatch, startImport } from '../../../electron/store'
import type { Person } from '../../../shared/model/department'
import type { RosterPlan } from '../../../shared/model/rosterPlan'
import { act, good } from './words'

export * from './words'

// Shared by the tests of the store: databases of their own.

const folders: string[] = []
const opened: Database[] = []

afterAll(() => {
  for (const db of opened.splice(0)) db.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A temporary folder, removed when the tests of the file are done. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tekizai-store-'))
  folders.push(folder)
  return folder
}

export function openScratch(path = join(scratchFolder(), 'city.sqlite')): Database {
  const db = good(openDatabase(path))
  opened.push(db)
  return db
}

/** Imports the items in one batch. */
export function importItems(db: Database, importId: string, items: readonly BatchItem[], verifyAt = '2026-11-20T05:09:00.000Z'): readonly BatchOutcome[] {
  good(startImport(db, { importId, sources: ['bundle.zip'], verifyAt, total: items.length, ...act }))
  return good(saveBatch(db, { importId, items, cursor: '1', done: items.length }))
}

/** Adds people, posts and divisions. */
export function settle(
  db: Database,
  {
    people,
    posts,
    divisions,
  }: { readonly people: readonly Person[]; readonly posts: RosterPlan['assignments']['add']; readonly divisions: RosterPlan['divisions']['put'] },
): void {
  const plan: RosterPlan = {
    people: { add: people, change: [] },
    divisions: { put: divisions, remove: [] },
    assignments: { add: posts, change: [], remove: [] },
  }
  good(applyRoster(db, { plan, on: '2026-04-01', ...act }))
}

/** SHA-256 over every row of these tables, in their own order: two databases with the same rows have the same. */
export function digest(db: Database, tables: readonly string[]): string {
  const hash = createHash('sha256')
  for (const table of tables) {
    const order = db.prepare(`SELECT * FROM ${table}`).columns().length === 1 ? '1' : '1, 2'
    for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).raw().iterate()) hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}

/** The tables of import logs and the audit log. */
const logs = ['import', 'import_item', 'import_sum', 'envelope', 'audit', 'audit_head']

export const tablesOf = (db: Database): readonly string[] =>
  db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => name)

/** Digest of all stored data without the logs. */
export const holdingsDigest = (db: Database): string =>
  digest(
    db,
    tablesOf(db).filter((name) => !logs.includes(name)),
  )
