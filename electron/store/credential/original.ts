import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import Connection from 'better-sqlite3'
import { failure, type Result, success } from '../../../shared/model/problem'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'

/** The id of a stored file, and whether it was added now. */
export interface StoredBytes {
  readonly id: number
  readonly isNew: boolean
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Stores the bytes of a file, once for each digest. Stored bytes that have been damaged since are replaced.
 */
export function saveOriginal(db: Database, { sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array }): StoredBytes {
  const added = write(db, 'INSERT INTO original (sha256, size, bytes) VALUES (:sha256, :size, :bytes) ON CONFLICT (sha256) DO NOTHING', {
    sha256,
    size: bytes.byteLength,
    bytes,
  })
  if (added.changes > 0) return { id: added.id, isNew: true }
  const { id } = readOne<{ id: number }>(db, 'SELECT id FROM original WHERE sha256 = :sha256', { sha256 })!
  mend(db, id, bytes)
  return { id, isNew: false }
}

/** Replaces the bytes of an original. @returns whether the stored bytes were different. */
function mend(db: Database, id: number, bytes: Uint8Array): boolean {
  const { changes } = write(db, 'UPDATE original SET bytes = :bytes, size = :size WHERE id = :id AND bytes <> :bytes', { id, bytes, size: bytes.byteLength })
  write(db, 'DELETE FROM damaged_original WHERE original_id = :id', { id })
  return changes > 0
}

/** The bytes stored under a digest (SHA-256, hex); null where there are none. `original.damaged` where they no longer have that digest. */
export function readOriginal(db: Database, sha256: string): Result<Uint8Array | null> {
  const row = readOne<{ bytes: Uint8Array }>(db, 'SELECT bytes FROM original WHERE sha256 = :sha256', { sha256 })
  if (row === undefined) return success(null)
  return sha256Of(row.bytes) === sha256 ? success(row.bytes) : failure({ code: 'original.damaged', detail: sha256 })
}

/** Do the bytes still have the digest they were stored under? */
export const isIntact = ({ sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array }): boolean => sha256Of(bytes) === sha256

/** Marks an original as damaged: no verdict is made from it until it is mended. */
export const markDamaged = (db: Database, { sha256, at }: { readonly sha256: string; readonly at: string }): void =>
  void write(
    db,
    'INSERT INTO damaged_original (original_id, found_at) SELECT id, :at FROM original WHERE sha256 = :sha256 ON CONFLICT (original_id) DO NOTHING',
    { sha256, at },
  )

/** A damaged original, and a credential that came from it; null where none did. */
export interface DamagedOriginal {
  readonly sha256: string
  readonly source: string | null
  readonly credentialId: number | null
}

/** Damaged originals, each with one line for every credential that came from it. */
export const damagedOriginals = (db: Database): readonly DamagedOriginal[] =>
  readAll<DamagedOriginal>(
    db,
    `SELECT sha256, COALESCE(credential.source, support.source) AS source, credential.id AS credentialId
     FROM damaged_original JOIN original ON original.id = damaged_original.original_id
     LEFT JOIN credential ON credential.original_id = original.id LEFT JOIN support ON support.original_id = original.id AND credential.id IS NULL
     ORDER BY original.id, credential.id`,
  )

/** How many originals are damaged. */
export const countDamaged = (db: Database): number => readOne<{ count: number }>(db, 'SELECT COUNT(*) AS count FROM damaged_original')!.count

/** The result of checking some originals, in the order of their ids. */
export interface OriginalsChecked {
  /** SHA-256 of the damaged ones. */
  readonly damaged: readonly string[]
  /** The id to continue after; null where all have been read. */
  readonly last: number | null
}

/** Reads the next originals after an id and compares each with its digest. */
export function checkOriginals(db: Database, { after, limit }: { readonly after: number; readonly limit: number }): OriginalsChecked {
  const rows = readAll<{ id: number; sha256: string; bytes: Uint8Array }>(
    db,
    'SELECT id, sha256, bytes FROM original WHERE id > :after ORDER BY id LIMIT :limit',
    { after, limit },
  )
  return { damaged: rows.filter((row) => !isIntact(row)).map(({ sha256 }) => sha256), last: rows.length < limit ? null : rows.at(-1)!.id }
}

/** Opens a copy of the database, such as a backup, for reading originals. */
export const openCopy = (path: string): Result<Database> =>
  existsSync(path) ? attempt(() => new Connection(path, { readonly: true, fileMustExist: true })) : failure({ code: 'path.not-found', detail: path })

/**
 * Mends damaged originals from another database that has them intact.
 *
 * @returns how many were mended.
 */
export const restoreOriginals = (db: Database, copy: Database): Result<number> =>
  attempt(() =>
    transaction(db, () => {
      let mended = 0
      for (const sha256 of new Set(damagedOriginals(db).map((damaged) => damaged.sha256))) {
        const intact = readOriginal(copy, sha256)
        if (!intact.ok || intact.value === null) continue
        const { id } = readOne<{ id: number }>(db, 'SELECT id FROM original WHERE sha256 = :sha256', { sha256 })!
        mend(db, id, intact.value)
        mended += 1
      }
      return mended
    }),
  )
