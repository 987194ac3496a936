import type { JsonObject } from './json'

declare const raw: unique symbol
declare const normal: unique symbol

/** A document exactly as it was read: for signatures and digests alone. It shows no member, so that nothing can be taken from it. */
export interface RawDocument {
  readonly [raw]: true
}

/** A document in its normal form, in which everything that is said stands in one place under one name. */
export type NormalDocument = JsonObject & { readonly [normal]: true }
