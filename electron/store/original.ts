import { createHash } from 'node:crypto'
import { type Database, readOne, write } from './statement'

/** Keeps the bytes of a file, once. @returns the id they are held under. */
export function saveOriginal(db: Database, { sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array }): number {
  const held = readOne<{ id: number }>(db, 'SELECT id FROM original WHERE sha256 = :sha256', { sha256 })
  if (held !== undefined) return held.id
  return write(db, 'INSERT INTO original (sha256, size, bytes) VALUES (:sha256, :size, :bytes)', { sha256, size: bytes.byteLength, bytes }).id
}

/** Forgets an original that no credential and no supporting document came from. */
export const dropUnusedOriginal = (db: Database, id: number): void =>
  void write(
    db,
    `DELETE FROM original
     WHERE id = :id
       AND NOT EXISTS (SELECT 1 FROM credential WHERE credential.original_id = original.id)
       AND NOT EXISTS (SELECT 1 FROM support WHERE support.original_id = original.id)`,
    { id },
  )

/** The file a credential came from, byte for byte, and where it was found; null where we hold no such credential. `whole` is false where the bytes are no longer those of the digest. */
export function readOriginal(
  db: Database,
  { credentialId }: { readonly credentialId: number },
): { readonly source: string; readonly sha256: string; readonly bytes: Uint8Array; readonly whole: boolean } | null {
  const row = readOne<{ source: string; sha256: string; bytes: Uint8Array }>(
    db,
    'SELECT credential.source, original.sha256, original.bytes FROM credential JOIN original ON original.id = credential.original_id WHERE credential.id = :credentialId',
    { credentialId },
  )
  return row === undefined ? null : { ...row, whole: createHash('sha256').update(row.bytes).digest('hex') === row.sha256 }
}
