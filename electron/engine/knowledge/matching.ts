import type { RecipientIdentity } from '../../../shared/model/credential'
import { inConflict, type KeptVerdict } from '../../../shared/model/kept'
import { recipientLimits } from '../../../shared/model/recipientLimits'
import { type KeptBadge, makeBudget, missedTable, type Seeking } from '../../intake'
import { indexRecipients, matchRecipient, type RecipientIndex, recipientKey } from '../../roster'
import { addressRevisions, type Database, learnedLinks, type Matched, missedHashes, readDepartment, readPersons } from '../../store'

/** The people and decisions recipients are matched with, as stored now. */
export const recipientsOf = (db: Database): RecipientIndex =>
  indexRecipients(
    readPersons(db),
    learnedLinks(db).map(({ staffNumber, identity }) => ({ staffNumber, recipient: identity })),
  )

/**
 * What workers need to find the people of hashed recipients, as stored now.
 *
 * @param things How many things are imported; null for a search outside of an import, which can be stopped and has no limit.
 */
export function seekingOf(db: Database, things: number | null = null): Seeking {
  const { people, assignments } = readDepartment(db)
  const divisions = Map.groupBy(assignments, ({ staffNumber }) => staffNumber)
  const revisions = addressRevisions(db)
  const addresses = people.reduce((sum, { emails }) => sum + emails.length, 0)
  const { searchesForUnproven, leastHashes } = recipientLimits
  return {
    people: people.map(({ staffNumber, name, formerName, emails }) => ({
      staffNumber,
      name,
      formerName,
      emails,
      since: revisions.get(staffNumber) ?? [],
      divisionCodes: [...new Set(divisions.get(staffNumber)?.map(({ divisionCode }) => divisionCode))],
    })),
    missed: missedTable(missedHashes(db)),
    decided: learnedLinks(db).flatMap(({ identity }) => (identity.kind === 'hash' ? [recipientKey(identity)] : [])),
    budget: things === null ? null : makeBudget(Math.max(leastHashes, searchesForUnproven * things * addresses)),
  }
}

/** Records in the index which people a worker found. */
export function recordAnswers({ answers }: RecipientIndex, sought: KeptBadge['sought']): void {
  for (const { name, owners } of sought) answers.set(name, owners)
}

/** The person a credential is matched to, and its verdict: where its recipients match several people, none is chosen and the verdict reports a conflict. */
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
