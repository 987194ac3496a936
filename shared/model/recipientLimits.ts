import type { RecipientIdentity } from './credential'

/** Every limit on the search for the people of credentials, in one place. A true badge names its holder in one to three ways. */
export const recipientLimits = {
  /** Identities of one credential that are looked up, in document order; further ones are flagged and not looked up. */
  identities: 100,
  /** The hashed ones among them that are tried. Each may cost a hash for every address of the city. */
  hashes: 8,
  /** People named for a credential that matches several. */
  claimants: 20,
  /**
   * Hashes that an import computes for badges that are not proven: so many times the addresses for each of its things, and no fewer than `leastHashes`.
   * Proven ones are tried without regard to it. Badges beyond it are stored as unmatched, and are searched when a person asks for it.
   */
  searchesForUnproven: 2,
  leastHashes: 20_000_000,
} as const

/** The identities of a credential that are looked up. */
export function lookedUp(recipients: readonly RecipientIdentity[]): readonly RecipientIdentity[] {
  let hashes = 0
  return recipients.slice(0, recipientLimits.identities).filter(({ kind }) => kind !== 'hash' || ++hashes <= recipientLimits.hashes)
}

/** The number of identities above the limit, which are not looked up. */
export const leftOut = (recipients: readonly RecipientIdentity[]): number => recipients.length - lookedUp(recipients).length
