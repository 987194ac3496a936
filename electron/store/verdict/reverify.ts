import { type Database, readAll, readOne } from '../database/statement'

/** A credential in the bytes it came in. */
export interface StoredOriginal {
  readonly credentialId: number
  readonly source: string
  readonly sha256: string
  readonly bytes: Uint8Array
  /** Its place among the things in the file, from 0. */
  readonly ordinal: number
  /** 職員番号 of the person it is matched to; null where it is unmatched. */
  readonly holder: string | null
  /** 1 where several people claim it, by its current verdict. */
  readonly inConflict: number
}

/** Which stored credentials are to be reverified. A member that is left out narrows nothing. */
export interface ReverifyScope {
  /** Those that name one of these as their issuer … */
  readonly issuerIds?: readonly string[]
  /** … or claim to come from one of these names … */
  readonly claimedNames?: readonly string[]
  /** … or were last verified by one of these keys, as the credential itself names it. */
  readonly keyIds?: readonly string[]
  /** Without those of this import. */
  readonly notFrom?: string
}

const list = (values: readonly string[] | undefined): string => JSON.stringify(values ?? [])

/** Ids of the credentials in the scope, those of one file together. */
export const idsToReverify = (db: Database, { issuerIds, claimedNames, keyIds, notFrom }: ReverifyScope = {}): readonly number[] =>
  readAll<{ id: number }>(
    db,
    `SELECT credential.id FROM credential LEFT JOIN verification ON credential_id = credential.id AND is_current = 1
     WHERE (:notFrom IS NULL OR credential.import_id <> :notFrom)
       AND (:all OR issuer_id IN (SELECT value FROM json_each(:issuerIds)) OR claimed_issuer_name IN (SELECT value FROM json_each(:claimedNames))
            OR EXISTS (SELECT 1 FROM json_each(:keyIds) AS key WHERE instr(seen, json_quote(key.value)) > 0))
     ORDER BY original_id, ordinal`,
    {
      all: issuerIds === undefined && claimedNames === undefined && keyIds === undefined ? 1 : 0,
      issuerIds: list(issuerIds),
      claimedNames: list(claimedNames),
      keyIds: list(keyIds),
      notFrom: notFrom ?? null,
    },
  ).map(({ id }) => id)

/** One credential in the bytes it came in; undefined where it is no longer stored. */
export const readStoredOriginal = (db: Database, credentialId: number): StoredOriginal | undefined =>
  readOne<StoredOriginal>(
    db,
    `SELECT credential.id AS credentialId, source, sha256, bytes, ordinal, staff_number AS holder,
            EXISTS (SELECT 1 FROM verification WHERE credential_id = credential.id AND is_current = 1 AND recipient = 'conflict') AS inConflict
     FROM credential JOIN original ON original.id = original_id LEFT JOIN person ON person.id = person_id
     WHERE credential.id = :credentialId`,
    { credentialId },
  )

/** Stored credentials with their originals, one at a time, to be reverified. Verdicts may be saved in between. */
export function* credentialsToReverify(db: Database, scope: ReverifyScope = {}): Generator<StoredOriginal> {
  // One row a query: while a query is open, no verdict can be written.
  for (const id of idsToReverify(db, scope)) {
    const row = readStoredOriginal(db, id)
    if (row !== undefined) yield row
  }
}

/** Every name that stored credentials give as their issuer's. */
export const claimedNames = (db: Database): readonly string[] =>
  readAll<{ name: string }>(db, 'SELECT DISTINCT claimed_issuer_name AS name FROM credential WHERE claimed_issuer_name IS NOT NULL ORDER BY name').map(
    ({ name }) => name,
  )
