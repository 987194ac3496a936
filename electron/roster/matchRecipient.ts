import type { RecipientIdentity } from '../../shared/model/credential'
import { lookedUp, recipientLimits } from '../../shared/model/recipientLimits'
import { hashName } from './hashedRecipient'
import { plainAddress, plainDid, type RecipientIndex, recipientKey } from './recipientIndex'

/** Which stored fact led from a recipient to a person. */
export type MatchedBy = 'link' | 'did' | 'email' | 'hash'

export type RecipientMatch =
  | { readonly kind: 'matched'; readonly staffNumber: string; readonly how: MatchedBy; readonly identity: RecipientIdentity }
  /** The identities lead to several people: their 職員番号, sorted; of very many the first. Nobody is chosen. */
  | { readonly kind: 'conflict'; readonly staffNumbers: readonly string[] }

/**
 * Whose is a credential with these recipients? A link somebody decided on comes before all, then DIDs, plain addresses and hashed ones; a name never decides.
 * No hash is computed: hashed recipients are matched by the answers in the index.
 *
 * @returns Null where none of the identities is known.
 */
export function matchRecipient(recipients: readonly RecipientIdentity[], index: RecipientIndex): RecipientMatch | null {
  const asked = lookedUp(recipients)
  const linked = among(asked, (recipient) => ({ how: 'link', owners: listOf(index.links.get(recipientKey(recipient))) }))
  return linked ?? among(asked, (recipient) => lookUp(recipient, index))
}

interface Found {
  readonly how: MatchedBy
  readonly owners: readonly string[]
}

function among(recipients: readonly RecipientIdentity[], find: (recipient: RecipientIdentity) => Found): RecipientMatch | null {
  const found = recipients.map((identity) => ({ identity, ...find(identity) })).filter(({ owners }) => owners.length > 0)
  const owners = new Set(found.flatMap((one) => one.owners))
  const [first] = found
  if (!first) return null
  if (owners.size > 1) return { kind: 'conflict', staffNumbers: [...owners].sort().slice(0, recipientLimits.claimants) }
  const surest = surestFirst.flatMap((how) => found.filter((one) => one.how === how))[0] ?? first
  return { kind: 'matched', staffNumber: surest.owners[0]!, how: surest.how, identity: surest.identity }
}

const surestFirst: readonly MatchedBy[] = ['link', 'did', 'email', 'hash']

const noOwners: readonly string[] = []
const listOf = (staffNumber: string | undefined): readonly string[] => (staffNumber === undefined ? noOwners : [staffNumber])

function lookUp(recipient: RecipientIdentity, index: RecipientIndex): Found {
  switch (recipient.kind) {
    case 'did':
      return { how: 'did', owners: index.dids.get(plainDid(recipient.did)) ?? noOwners }
    case 'email':
      return { how: 'email', owners: index.emails.get(plainAddress(recipient.email)) ?? noOwners }
    case 'hash':
      return { how: 'hash', owners: index.answers.get(hashName(recipient)) ?? noOwners }
    case 'other':
      // Some issuers put an address or a DID under a type of their own.
      if (/^did:/.test(recipient.value.trim())) return { how: 'did', owners: index.dids.get(plainDid(recipient.value)) ?? noOwners }
      return { how: 'email', owners: recipient.value.includes('@') ? (index.emails.get(plainAddress(recipient.value)) ?? noOwners) : noOwners }
  }
}
