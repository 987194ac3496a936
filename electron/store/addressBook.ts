import type { Credential, RecipientIdentity } from '../../shared/model/credential'
import type { Result } from '../../shared/model/problem'
import { attempt } from './databaseProblem'
import { type Database, readAll, readArrays, readOne, write } from './statement'

/** The edition of the address book: another one as soon as anybody's address, DID or link is new; 0 while nobody has any. */
export const readEdition = (db: Database): number => readOne<{ edition: number }>(db, 'SELECT edition FROM address_book WHERE only = 1')?.edition ?? 0

/** Begins a new edition. @returns its number. */
export const nextEdition = (db: Database): number =>
  readOne<{ edition: number }>(
    db,
    'INSERT INTO address_book (only, edition) VALUES (1, 1) ON CONFLICT (only) DO UPDATE SET edition = edition + 1 RETURNING edition',
  )!.edition // RETURNING always gives the row.

/** Addresses that came after an edition, by 職員番号. */
export const emailsSince = (db: Database, edition: number): ReadonlyMap<string, readonly string[]> => {
  const rows = readAll<{ staffNumber: string; address: string }>(
    db,
    `SELECT staff_number AS staffNumber, address FROM email JOIN person ON person.id = person_id WHERE since > :edition ORDER BY person_id, ordering`,
    { edition },
  )
  const byPerson = Map.groupBy(rows, ({ staffNumber }) => staffNumber)
  return new Map([...byPerson].map(([staffNumber, own]) => [staffNumber, own.map(({ address }) => address)]))
}

/** A credential of nobody whose people have not been looked for in the newest edition. */
export interface CredentialToSeek {
  readonly credentialId: number
  readonly recipients: readonly RecipientIdentity[]
  /** The edition in which they were looked for last; null where they never were. */
  readonly sought: number | null
  /** Several people claim it, by its current verdict. */
  readonly inConflict: boolean
}

const toSeekSql = 'FROM credential WHERE person_id IS NULL AND (sought IS NULL OR sought < :edition)'

export const countToSeek = (db: Database, edition: number): number =>
  readOne<{ count: number }>(db, `SELECT COUNT(*) AS count ${toSeekSql}`, { edition })!.count

/** The next of them behind an id, rejected ones and older versions included: they may be somebody's once the roster arrives. */
export const credentialsToSeek = (
  db: Database,
  { edition, after, limit }: { readonly edition: number; readonly after: number; readonly limit: number },
): readonly CredentialToSeek[] =>
  readAll<{ id: number; sought: number | null; document: string; inConflict: number }>(
    db,
    `SELECT id, sought, document,
            EXISTS (SELECT 1 FROM verification WHERE credential_id = credential.id AND is_current = 1 AND recipient = 'conflict') AS inConflict
     ${toSeekSql} AND id > :after ORDER BY id LIMIT :limit`,
    { edition, after, limit },
  ).map(({ id, sought, document, inConflict }) => ({
    credentialId: id,
    sought,
    recipients: (JSON.parse(document) as Credential).recipients,
    inConflict: inConflict === 1,
  }))

/**
 * SHA-256 (hex) of the files of credentials whose people were looked for in this edition and who are nobody's. Who is in conflict is not among them, nor is a
 * file of several credentials: another one in it may be somebody's, or in conflict.
 */
export const soughtInVain = (db: Database, edition: number): readonly string[] =>
  readArrays<readonly [string]>(
    db,
    `SELECT sha256 FROM credential JOIN original ON original.id = original_id
     WHERE person_id IS NULL AND sought = :edition
       AND NOT EXISTS (SELECT 1 FROM verification WHERE credential_id = credential.id AND is_current = 1 AND recipient = 'conflict')
       AND NOT EXISTS (SELECT 1 FROM credential AS other WHERE other.original_id = credential.original_id AND other.id <> credential.id)`,
    { edition },
  ).map(([sha256]) => sha256)

/** Sets down that the people of credentials up to this id were looked for in that edition. */
export const saveSought = (db: Database, { edition, upTo }: { readonly edition: number; readonly upTo: number }): Result<null> =>
  attempt(() => {
    write(db, 'UPDATE credential SET sought = :edition WHERE person_id IS NULL AND (sought IS NULL OR sought < :edition) AND id <= :upTo', { edition, upTo })
    return null
  })
