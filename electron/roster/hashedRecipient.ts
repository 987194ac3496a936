import { hash } from 'node:crypto'
import type { HashAlgorithm, RecipientIndex, Spelling } from './recipientIndex'

type HashedRecipient = { readonly algorithm: HashAlgorithm; readonly hash: string; readonly salt: string | null }

/**
 * Whose address does a hash stand for?
 *
 * Unsalted hashes are looked up in a table made once. A salted one is tried over the hinted people first, then over everybody; found or not, the answer is
 * remembered by (salt, algorithm, hash), so that a second badge with the same recipient costs nothing.
 *
 * @param hinted 職員番号 to try first.
 * @returns Empty where it is nobody's; more than one where several people share the address.
 * @source Open Badges 2.0, IdentityObject: the hash of the identity with the salt appended, both as UTF-8
 */
export function findHashed({ algorithm, hash: wanted, salt }: HashedRecipient, index: RecipientIndex, hinted: readonly string[]): ReadonlySet<string> {
  const hex = wanted.trim().toLowerCase()
  if (!/^[0-9a-f]+$/.test(hex) || hex.length !== (algorithm === 'sha256' ? 64 : 32)) return new Set()
  // An absent and an empty salt give the same bytes.
  if (salt === null || salt === '') return unsalted(algorithm, index).get(hex) ?? new Set()
  const key = `${algorithm} ${hex} ${salt}`
  const known = index.answers.get(key)
  if (known) return known
  const owners = search(index, hinted, (text) => digest(index, algorithm, text + salt) === hex)
  index.answers.set(key, owners)
  return owners
}

/** Of the people who share the very spelling that was hashed, all; of other spellings none, because two texts never share a hash. */
function search(index: RecipientIndex, hinted: readonly string[], matches: (text: string) => boolean): ReadonlySet<string> {
  const first = hinted.flatMap((staffNumber) => index.spellingsOf.get(staffNumber) ?? [])
  const found = first.find(({ text }) => matches(text)) ?? findAmong(index.spellings, new Set(first), matches)
  return found ? new Set(index.spellings.filter(({ text }) => text === found.text).map(({ staffNumber }) => staffNumber)) : new Set()
}

function findAmong(spellings: readonly Spelling[], tried: ReadonlySet<Spelling>, matches: (text: string) => boolean): Spelling | undefined {
  for (const spelling of spellings) if (!tried.has(spelling) && matches(spelling.text)) return spelling
  return undefined
}

function unsalted(algorithm: HashAlgorithm, index: RecipientIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const made = index.unsalted.get(algorithm)
  if (made) return made
  const table = new Map<string, Set<string>>()
  for (const { text, staffNumber } of index.spellings) {
    const hex = digest(index, algorithm, text)
    const owners = table.get(hex) ?? new Set()
    table.set(hex, owners.add(staffNumber))
  }
  index.unsalted.set(algorithm, table)
  return table
}

function digest(index: RecipientIndex, algorithm: HashAlgorithm, text: string): string {
  index.hashesTried++
  return hash(algorithm, text, 'hex')
}
