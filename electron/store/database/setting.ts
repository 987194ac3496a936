import type { JsonValue } from '../../../shared/model/json'
import type { Result } from '../../../shared/model/problem'
import type { Act } from './act'
import { appendAudit } from './audit'
import { attempt } from './databaseProblem'
import { type Database, readOne, transaction, write } from './statement'

/** A setting as it was saved; undefined where it never was. The caller checks its shape. */
export function readSetting(db: Database, name: string): JsonValue | undefined {
  const row = readOne<{ value: string }>(db, 'SELECT value FROM setting WHERE name = :name', { name })
  return row === undefined ? undefined : (JSON.parse(row.value) as JsonValue)
}

/** Writes a setting; to be called in a transaction. */
export const writeSetting = (db: Database, name: string, value: JsonValue): void =>
  void write(db, 'INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name,
    value: JSON.stringify(value),
  })

export const saveSetting = (db: Database, { name, value, ...act }: { readonly name: string; readonly value: JsonValue } & Act): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      writeSetting(db, name, value)
      appendAudit(db, { ...act, action: 'setting.save', subject: name, detail: value })
      return null
    }),
  )
