import type { Credential, RecipientIdentity } from '../../../shared/model/credential'
import type { Result } from '../../../shared/model/problem'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readArrays, readOne, write } from '../database/statement'

/** The edition of the address book: another one as soon as anybody's address, DID or link is new; 0 while nobody has any. */
export const readEdition = (db: Database): number => readOne<{ edition: number }>(db, 'SELECT edition FROM address_book WHERE only = 1')?.edition ?? 0

/** Begins a new edition. @returns its number. */
export const nextEdition = (db: Database): number =>
  readOne<{ edition: number }>(
    db,
    'INSERT INTO address_book (only, edition) VALUES (1, 1) ON CONFLICT (only) DO UPDATE SET edition = edition + 1 RETURNING edition',
  )!.edition // RETURNING always gives the row.

/** In which edition each address came, by 職員番号, in the order of a person's addresses. */
export const addressEditions = (db: Database): ReadonlyMap<string, readonly number[]> => {
  const rows = readArrays<readonly [staffNumber: string, since: number]>(
    db,
    'SELECT staff_number, since FROM email JOIN person ON person.id = person_id ORDER BY person_id, ordering',
    {},
  )
  return new Map([...Map.groupBy(rows, ([staffNumber]) => staffNumber)].map(([staffNumber, own]) => [staffNumber, own.map(([, since]) => since)]))
}

/** A credential of nobody whose people have not been looked for in the newest edition. */
export interface CredentialToSeek {
  readonly credentialId: number
  readonly recipients: readonly RecipientIdentity[]
  /** Several people claim it, by its current verdict. */
  readonly inConflict: boolean
}

/** Which of them: those whose search was put off are sought only where somebody asks for it. */
export type ToSeek = 'all' | 'not-put-off'

const toSeekSql: Readonly<Record<ToSeek, string>> = {
  all: 'FROM credential WHERE person_id IS NULL AND (sought IS NULL OR sought < :edition)',
  'not-put-off': 'FROM credential WHERE person_id IS NULL AND sought < :edition',
}

export const countToSeek = (db: Database, edition: number, which: ToSeek = 'all'): number =>
  readOne<{ count: number }>(db, `SELECT COUNT(*) AS count ${toSeekSql[which]}`, { edition })!.count

/** The next of them behind an id, rejected ones and older versions included: they may be somebody's once the roster arrives. */
export const credentialsToSeek = (
  db: Database,
  { edition, after, limit, which = 'all' }: { readonly edition: number; readonly after: number; readonly limit: number; readonly which?: ToSeek },
): readonly CredentialToSeek[] =>
  readAll<{ id: number; document: string; inConflict: number }>(
    db,
    `SELECT id, document,
            EXISTS (SELECT 1 FROM verification WHERE credential_id = credential.id AND is_current = 1 AND recipient = 'conflict') AS inConflict
     ${toSeekSql[which]} AND id > :after ORDER BY id LIMIT :limit`,
    { edition, after, limit },
  ).map(({ id, document, inConflict }) => ({
    credentialId: id,
    recipients: (JSON.parse(document) as Credential).recipients,
    inConflict: inConflict === 1,
  }))

/** Sets down that the people of credentials up to this id were looked for in that edition. */
export const saveSought = (
  db: Database,
  { edition, upTo, which = 'all' }: { readonly edition: number; readonly upTo: number; readonly which?: ToSeek },
): Result<null> =>
  attempt(() => {
    write(db, `UPDATE credential SET sought = :edition WHERE id IN (SELECT id ${toSeekSql[which]} AND id <= :upTo)`, { edition, upTo })
    return null
  })
