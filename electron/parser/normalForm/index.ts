import type { NormalDocument, RawDocument } from '../../../shared/model/document'
import type { JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import { contradictions } from './contradictions'
import { hasLongForm, shortened } from './single'
import { hasOtherSpelling, plainlySpelled } from './spellings'

/** A document, as it was read and in its normal form. */
export interface ReadDocument {
  readonly raw: RawDocument
  readonly document: NormalDocument
  /** `document.ambiguous` wherever the document gives one value in two ways. */
  readonly problems: readonly Problem[]
}

const none: readonly Problem[] = []

/** A credential of the W3C data models: it may have lists, and members with several places are read in `claims.ts`. */
const isOfDataModel = ({ credentialSubject }: JsonObject): boolean => credentialSubject !== undefined

/**
 * The document in its normal form: the one place that defines the meaning of the standards' alternative spellings.
 *
 * - Every member has its plain name: `id` for `@id`, `type` for `@type`, `badge` for `obi:badge`.
 * - In Open Badges 1 and 2, a list of one is its element where only one is allowed; a value object is its value; an object with only an address is that
 * address.
 *
 * Parser and verifier read everything from this form; only signatures and digests cover the other. A plainly written document, as nearly all are, is not
 * copied.
 *
 * @source JSON-LD 1.1, sections 4.1.4, 9.5; Open Badges 2.0, context
 */
export function normalForm(read: JsonObject): ReadDocument {
  const problems: Problem[] = []
  // Both functions return an object for an object.
  let document = hasOtherSpelling(read) ? (plainlySpelled(read, '', problems) as JsonObject) : read
  if (!isOfDataModel(document) && hasLongForm(document)) document = shortened(document, '', problems) as JsonObject
  contradictions(document, problems)
  return { raw: read as unknown as RawDocument, document: document as NormalDocument, problems: problems.length === 0 ? none : problems }
}

/** The document as it was read: only for hashing, never for reading members. `test/static` lists the callers. */
export const asRead = (raw: RawDocument): JsonObject => raw as unknown as JsonObject
