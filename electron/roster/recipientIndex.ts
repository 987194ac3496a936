import type { RecipientIdentity } from '../../shared/model/credential'
import type { Person } from '../../shared/model/department'
import { recipientLimits } from '../../shared/model/recipientLimits'

/** A link a person decided on: badges to this recipient are this 職員番号's. */
export interface LearnedLink {
  readonly recipient: RecipientIdentity
  readonly staffNumber: string
}

/** Everything recipients are looked up in. Hashes are tried elsewhere, in threads of their own: here only what was found of them is known. */
export interface RecipientIndex {
  readonly links: ReadonlyMap<string, string>
  /** By DID, and by plain address in the form of `plainAddress`. Of many owners only as many as are ever named, and one more. */
  readonly dids: ReadonlyMap<string, readonly string[]>
  readonly emails: ReadonlyMap<string, readonly string[]>
  /** Owners found for a hash, by `hashName`; empty where no person matches, or where it was not tried. */
  readonly answers: Map<string, readonly string[]>
}

/** One text for each recipient, so that a link learned from one badge is found for the next. */
export function recipientKey(recipient: RecipientIdentity): string {
  switch (recipient.kind) {
    case 'did':
      return `did ${plainDid(recipient.did)}`
    case 'email':
      return `email ${plainAddress(recipient.email)}`
    case 'hash':
      return `hash ${recipient.algorithm} ${recipient.hash.toLowerCase()} ${recipient.salt ?? ''}`
    case 'other':
      return `other ${recipient.type} ${recipient.value}`
  }
}

/** An address for comparing: no `mailto:`, no blanks around it, small letters, half width. */
export const plainAddress = (email: string): string =>
  email
    .trim()
    .replace(/^mailto:/i, '')
    .trim()
    .normalize('NFKC')
    .toLowerCase()

/** A DID without what points inside its document. @source W3C DID Core, section 3.2: the fragment is no part of the DID */
export const plainDid = (did: string): string => did.trim().replace(/[#?/].*$/, '')

/** Adds an owner, unless there are more than are ever named already: an address may be everybody's. */
export function addOwner(table: Map<string, string[]>, key: string, staffNumber: string): void {
  const owners = table.get(key)
  if (owners === undefined) table.set(key, [staffNumber])
  else if (owners.length <= recipientLimits.claimants && !owners.includes(staffNumber)) owners.push(staffNumber)
}

/** Prepares the addresses of all people, those who have left included: their badges are still theirs. */
export function indexRecipients(people: readonly Pick<Person, 'staffNumber' | 'emails' | 'dids'>[], links: readonly LearnedLink[] = []): RecipientIndex {
  const dids = new Map<string, string[]>()
  const emails = new Map<string, string[]>()
  for (const person of people) {
    for (const did of person.dids) addOwner(dids, plainDid(did), person.staffNumber)
    for (const email of person.emails) addOwner(emails, plainAddress(email), person.staffNumber)
  }
  return { links: new Map(links.map(({ recipient, staffNumber }) => [recipientKey(recipient), staffNumber])), dids, emails, answers: new Map() }
}
