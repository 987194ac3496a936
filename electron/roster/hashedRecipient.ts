import { hash } from 'node:crypto'
import type { RecipientIdentity } from '../../shared/model/credential'
import { addOwner } from './recipientIndex'

export type HashedRecipient = Extract<RecipientIdentity, { readonly kind: 'hash' }>

/** One text for what is asked: the same hash with the same salt has the same answer. */
export const hashName = ({ algorithm, hash: wanted, salt }: HashedRecipient): string => `${algorithm} ${wanted.trim().toLowerCase()} ${salt ?? ''}`

/** The same in 128 bits (hex), for remembering that it was asked. */
export const questionOf = (recipient: HashedRecipient): string => hash('sha256', hashName(recipient), 'hex').slice(0, 32)

/** Somebody's addresses, and in which edition of the address book each came; all in the first where that is not told. */
export interface Addresses {
  readonly staffNumber: string
  readonly emails: readonly string[]
  readonly since?: readonly number[]
}

/** One spelling of an address that may have been hashed. */
interface Spelling {
  readonly text: string
  readonly staffNumber: string
  readonly since: number
  /** The search in which it was tried last. */
  triedIn: number
}

/** Addresses to try hashes against, and what is remembered of those that were tried. */
export interface HashSearch {
  /** Each spelling once, the newest first. */
  readonly spellings: readonly Spelling[]
  /** By 職員番号. */
  readonly spellingsOf: ReadonlyMap<string, readonly Spelling[]>
  /** Who shares a spelling with somebody else; that of one alone is left out. */
  readonly sharing: ReadonlyMap<string, readonly string[]>
  /** By algorithm and salt, for those that come again and again: the spelling of each hash. */
  readonly tables: Map<string, ReadonlyMap<string, Spelling>>
  /** How often an algorithm and salt were met, while there is no table of them. */
  readonly met: Map<string, number>
  /** Owners found for (salt, algorithm, hash); empty where no person matches. Only the newest: its size is bounded. */
  readonly answers: Map<string, readonly string[]>
  /** How many searches there were. */
  searches: number
  /** Hashes computed so far. */
  hashesTried: number
}

/** All spellings of an address that an issuer may have hashed: as stored, trimmed, in small letters. */
const spellingsOf = (email: string): readonly string[] => {
  const trimmed = email.trim()
  const half = trimmed.normalize('NFKC')
  return [...new Set([email, trimmed, trimmed.toLowerCase(), half, half.toLowerCase()])]
}

/** Prepares the addresses of all people to try hashes against. */
export function searchAmong(people: readonly Addresses[]): HashSearch {
  const first = new Map<string, Spelling>()
  const shared = new Map<string, string[]>()
  const ofPeople = people.map(({ staffNumber, emails, since }) => {
    const own = emails.flatMap((email, place) => spellingsOf(email).map((text): Spelling => ({ text, staffNumber, since: since?.[place] ?? 0, triedIn: 0 })))
    for (const spelling of own) {
      const known = first.get(spelling.text)
      if (known === undefined || known.since < spelling.since) first.set(spelling.text, spelling)
      if (known === undefined || known.staffNumber === staffNumber) continue
      addOwner(shared, spelling.text, known.staffNumber)
      addOwner(shared, spelling.text, staffNumber)
    }
    return { staffNumber, own }
  })
  return {
    spellings: [...first.values()].sort((one, other) => other.since - one.since),
    spellingsOf: new Map(ofPeople.map(({ staffNumber, own }) => [staffNumber, own.map(({ text }) => first.get(text)!)])),
    sharing: shared,
    tables: new Map(),
    met: new Map(),
    answers: new Map(),
    searches: 0,
    hashesTried: 0,
  }
}

/** A salt met so often belongs to many: hashing everybody with it once costs less than trying everybody for each. */
const oftenMet = 3
/** Tables of so many salts are kept, and so many answers. */
const tablesKept = 4
const answersKept = 20_000

