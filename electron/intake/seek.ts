import type { RecipientIdentity } from '../../shared/model/credential'
import type { Person } from '../../shared/model/department'
import { findHashed, hashName } from '../roster/hashedRecipient'
import { indexRecipients, recipientKey } from '../roster/recipientIndex'
import { beginTrail, type Whereabouts } from '../roster/trail'

/** Whom hashed recipients may stand for, and which of them somebody has decided on already. */
export interface Seeking {
  readonly people: readonly (Whereabouts & Pick<Person, 'emails'>)[]
  /** `recipientKey` of hashes that are somebody's by decision: they are not sought. */
  readonly decided: readonly string[]
}

/** An answer that took long to find: whose the hash is, by 職員番号; nobody's where it is empty. */
export interface Sought {
  /** `hashName` of the recipient. */
  readonly name: string
  readonly owners: readonly string[]
}

/** The folder of a bundle or of the disk that a thing stood in. */
const folderOf = (source: string): string => source.slice(0, Math.max(source.lastIndexOf('/'), source.lastIndexOf('!'), 0))

/** Looks for the owners of the hashed among a credential's recipients. */
export type Seeker = (source: string, claimedName: string | null, recipients: readonly RecipientIdentity[]) => readonly Sought[]

/** A seeker for one import: it remembers where the bundle has led, and tries those first. */
export function makeSeeker({ people, decided }: Seeking): Seeker {
  const index = indexRecipients(people.map(({ staffNumber, emails }) => ({ staffNumber, emails, dids: [] })))
  const trail = beginTrail(people)
  const known = new Set(decided)
  return (source, claimedName, recipients) =>
    recipients.flatMap((recipient): readonly Sought[] => {
      if (recipient.kind !== 'hash' || known.has(recipientKey(recipient))) return []
      const meeting = { folder: folderOf(source), name: claimedName }
      const owners = [...findHashed(recipient, index, trail.whomFirst(meeting))]
      for (const owner of owners) trail.ledTo(meeting, owner)
      return [{ name: hashName(recipient), owners }]
    })
}
