import type { Credential } from '../../shared/model/credential'
import { type Result, success } from '../../shared/model/problem'
import type { Verification } from '../../shared/model/verification'
import { indexRecipients, matchRecipient, type RecipientIndex } from '../roster'
import { assignPeople, type Database, learnedLinks, type Matched, readDepartment, unmatchedCredentials } from '../store'
import { act } from './act'
import type { Engine } from './handler'

/** Everything recipients are looked up in, as the store knows it now. */
export const recipientsOf = (db: Database): RecipientIndex =>
  indexRecipients(
    readDepartment(db).people,
    learnedLinks(db).map(({ staffNumber, identity }) => ({ staffNumber, recipient: identity })),
  )

/** The verdict of a credential whose recipients lead to several people: nobody is chosen, and it is said. */
const inConflict =
  (staffNumbers: readonly string[]) =>
  (verification: Verification): Verification => ({
    ...verification,
    axes: { ...verification.axes, recipient: { value: 'conflict', seen: staffNumbers.map((text) => ({ kind: 'identity', text })) } },
    problems: [...verification.problems, { code: 'recipient.conflict', detail: staffNumbers.join(', ') }],
  })

/** Whose a credential is, and what a conflict does to its verdict. */
export function matched(
  { recipients }: Credential,
  index: RecipientIndex,
): { readonly person: Matched | null; readonly judge: (verification: Verification) => Verification } {
  const match = matchRecipient(recipients, index)
  if (match === null) return { person: null, judge: (verification) => verification }
  if (match.kind === 'conflict') return { person: null, judge: inConflict(match.staffNumbers) }
  return { person: { staffNumber: match.staffNumber, identity: match.identity }, judge: (verification) => verification }
}

/** Looks once more for the people of credentials that were nobody's: a roster has arrived. @returns how many were found. */
export function matchAgain(engine: Engine): Result<number> {
  const index = recipientsOf(engine.db)
  const matches = unmatchedCredentials(engine.db).flatMap(({ credentialId, recipients }) => {
    const match = matchRecipient(recipients, index)
    return match?.kind === 'matched' ? [{ credentialId, staffNumber: match.staffNumber, identity: match.identity }] : []
  })
  if (matches.length === 0) return success(0)
  const assigned = assignPeople(engine.db, { matches, ...act(engine) })
  return assigned.ok ? success(matches.length) : assigned
}
