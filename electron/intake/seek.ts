import type { RecipientIdentity } from '../../shared/model/credential'
import type { Person } from '../../shared/model/department'
import { findHashed, hashName } from '../roster/hashedRecipient'
import { indexRecipients, recipientKey } from '../roster/recipientIndex'
import { beginTrail, type Whereabouts } from '../roster/trail'
import { type DigestTable, holdsDigest } from './digests'

/** Whom hashed recipients may stand for, and which of them somebody has decided on already. */
export interface Seeking {
  readonly people: readonly (Whereabouts & Pick<Person, 'emails'>)[]
  /** `recipientKey` of hashes that are somebody's by decision: they are not sought. */
  readonly decided: readonly string[]
  /** Files whose hashed recipients were nobody's when they were sought, and nobody has come since: they are not sought again. */
  readonly soughtBefore: DigestTable
}

/** An answer that took long to find: whose the hash is, by 職員番号; nobody's where it is empty. */
export interface Sought {
  /** `hashName` of the recipient. */
  readonly name: string
  readonly owners: readonly string[]
}

/** The folder of a bundle or of the disk that a thing stood in. */
const folderOf = (source: string): string => source.slice(0, Math.max(source.lastIndexOf('/'), source.lastIndexOf('!'), 0))

/** A credential in a file, as far as a search needs it. */
export interface Wanted {
  readonly source: string
  /** Of the file, in hex. */
  readonly sha256: string
  readonly claimedName: string | null
  readonly recipients: readonly RecipientIdentity[]
}

/** Looks for the owners of the hashed among a credential's recipients. */
export type Seeker = (wanted: Wanted) => readonly Sought[]

/** A seeker for one import: it remembers where the bundle has led, and tries those first. */
export function makeSeeker({ people, decided, soughtBefore }: Seeking): Seeker {
  const index = indexRecipients(people.map(({ staffNumber, emails }) => ({ staffNumber, emails, dids: [] })))
  const trail = beginTrail(people)
  const known = new Set(decided)
  return ({ source, sha256, claimedName, recipients }) =>
    recipients.flatMap((recipient): readonly Sought[] => {
      if (recipient.kind !== 'hash' || known.has(recipientKey(recipient))) return []
      if (holdsDigest(soughtBefore, sha256)) return [{ name: hashName(recipient), owners: [] }]
      const meeting = { folder: folderOf(source), name: claimedName }
      const owners = [...findHashed(recipient, index, trail.whomFirst(meeting))]
      for (const owner of owners) trail.ledTo(meeting, owner)
      return [{ name: hashName(recipient), owners }]
    })
}
