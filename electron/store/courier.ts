import type { Result } from '../../shared/model/problem'
import type { AxisValues } from '../../shared/model/verification'
import type { Act } from './act'
import { appendAudit } from './audit'
import { attempt } from './databaseProblem'
import { type Database, readAll, readOne, transaction, write } from './statement'

/** A credential whose verdict the network might say more about, in the bytes it came in. */
export interface QuestionedCredential extends Pick<AxisValues, 'integrity' | 'issuer' | 'status'> {
  readonly credentialId: number
  readonly source: string
  readonly sha256: string
  readonly bytes: Uint8Array
  /** Which of the things in the file it is, from 0. */
  readonly ordinal: number
}

/**
 * Credentials whose current verdict rests, or could rest, on something that stands at an address: hosted badges, keys that are not held, and lists.
 * Altered ones are left out, and proven ones without a day of their own: of unproven ones it is open which version is the issuer's. One at a time: other work may go on in between.
 */
export function* credentialsInQuestion(db: Database): Generator<QuestionedCredential> {
  const ids = readAll<{ id: number }>(
    db,
    `SELECT credential.id FROM credential JOIN verification ON verification.credential_id = credential.id AND is_current = 1
     WHERE (superseded_by IS NULL OR credential.grade = 'unproven') AND integrity NOT IN ('altered', 'malformed')
       AND (proof = 'hosted' OR issuer = 'unresolved' OR verification.status NOT IN ('none', 'revoked'))
     ORDER BY credential.id`,
  )
  for (const { id } of ids) {
    const row = readOne<QuestionedCredential>(
      db,
      `SELECT credential.id AS credentialId, source, sha256, bytes, ordinal, integrity, issuer, verification.status
       FROM credential JOIN original ON original.id = original_id JOIN verification ON verification.credential_id = credential.id AND is_current = 1
       WHERE credential.id = :id`,
      { id },
    )
    if (row !== undefined) yield row
  }
}

/** Remembers that a list of this name was written for the courier: evidence that answers it was asked for from here. */
export const saveCourierList = (db: Database, { id, ...act }: { readonly id: string } & Act): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      write(db, 'INSERT INTO courier_list (id, at) VALUES (:id, :at)', { id, at: act.at })
      appendAudit(db, { ...act, action: 'courier.issue', subject: id, detail: null })
      return null
    }),
  )

/** The names of all lists that were ever written for the courier here. */
export const courierLists = (db: Database): readonly string[] => readAll<{ id: string }>(db, 'SELECT id FROM courier_list ORDER BY id').map(({ id }) => id)
