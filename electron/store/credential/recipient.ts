import type { RecipientIdentity } from '../../../shared/model/credential'
import type { Result } from '../../../shared/model/problem'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, transaction } from '../database/statement'
import { personIdOf, setPerson } from './credential'

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
