import type { RecipientIdentity } from '../../../shared/model/credential'
import { failure, type Result } from '../../../shared/model/problem'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'
import { nextRevision } from '../department/addressBook'
import { identityText, personIdOf, setPerson } from './credential'

/** A person's decision that an identity belongs to somebody. */
export interface LearnedIdentity {
  readonly staffNumber: string
  readonly identity: RecipientIdentity
}

/** Reads a text written by `identityText`. */
function identityOf(text: string): RecipientIdentity {
  const [kind, ...parts] = JSON.parse(text) as readonly [RecipientIdentity['kind'], ...(string | null)[]]
  const [first, second, third] = parts.map((part) => part ?? '')
  switch (kind) {
    case 'email':
      return { kind, email: first! }
    case 'did':
      return { kind, did: first! }
    case 'hash':
      return { kind, algorithm: first === 'md5' ? 'md5' : 'sha256', hash: second!, salt: parts[2] ?? null, type: 'email' }
    case 'other':
      return { kind, type: first!, value: second ?? third ?? '' }
  }
}

/** Every identity a person has decided on. Addresses and DIDs from a roster are part of `readDepartment`. */
export const learnedLinks = (db: Database): readonly LearnedIdentity[] =>
  readAll<{ staffNumber: string; identity: string }>(
    db,
    'SELECT staff_number AS staffNumber, identity FROM recipient_link JOIN person ON person.id = person_id ORDER BY recipient_link.at, identity',
  ).map(({ staffNumber, identity }) => ({ staffNumber, identity: identityOf(identity) }))

/**
 * Matches a credential to a person by a decision; null as `staffNumber` makes it unmatched.
 *
 * @param identity The recipient identity the match rests on; null where there is none.
 * @param learn Whether the identity belongs to this person from now on.
 * @returns `credential.not-found`, `person.not-found`
 */
export function assignPerson(
  db: Database,
  {
    credentialId,
    staffNumber,
    identity = null,
    learn = false,
    ...act
  }: { readonly credentialId: number; readonly staffNumber: string | null; readonly identity?: RecipientIdentity | null; readonly learn?: boolean } & Act,
): Result<null> {
  if (readOne(db, 'SELECT 1 FROM credential WHERE id = :credentialId', { credentialId }) === undefined)
    return failure({ code: 'credential.not-found', detail: String(credentialId) })
  const personId = staffNumber === null ? null : personIdOf(db, staffNumber)
  if (staffNumber !== null && personId === null) return failure({ code: 'person.not-found', detail: staffNumber })
  return attempt(() =>
    transaction(db, () => {
      setPerson(db, { credentialId, personId, identity, at: act.at, importId: null })
      if (learn && identity !== null && personId !== null) {
        nextRevision(db)
        write(
          db,
          `INSERT INTO recipient_link (identity, person_id, at, actor, credential_id) VALUES (:identity, :personId, :at, :actor, :credentialId)
           ON CONFLICT (identity) DO UPDATE
             SET person_id = excluded.person_id, at = excluded.at, actor = excluded.actor, credential_id = excluded.credential_id`,
          { identity: identityText(identity), personId, at: act.at, actor: act.actor, credentialId },
        )
      }
      // The identity itself stays out of the audit log, since nothing can be removed from it.
      const detail = { staffNumber, identity: identity?.kind ?? null, learned: learn }
      appendAudit(db, { ...act, action: 'person.assign', subject: String(credentialId), detail })
      return null
    }),
  )
}

/** Matches many credentials to people, all or none: a rematch has found them. */
export const assignPeople = (
  db: Database,
  {
    matches,
    ...act
  }: { readonly matches: readonly { readonly credentialId: number; readonly staffNumber: string; readonly identity: RecipientIdentity }[] } & Act,
): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      for (const { credentialId, staffNumber, identity } of matches)
        setPerson(db, { credentialId, personId: personIdOf(db, staffNumber), identity, at: act.at, importId: null })
      appendAudit(db, { ...act, action: 'person.assign', subject: '*', detail: { credentials: matches.length } })
      return null
    }),
  )
