import type { RecipientIdentity } from '../../shared/model/credential'
import { findHashed } from './hashedRecipient'
import { plainAddress, plainDid, type RecipientIndex, recipientKey } from './recipientIndex'

/** Which stored fact led from a recipient to a person. */
export type MatchedBy = 'link' | 'did' | 'email' | 'hash'

export type RecipientMatch =
  | { readonly kind: 'matched'; readonly staffNumber: string; readonly how: MatchedBy; readonly identity: RecipientIdentity }
  /** The identities lead to several people: the 職員番号 of all, sorted. Nobody is chosen. */
  | { readonly kind: 'conflict'; readonly staffNumbers: readonly string[] }

/**
 * Whose is a credential with these recipients? A link somebody decided on comes before all, then DIDs, plain addresses and hashed ones; a name never decides.
 *
 * @param hinted 職員番号 to try first for hashes: people the same bundle or division has led to.
 * @returns Null where none of the identities is known.
 */
export function matchRecipient(recipients: readonly RecipientIdentity[], index: RecipientIndex, hinted: readonly string[] = []): RecipientMatch | null {
  const linked = among(recipients, (recipient) => ({ how: 'link', owners: setOf(index.links.get(recipientKey(recipient))) }))
  return linked ?? among(recipients, (recipient) => lookUp(recipient, index, hinted))
}

interface Found {
  readonly how: MatchedBy
  readonly owners: ReadonlySet<string>
}

function among(recipients: readonly RecipientIdentity[], find: (recipient: RecipientIdentity) => Found): RecipientMatch | null {
  const found = recipients.map((identity) => ({ identity, ...find(identity) })).filter(({ owners }) => owners.size > 0)
  const owners = new Set(found.flatMap((one) => [...one.owners]))
  const [first] = found
  if (!first) return null
  if (owners.size > 1) return { kind: 'conflict', staffNumbers: [...owners].sort() }
  const surest = surestFirst.flatMap((how) => found.filter((one) => one.how === how))[0] ?? first
  return { kind: 'matched', staffNumber: [...surest.owners][0]!, how: surest.how, identity: surest.identity }
}

const surestFirst: readonly MatchedBy[] = ['link', 'did', 'email', 'hash']

const nobody: ReadonlySet<string> = new Set()
const setOf = (staffNumber: string | undefined): ReadonlySet<string> => (staffNumber === undefined ? nobody : new Set([staffNumber]))

function lookUp(recipient: RecipientIdentity, index: RecipientIndex, hinted: readonly string[]): Found {
  switch (recipient.kind) {
    case 'did':
      return { how: 'did', owners: index.dids.get(plainDid(recipient.did)) ?? nobody }
    case 'email':
      return { how: 'email', owners: index.emails.get(plainAddress(recipient.email)) ?? nobody }
    case 'hash':
      return { how: 'hash', owners: findHashed(recipient, index, hinted) }
    case 'other':
      // Some issuers put an address or a DID under a type of their own.
      if (/^did:/.test(recipient.value.trim())) return { how: 'did', owners: index.dids.get(plainDid(recipient.value)) ?? nobody }
      return { how: 'email', owners: recipient.value.includes('@') ? (index.emails.get(plainAddress(recipient.value)) ?? nobody) : nobody }
  }
}
