import type { SampleAchievement } from '../issuers/achievements'
import type { SampleIssuer } from '../issuers/issuers'
import type { Staff } from '../people/staff'

/** What the issuer has said of the credential since. `unknown`: it names a list that is not in the bundle. */
export type TrueStatus = 'none' | 'clear' | 'revoked' | 'suspended' | 'unknown'

/** A badge awarded: the truth the files are made from. */
export interface Award {
  /** Unique in the city; gives tokens and indices. */
  readonly number: number
  readonly id: string
  readonly issuer: SampleIssuer
  readonly achievement: SampleAchievement
  /** Null where the recipient is nobody of the city. */
  readonly holder: Staff | null
  readonly recipient: Recipient
  /** RFC 3339 with its zone, as written into the badge. */
  readonly issuedAt: string
  readonly endsAt: string | null
  readonly status: TrueStatus
  /** A hosted badge whose copy from its own address lies in the bundle. */
  readonly confirmed: boolean
}

/** How the badge names its recipient. Exactly one way a badge. */
export type Recipient =
  | { readonly kind: 'did'; readonly did: string }
  | { readonly kind: 'email'; readonly email: string }
  /** `identity` is what stands in the badge: `sha256$…` or `md5$…`. */
  | { readonly kind: 'hash'; readonly identity: string; readonly salt: string | null }
