import type { KeyObject } from 'node:crypto'
import type { JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { Finding, IssuerValue } from '../../../shared/model/verification'
import type { VerifierContext } from '../context/context'

/** A public key whose form passed every check. */
export interface PublicKey {
  readonly type: 'Ed25519' | 'P-256' | 'P-384' | 'RSA'
  readonly object: KeyObject
  /** Ed25519: the 32 bytes. P-256 and P-384: the compressed point. RSA: none. */
  readonly raw: Uint8Array | null
  /** SHA-256 (hex) over the SubjectPublicKeyInfo (DER): the same for a key in every form. */
  readonly thumbprint: string
}

/** Who issued a credential and when (as written), by its own claim: a registered key counts only inside its own period. */
export interface IssueClaim {
  readonly issuerId: string | null
  readonly issuedAt: string | null
}

/** Which key a proof or a token names, and for which issuer. */
export interface KeyRequest extends IssueClaim {
  /** `verificationMethod` of a proof, `kid` of a token, `verification.creator` of an OB 2 badge; null where none is named. */
  readonly method: string | null
  /** A key in the file itself (`jwk` header, embedded method, key in the badge): it can verify and authenticates no issuer. */
  readonly carried: JsonObject | null
}

/** The key, where it was found, and the finding about its issuer. `key` is null with `unresolved`, or where the key's own form is malformed. */
export interface KeyFinding {
  readonly key: PublicKey | null
  readonly issuer: Finding<IssuerValue>
  readonly problems: readonly Problem[]
}

/** Finds the key a request names: in the DID itself, the register, or the stored documents. Nowhere else. */
export type ResolveKey = (request: KeyRequest, context: VerifierContext) => KeyFinding
