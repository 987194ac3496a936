/** The standard a credential follows. `VC` is a verifiable credential that is no Open Badge. */
export type Standard = 'OB1' | 'OB2' | 'OB3' | 'CLR2' | 'VC' | 'Blockcerts'

/** How the credential was carried in its file. */
export type Container = 'json' | 'jws' | 'png' | 'svg'

/** A reference to an entry of a skill framework that the achievement claims to match. */
export interface Alignment {
  readonly name: string | null
  readonly url: string | null
  readonly framework: string | null
  readonly code: string | null
}

/** What was achieved, as the issuer describes it. */
export interface Achievement {
  readonly id: string | null
  readonly name: string | null
  readonly description: string | null
  readonly criteria: string | null
  readonly tags: readonly string[]
  readonly alignments: readonly Alignment[]
}

/** Who the credential claims as its issuer. The name is a claim: the name shown comes from the issuer register. */
export interface ClaimedIssuer {
  readonly id: string | null
  readonly name: string | null
  readonly url: string | null
}

/** One way the credential names its recipient. */
export type RecipientIdentity =
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'did'; readonly did: string }
  | { readonly kind: 'hash'; readonly algorithm: 'sha256' | 'md5'; readonly hash: string; readonly salt: string | null; readonly type: string }
  | { readonly kind: 'other'; readonly type: string; readonly value: string }

export interface EvidenceClaim {
  readonly name: string | null
  readonly description: string | null
  readonly url: string | null
}

/** A credential in one shape, whatever its standard: for reading and matching, never for hashing. */
export interface Credential {
  readonly standard: Standard
  /** As written in the document; compare through `credentialKey`. */
  readonly id: string | null
  readonly name: string | null
  readonly issuer: ClaimedIssuer
  readonly achievement: Achievement
  readonly recipients: readonly RecipientIdentity[]
  /** The name the credential gives its recipient, shown as a claim and never matched by itself. */
  readonly recipientName: string | null
  /** Date and time as written in the document (RFC 3339, at times a bare day). */
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly evidence: readonly EvidenceClaim[]
  /** Number of endorsements carried; each proves its endorser, never the badge. */
  readonly endorsements: number
}
