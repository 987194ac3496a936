import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The one row a question to the database of a data folder gives; nothing in the folder is changed. */
export function storedRow<Row>(folder: string, sql: string): Row {
  const db = new Database(join(folder, 'tekizai.sqlite'), { readonly: true })
  const row = db.prepare<[], Row>(sql).get()
  db.close()
  if (row === undefined) throw new Error(`no row: ${sql}`)
  return row
}
