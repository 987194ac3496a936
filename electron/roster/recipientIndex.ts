import type { RecipientIdentity } from '../../shared/model/credential'
import type { Person } from '../../shared/model/department'

export type HashAlgorithm = 'sha256' | 'md5'

/** A link a person decided on: badges to this recipient are this 職員番号's. */
export interface LearnedLink {
  readonly recipient: RecipientIdentity
  readonly staffNumber: string
}

/** One spelling of an address that may have been hashed, with whose it is. */
export interface Spelling {
  readonly text: string
  readonly staffNumber: string
}

/** Everything recipients are looked up in. Made once for an import: it remembers what it has hashed. */
export interface RecipientIndex {
  readonly links: ReadonlyMap<string, string>
  /** By DID, and by plain address in the form of `plainAddress`. */
  readonly dids: ReadonlyMap<string, ReadonlySet<string>>
  readonly emails: ReadonlyMap<string, ReadonlySet<string>>
  readonly spellings: readonly Spelling[]
  readonly spellingsOf: ReadonlyMap<string, readonly Spelling[]>
  /** Who has an address of this very spelling. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>
  /** Owners by hash, a table for each algorithm and salt that comes again and again, filled when first needed. */
  readonly tables: Map<string, ReadonlyMap<string, ReadonlySet<string>>>
  /** How often an algorithm and salt were met, while there is no table of them. */
  readonly met: Map<string, number>
  /** Owners found for (salt, algorithm, hash); an empty set is a miss, and is not looked for again. The newest only: it does not grow without end. */
  readonly answers: Map<string, ReadonlySet<string>>
  /** Hashes computed so far, for progress. */
  hashesTried: number
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

/** All spellings of an address that an issuer may have hashed: as stored, trimmed, in small letters. */
const spellingsOf = (email: string): readonly string[] => {
  const trimmed = email.trim()
  const half = trimmed.normalize('NFKC')
  return [...new Set([email, trimmed, trimmed.toLowerCase(), half, half.toLowerCase()])]
}

/** Prepares the addresses of all people, those who have left included: their badges are still theirs. */
export function indexRecipients(people: readonly Pick<Person, 'staffNumber' | 'emails' | 'dids'>[], links: readonly LearnedLink[] = []): RecipientIndex {
  const dids = new Map<string, Set<string>>()
  const emails = new Map<string, Set<string>>()
  const add = (table: Map<string, Set<string>>, key: string, staffNumber: string) => {
    const owners = table.get(key)
    if (owners) owners.add(staffNumber)
    else table.set(key, new Set([staffNumber]))
  }
  const owners = new Map<string, Set<string>>()
  const spellings: Spelling[] = []
  for (const person of people) {
    for (const did of person.dids) add(dids, plainDid(did), person.staffNumber)
    for (const email of person.emails) {
      add(emails, plainAddress(email), person.staffNumber)
      for (const text of spellingsOf(email)) {
        spellings.push({ text, staffNumber: person.staffNumber })
        add(owners, text, person.staffNumber)
      }
    }
  }
  return {
    links: new Map(links.map(({ recipient, staffNumber }) => [recipientKey(recipient), staffNumber])),
    dids,
    emails,
    spellings,
    owners,
    spellingsOf: Map.groupBy(spellings, ({ staffNumber }) => staffNumber),
    tables: new Map(),
    met: new Map(),
    answers: new Map(),
    hashesTried: 0,
  }
}
