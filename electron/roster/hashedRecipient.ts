import { hash } from 'node:crypto'
import type { RecipientIdentity } from '../../shared/model/credential'
import type { HashAlgorithm, RecipientIndex, Spelling } from './recipientIndex'

export type HashedRecipient = Extract<RecipientIdentity, { readonly kind: 'hash' }>

/** One text for what is asked: the same hash with the same salt has the same answer. */
export const hashName = ({ algorithm, hash: wanted, salt }: HashedRecipient): string => `${algorithm} ${wanted.trim().toLowerCase()} ${salt ?? ''}`

/** A salt met so often belongs to many: hashing everybody with it once costs less than trying everybody for each. */
const oftenMet = 3
/** Tables of so many salts are kept, and so many answers. */
const tablesKept = 4
const answersKept = 20_000

/**
 * Whose address does a hash stand for?
 *
 * Hashes without a salt, or with one that is met again and again, are looked up in a table made once. Any other is tried over the hinted people first, then
 * over everybody; found or not, the answer is remembered by (salt, algorithm, hash), so that a second badge with the same recipient costs nothing.
 *
 * @param hinted 職員番号 to try first.
 * @returns Empty where it is nobody's; more than one where several people share the address.
 * @source Open Badges 2.0, IdentityObject: the hash of the identity with the salt appended, both as UTF-8
 */
export function findHashed(recipient: HashedRecipient, index: RecipientIndex, hinted: Iterable<string>): ReadonlySet<string> {
  const { algorithm, hash: wanted } = recipient
  const hex = wanted.trim().toLowerCase()
  if (!/^[0-9a-f]+$/.test(hex) || hex.length !== (algorithm === 'sha256' ? 64 : 32)) return new Set()
  const name = hashName(recipient)
  const known = index.answers.get(name)
  if (known) return known
  // An absent and an empty salt give the same bytes.
  const salt = recipient.salt ?? ''
  const table = tableOf(algorithm, salt, index)
  const owners = table === null ? search(index, hinted, (text) => digest(index, algorithm, text + salt) === hex) : (table.get(hex) ?? new Set())
  if (index.answers.size >= answersKept) index.answers.clear()
  index.answers.set(name, owners)
  return owners
}

/** Of the people who share the very spelling that was hashed, all; of other spellings none, because two texts never share a hash. */
function search(index: RecipientIndex, hinted: Iterable<string>, matches: (text: string) => boolean): ReadonlySet<string> {
  const tried = new Set<Spelling>()
  for (const staffNumber of hinted) {
    for (const spelling of index.spellingsOf.get(staffNumber) ?? []) {
      if (matches(spelling.text)) return sharing(index, spelling.text)
      tried.add(spelling)
    }
  }
  for (const spelling of index.spellings) if (!tried.has(spelling) && matches(spelling.text)) return sharing(index, spelling.text)
  return new Set()
}

const sharing = ({ owners }: RecipientIndex, text: string): ReadonlySet<string> => owners.get(text) ?? new Set()

/** Everybody hashed with this salt; null while it is not met often enough. */
function tableOf(algorithm: HashAlgorithm, salt: string, index: RecipientIndex): ReadonlyMap<string, ReadonlySet<string>> | null {
  const name = `${algorithm} ${salt}`
  const made = index.tables.get(name)
  if (made) return made
  const met = (index.met.get(name) ?? 0) + 1
  if (index.met.size >= answersKept) index.met.clear()
  index.met.set(name, met)
  if (met < oftenMet && salt !== '') return null
  const table = new Map<string, Set<string>>()
  for (const { text, staffNumber } of index.spellings) {
    const hex = digest(index, algorithm, text + salt)
    table.set(hex, (table.get(hex) ?? new Set()).add(staffNumber))
  }
  const [oldest] = index.tables.keys()
  if (index.tables.size >= tablesKept && oldest !== undefined) index.tables.delete(oldest)
  index.tables.set(name, table)
  return table
}

function digest(index: RecipientIndex, algorithm: HashAlgorithm, text: string): string {
  index.hashesTried++
  return hash(algorithm, text, 'hex')
}
