import type { NormalDocument, RawDocument } from './document'
import type { Problem } from './problem'

export const supportTypes = ['profile', 'badgeClass', 'keyDocument', 'jwks', 'statusList', 'revocationList', 'evidence', 'register'] as const
export type SupportType = (typeof supportTypes)[number]

/** A document other than a badge that helps to verify badges. Supporting documents only resolve a key; only the register authenticates an issuer. */
export interface SupportDocument {
  readonly kind: 'support'
  readonly source: string
  readonly type: SupportType
  /** The document's own id or address; null if absent. */
  readonly id: string | null
  /** In its normal form: all values are read from this. */
  readonly document: NormalDocument
  /** As it was read, for the signature of a list. */
  readonly raw: RawDocument
  /** The exact text: a signed status list is verified from it; its SHA-256 goes into the context digest. A status list given as a JWT is its compact form. */
  readonly text: string
  readonly problems: readonly Problem[]
}

/** A stored supporting document: its normal form is made again when it is read. */
export type KeptSupport = Omit<SupportDocument, 'document'>
