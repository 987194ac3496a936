import type { JsonObject } from './json'

declare const raw: unique symbol
declare const normal: unique symbol

/** A document exactly as it was read: for signatures and digests only. Its type has no members, so that no value can be read from it. */
export interface RawDocument {
  readonly [raw]: true
}

/** A document in its normal form: each statement is in one place under one name. */
export type NormalDocument = JsonObject & { readonly [normal]: true }