const nobody: readonly string[] = []

/** Where and how far to look for the owner of a hash. */
export interface Reach {
  /** 職員番号 to try first. */
  readonly hinted?: Iterable<string>
  /** The edition of the address book in which the same was asked and nobody was found: only what is newer is tried. */
  readonly missedIn?: number
}

/**
 * Whose address does a hash stand for?
 *
 * Hashes without a salt, or with one that is met again and again, are looked up in a table made once. Any other is tried over the hinted people first, then
 * over everybody; found or not, the answer is remembered by (salt, algorithm, hash), so that a second badge with the same recipient costs nothing.
 *
 * @returns 職員番号; none where no person matches; more than one where several people share the address.
 * @source Open Badges 2.0, IdentityObject: the hash of the identity with the salt appended, both as UTF-8
 */
export function findHashed(recipient: HashedRecipient, search: HashSearch, { hinted = [], missedIn }: Reach = {}): readonly string[] {
  const { algorithm, hash: wanted } = recipient
  const hex = wanted.trim().toLowerCase()
  if (!/^[0-9a-f]+$/.test(hex) || hex.length !== (algorithm === 'sha256' ? 64 : 32)) return nobody
  const name = hashName(recipient)
  const known = search.answers.get(name)
  if (known) return known
  // An absent and an empty salt give the same bytes.
  const owners = ownersOf(found(search, { algorithm, salt: recipient.salt ?? '', hex }, hinted, missedIn), search)
  if (search.answers.size >= answersKept) search.answers.clear()
  search.answers.set(name, owners)
  return owners
}

/** Of the people who share the very spelling that was hashed, all; of other spellings none, because two texts never share a hash. */
const ownersOf = (spelling: Spelling | undefined, { sharing }: HashSearch): readonly string[] =>
  spelling === undefined ? nobody : (sharing.get(spelling.text) ?? [spelling.staffNumber])

interface Hashed {
  readonly algorithm: HashedRecipient['algorithm']
  readonly salt: string
  readonly hex: string
}

function found(search: HashSearch, hashed: Hashed, hinted: Iterable<string>, missedIn: number | undefined): Spelling | undefined {
  const matches = ({ text }: Spelling) => digest(search, hashed, text) === hashed.hex
  if (missedIn !== undefined) {
    for (const spelling of search.spellings) {
      if (spelling.since <= missedIn) return undefined
      if (matches(spelling)) return spelling
    }
    return undefined
  }
  const table = tableOf(search, hashed)
  if (table !== null) return table.get(hashed.hex)
  const now = ++search.searches
  for (const staffNumber of hinted) {
    for (const spelling of search.spellingsOf.get(staffNumber) ?? []) {
      if (spelling.triedIn === now) continue
      if (matches(spelling)) return spelling
      spelling.triedIn = now
    }
  }
  for (const spelling of search.spellings) if (spelling.triedIn !== now && matches(spelling)) return spelling
  return undefined
}

/** Everybody hashed with this salt; null while it is not met often enough. */
function tableOf(search: HashSearch, hashed: Hashed): ReadonlyMap<string, Spelling> | null {
  const { tables, met } = search
  const name = `${hashed.algorithm} ${hashed.salt}`
  const made = tables.get(name)
  if (made) return made
  const times = (met.get(name) ?? 0) + 1
  if (met.size >= answersKept) met.clear()
  met.set(name, times)
  if (times < oftenMet && hashed.salt !== '') return null
  const table = new Map(search.spellings.map((spelling) => [digest(search, hashed, spelling.text), spelling]))
  const [oldest] = tables.keys()
  if (tables.size >= tablesKept && oldest !== undefined) tables.delete(oldest)
  tables.set(name, table)
  return table
}

function digest(search: HashSearch, { algorithm, salt }: Hashed, text: string): string {
  search.hashesTried++
  return hash(algorithm, text + salt, 'hex')
}
