import type { Credential, RecipientIdentity } from '../../../shared/model/credential'
import type { Result } from '../../../shared/model/problem'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readArrays, readOne, write } from '../database/statement'

/** The revision of the address book; it increases when an address, DID or link is added. 0 while there are none. */
export const readRevision = (db: Database): number =>
  readOne<{ revision: number }>(db, 'SELECT edition AS revision FROM address_book WHERE only = 1')?.revision ?? 0

/** Increases the revision of the address book. @returns the new one. */
export const nextRevision = (db: Database): number =>
  readOne<{ revision: number }>(
    db,
    'INSERT INTO address_book (only, edition) VALUES (1, 1) ON CONFLICT (only) DO UPDATE SET edition = edition + 1 RETURNING edition AS revision',
  )!.revision // RETURNING always gives the row.

/** The revision in which each address was added, by 職員番号, in the order of a person's addresses. */
export const addressRevisions = (db: Database): ReadonlyMap<string, readonly number[]> => {
  const rows = readArrays<readonly [staffNumber: string, since: number]>(
    db,
    'SELECT staff_number, since FROM email JOIN person ON person.id = person_id ORDER BY person_id, ordering',
    {},
  )
  return new Map([...Map.groupBy(rows, ([staffNumber]) => staffNumber)].map(([staffNumber, own]) => [staffNumber, own.map(([, since]) => since)]))
}

/** An unmatched credential that has not been rematched in the newest revision of the address book. */
export interface UnmatchedCredential {
  readonly credentialId: number
  readonly recipients: readonly RecipientIdentity[]
  /** Several people claim it, by its current verdict. */
  readonly inConflict: boolean
}

/** Which unmatched credentials: those whose search was put off are rematched only when somebody asks for it. */
export type WhichUnmatched = 'all' | 'not-put-off'

const toRematchSql: Readonly<Record<WhichUnmatched, string>> = {
  all: 'FROM credential WHERE person_id IS NULL AND (sought IS NULL OR sought < :revision)',
  'not-put-off': 'FROM credential WHERE person_id IS NULL AND sought < :revision',
}

/** How many credentials are to be rematched in a revision of the address book. */
export const countToRematch = (db: Database, revision: number, which: WhichUnmatched = 'all'): number =>
  readOne<{ count: number }>(db, `SELECT COUNT(*) AS count ${toRematchSql[which]}`, { revision })!.count

/** The next credentials to be rematched after an id, rejected ones and older versions included: a roster may bring their people. */
export const credentialsToRematch = (
  db: Database,
  { revision, after, limit, which = 'all' }: { readonly revision: number; readonly after: number; readonly limit: number; readonly which?: WhichUnmatched },
): readonly UnmatchedCredential[] =>
  readAll<{ id: number; document: string; inConflict: number }>(
    db,
    `SELECT id, document,
            EXISTS (SELECT 1 FROM verification WHERE credential_id = credential.id AND is_current = 1 AND recipient = 'conflict') AS inConflict
     ${toRematchSql[which]} AND id > :after ORDER BY id LIMIT :limit`,
    { revision, after, limit },
  ).map(({ id, document, inConflict }) => ({
    credentialId: id,
    recipients: (JSON.parse(document) as Credential).recipients,
    inConflict: inConflict === 1,
  }))

/** Records that credentials up to this id were rematched in a revision of the address book. */
export const saveRematched = (
  db: Database,
  { revision, upTo, which = 'all' }: { readonly revision: number; readonly upTo: number; readonly which?: WhichUnmatched },
): Result<null> =>
  attempt(() => {
    write(db, `UPDATE credential SET sought = :revision WHERE id IN (SELECT id ${toRematchSql[which]} AND id <= :upTo)`, { revision, upTo })
    return null
  })
