import { createHash } from 'node:crypto'
import { SqliteError } from 'better-sqlite3'
import { type Database, readOne, write } from './statement'

/** Where the bytes of a file are held, and whether they were held before. */
export interface HeldBytes {
  readonly id: number
  readonly isNew: boolean
}

/** Keeps the bytes of a file, once. Most come for the first time: only where nothing was added is it asked which they are. */
export function saveOriginal(db: Database, { sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array }): HeldBytes {
  const added = write(db, 'INSERT INTO original (sha256, size, bytes) VALUES (:sha256, :size, :bytes) ON CONFLICT (sha256) DO NOTHING', {
    sha256,
    size: bytes.byteLength,
    bytes,
  })
  if (added.changes > 0) return { id: added.id, isNew: true }
  return { id: readOne<{ id: number }>(db, 'SELECT id FROM original WHERE sha256 = :sha256', { sha256 })!.id, isNew: false }
}

/** The bytes kept under a digest (SHA-256, hex); null where there are none. Bytes that no longer have that digest are damage, and thrown as such. */
export function readOriginal(db: Database, sha256: string): Uint8Array | null {
  const row = readOne<{ bytes: Uint8Array }>(db, 'SELECT bytes FROM original WHERE sha256 = :sha256', { sha256 })
  if (row === undefined) return null
  if (createHash('sha256').update(row.bytes).digest('hex') !== sha256) throw new SqliteError('an original differs from its digest', 'SQLITE_CORRUPT')
  return row.bytes
}
