import type { Container } from '../../shared/model/credential'
import type { NormalDocument } from '../../shared/model/document'
import type { JsonObject, JsonValue } from '../../shared/model/json'
import type { ReadDocument } from './normalForm'
import type { Parsed } from './parsed'
import type { SelectiveDisclosure } from './selective/selectiveDisclosure'

/** The token a document came in, once its parts are decoded. */
export interface Token {
  /** The whole text, disclosures included. */
  readonly text: string
  /** What the issuer signed: a compact JWS. The whole text where there are no disclosures. */
  readonly jws: string
  readonly header: JsonObject
  /** With the disclosed claims in their places. */
  readonly payload: JsonObject
  readonly selective: SelectiveDisclosure | null
  /** Where in the payload the document is. */
  readonly form: 'flat' | 'vc' | 'vp' | 'jose'
}

/** A document and how it was carried. `problems` holds those of its text and of its normal form. */
export interface Carried extends ReadDocument {
  readonly source: string
  readonly container: Container
  /** The exact text: of the file, of the token, or of the inner document. */
  readonly text: string
  readonly token: Token | null
  /** How many envelopes enclose the document. */
  readonly nesting: number
}

/** Reads a value found inside an envelope as a document of its own. `pointer` is its place in the enclosing document. */
export type ParseInner = (outer: Carried, value: JsonValue, pointer: string, number: number) => readonly Parsed[]

/** An entry of the table of standards. */
export interface DocumentStandard {
  readonly id: string
  /** Standard and section. */
  readonly source: string
  recognises(document: NormalDocument): boolean
  /** At least one answer for a document that was recognised. */
  parse(carried: Carried, parseInner: ParseInner): readonly Parsed[]
}
