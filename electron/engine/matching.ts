import type { RecipientIdentity } from '../../shared/model/credential'
import { inConflict, type KeptVerdict } from '../../shared/model/kept'
import { digestTable, type KeptBadge, type Seeking } from '../intake'
import { indexRecipients, matchRecipient, type RecipientIndex, recipientKey } from '../roster'
import { type Database, learnedLinks, type Matched, readDepartment, readEdition, readPersons, soughtInVain } from '../store'

/** Everything recipients are looked up in, as the store knows it now. */
export const recipientsOf = (db: Database): RecipientIndex =>
  indexRecipients(
    readPersons(db),
    learnedLinks(db).map(({ staffNumber, identity }) => ({ staffNumber, recipient: identity })),
  )

/** Hashes that may be tried once more for nothing: a few seconds of them. Only beyond that is it worth the time to find out which were tried before. */
const hashesForNothing = 10_000_000

/**
 * What workers need to look for the owners of hashes, as the store knows it now.
 *
 * @param units How many are imported.
 */
export function seekingOf(db: Database, units: number): Seeking {
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
    soughtBefore: digestTable(units * people.length > hashesForNothing ? soughtInVain(db, readEdition(db)) : []),
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
