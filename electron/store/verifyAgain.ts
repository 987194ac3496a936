import { type Database, readAll, readOne } from './statement'

/** A credential in the bytes it came in. */
export interface HeldOriginal {
  readonly credentialId: number
  readonly source: string
  readonly bytes: Uint8Array
  /** Which of the things in the file it is, from 0. */
  readonly ordinal: number
}

/**
 * Held credentials with their originals, one at a time, to be judged again. Verdicts may be saved in between.
 *
 * @param issuerIds Only those that name one of these as their issuer; all where left out.
 * @param notFrom Not those an import brought.
 */
export function* credentialsToVerifyAgain(
  db: Database,
  { issuerIds, notFrom }: { readonly issuerIds?: readonly string[]; readonly notFrom?: string } = {},
): Generator<HeldOriginal> {
  const ids = readAll<{ id: number }>(
    db,
    `SELECT id FROM credential
     WHERE (:issuerIds IS NULL OR issuer_id IN (SELECT value FROM json_each(:issuerIds))) AND (:notFrom IS NULL OR import_id <> :notFrom)
     ORDER BY original_id, ordinal`,
    { issuerIds: issuerIds === undefined ? null : JSON.stringify(issuerIds), notFrom: notFrom ?? null },
  )
  // One row a query: a query left open would forbid the writing of verdicts in between.
  for (const { id } of ids) {
    const row = readOne<HeldOriginal>(
      db,
      `SELECT credential.id AS credentialId, source, bytes, ordinal FROM credential JOIN original ON original.id = original_id WHERE credential.id = :id`,
      { id },
    )
    if (row !== undefined) yield row
  }
}
