import type { JsonObject } from './json'

/** A public key, in one of three forms. Exactly one is present. */
export type KeyMaterial = { readonly publicKeyMultibase: string } | { readonly publicKeyJwk: JsonObject } | { readonly publicKeyPem: string }

/** A key an issuer signs with, and the period for which credentials signed by it count. */
export interface RegisteredKey {
  readonly id: string
  readonly material: KeyMaterial
  /** RFC 3339 instants; null is open. A key counts for credentials issued inside `[validFrom, validUntil)`. */
  readonly validFrom: string | null
  readonly validUntil: string | null
}

/** An issuer confirmed by a person of the city. For did:key and did:jwk `keys` may be empty: the DID is the key. */
export interface RegisteredIssuer {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly confirmedBy: string
  readonly confirmedOn: string
  readonly how: string
  readonly keys: readonly RegisteredKey[]
}

export interface IssuerRegister {
  readonly issuers: readonly RegisteredIssuer[]
}
