import type { NormalDocument, RawDocument } from '../../../shared/model/document'
import type { JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import { contradictions } from './contradictions'
import { hasLongForm, shortened } from './single'
import { hasOtherSpelling, plainlySpelled } from './spellings'

/** A document, once as it was read and once in the form in which everything is taken from it. */
export interface ReadDocument {
  readonly raw: RawDocument
  readonly document: NormalDocument
  /** `document.ambiguous` wherever the document says one thing in two ways. */
  readonly problems: readonly Problem[]
}

const none: readonly Problem[] = []

/** A credential of the data models of the W3C: lists are its own, and what it may say in several places is read in `claims.ts`. */
const isOfDataModel = ({ credentialSubject }: JsonObject): boolean => credentialSubject !== undefined

/**
 * The document in its normal form: the one place where it is decided what the alternative spellings of the standards mean.
 *
 * - Every member stands under its plain name: `id` for `@id`, `type` for `@type`, `badge` for `obi:badge`.
 * - In Open Badges 1 and 2, what is one thing is no list of one; a value object is its value; an object that has nothing but an address is that address.
 *
 * Everything the program takes from a document, parser and verifier alike, is taken from this form; signatures and digests alone are made over the other.
 * A document that is written plainly, as nearly all are, is not copied.
 *
 * @source JSON-LD 1.1, sections 4.1.4, 9.5; Open Badges 2.0, context
 */
export function normalForm(read: JsonObject): ReadDocument {
  const problems: Problem[] = []
  // Both functions answer with an object for an object.
  let document = hasOtherSpelling(read) ? (plainlySpelled(read, '', problems) as JsonObject) : read
  if (!isOfDataModel(document) && hasLongForm(document)) document = shortened(document, '', problems) as JsonObject
  contradictions(document, problems)
  return { raw: read as unknown as RawDocument, document: document as NormalDocument, problems: problems.length === 0 ? none : problems }
}

/** The document as it was read: for what is hashed, never to take anything from it. Who may call this is written in `test/static`. */
export const asRead = (raw: RawDocument): JsonObject => raw as unknown as JsonObject
