import type { RecipientIdentity } from '../../shared/model/credential'
import { inConflict, type KeptVerdict } from '../../shared/model/kept'
import { type Result, success } from '../../shared/model/problem'
import type { KeptBadge, Seeking } from '../intake'
import { indexRecipients, matchRecipient, type RecipientIndex, recipientKey } from '../roster'
import { assignPeople, type Database, learnedLinks, type Matched, readDepartment, readPersons, readUnmatched, unmatchedCredentials } from '../store'
import { act } from './act'
import type { Engine } from './handler'

/** Everything recipients are looked up in, as the store knows it now. */
export const recipientsOf = (db: Database): RecipientIndex =>
  indexRecipients(
    readPersons(db),
    learnedLinks(db).map(({ staffNumber, identity }) => ({ staffNumber, recipient: identity })),
  )

/** What workers need to look for the owners of hashes, as the store knows it now. */
export function seekingOf(db: Database): Seeking {
  const { people, assignments } = readDepartment(db)
  const divisions = Map.groupBy(assignments, ({ staffNumber }) => staffNumber)
  return {
    people: people.map(({ staffNumber, name, formerName, emails }) => ({
      staffNumber,
      name,
      formerName,
      emails,
      divisionCodes: [...new Set(divisions.get(staffNumber)?.map(({ divisionCode }) => divisionCode))],
    })),
    decided: learnedLinks(db).flatMap(({ identity }) => (identity.kind === 'hash' ? [recipientKey(identity)] : [])),
  }
}

/** Makes known what a worker has found out, so that it is not sought here once more. */
export function heed({ answers }: RecipientIndex, sought: KeptBadge['sought']): void {
  for (const { name, owners } of sought) answers.set(name, new Set(owners))
}

/** Whose a credential is, and what that does to its verdict: where its recipients lead to several people, nobody is chosen and it is said. */
export function matched(
  recipients: readonly RecipientIdentity[],
  verdict: KeptVerdict,
  index: RecipientIndex,
): { readonly person: Matched | null; readonly verdict: KeptVerdict } {
  const match = matchRecipient(recipients, index)
  if (match === null) return { person: null, verdict }
  if (match.kind === 'conflict') return { person: null, verdict: inConflict(verdict, match.staffNumbers) }
  return { person: { staffNumber: match.staffNumber, identity: match.identity }, verdict }
}

/** Credentials that are nobody's because several people claim them, by their current verdict. */
function inDispute(db: Database): ReadonlySet<number> {
  const disputed = new Set<number>()
  for (let offset = 0, total = 1; offset < total; offset += pageSize) {
    const page = readUnmatched(db, { offset, limit: pageSize })
    total = page.total
    for (const { credentialId, axes } of page.badges) if (axes.recipient === 'conflict') disputed.add(credentialId)
  }
  return disputed
}

const pageSize = 1000

/** What looking once more for people came to. */
export interface MatchedAgain {
  /** How many credentials were found to be somebody's. */
  readonly found: number
  /** Credentials whose verdict speaks of a conflict that is over, or not yet of one that has come up. */
  readonly disputed: ReadonlySet<number>
}

/** Looks once more for the people of credentials that were nobody's: a roster has arrived. */
export function matchAgain(engine: Engine): Result<MatchedAgain> {
  const index = recipientsOf(engine.db)
  const matches: { credentialId: number; staffNumber: string; identity: RecipientIdentity }[] = []
  const conflicts = new Set<number>()
  for (const { credentialId, recipients } of unmatchedCredentials(engine.db)) {
    const match = matchRecipient(recipients, index)
    if (match?.kind === 'matched') matches.push({ credentialId, staffNumber: match.staffNumber, identity: match.identity })
    if (match?.kind === 'conflict') conflicts.add(credentialId)
  }
  const before = inDispute(engine.db)
  const disputed = new Set([...conflicts, ...before].filter((id) => conflicts.has(id) !== before.has(id)))
  if (matches.length > 0) {
    const assigned = assignPeople(engine.db, { matches, ...act(engine) })
    if (!assigned.ok) return assigned
  }
  return success({ found: matches.length, disputed })
}
