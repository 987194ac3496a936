import type { Problem } from '../../../shared/model/problem'
import type { DisclosureHash } from './readDisclosure'

/** What an SD-JWT says besides its payload. @source RFC 9901, sections 4 and 7.1 */
export interface SelectiveDisclosure {
  /** The objects and lists, by pointer, in which digests are left that no disclosure belongs to: hidden claims, or decoys. */
  readonly hidden: readonly string[]
  /** Why the disclosures could not be put in their places; then the payload is as it was signed. */
  readonly problem: Problem | null
  readonly hash: DisclosureHash
  /** Token and disclosures, which a key binding speaks of. */
  readonly bound: string
  /** The holder's key binding, a compact JWS; null where there is none. */
  readonly keyBinding: string | null
}
