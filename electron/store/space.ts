import { type Database, readOne } from './statement'

// What is deleted is overwritten with zeros at once (`secure_delete`); what is told here gives the room back and clears the journal.

const number = (db: Database, name: string): number => Number(db.pragma(name, { simple: true }))

/** `PRAGMA auto_vacuum`: pages that are free can be given back a few at a time. */
export const incremental = 2

/**
 * Gives some free pages of the database's file back to the disk.
 *
 * @returns whether free pages are left that can be given back.
 */
export function giveBackSpace(db: Database, { pages }: { readonly pages: number }): boolean {
  if (number(db, 'auto_vacuum') !== incremental) return false
  db.pragma(`incremental_vacuum(${pages})`)
  return number(db, 'freelist_count') > 0
}

/**
 * Writes the journal into the database and cuts it to nothing, with all that was deleted since.
 *
 * @returns false where another program is reading: then whoever closes last does it.
 */
export const clearJournal = (db: Database): boolean => readOne<{ busy: number }>(db, 'PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0
