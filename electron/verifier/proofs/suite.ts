import type { JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { IntegrityValue } from '../../../shared/model/verification'
import type { CrossCheck } from '../context/crossCheck'
import type { ContextTable } from '../jsonld/contextTable'
import type { PublicKey } from '../keys/key'

/** The outcome of one suite for one proof and one key. */
export interface SuiteOutcome {
  readonly verdict: Extract<IntegrityValue, 'intact' | 'altered' | 'malformed' | 'data-loss' | 'unsupported'>
  readonly at?: string
  readonly problems: readonly Problem[]
}

/** What canonicalization needs besides the document: the JSON-LD contexts that may be named, and the cross-checks of this process. */
export interface Canonicalizing {
  readonly contexts: ContextTable
  readonly crossCheck: CrossCheck
}

/** An entry of the table of embedded proofs. */
export interface ProofSuite {
  /** Its name in the standard: `eddsa-rdfc-2022`. */
  readonly id: string
  /** Standard and section. */
  readonly source: string
  /** Key types it verifies with; any other key is malformed. */
  readonly keyTypes: readonly PublicKey['type'][]
  matches(proof: JsonObject): boolean
  /** `document` is the secured document without its `proof` (with the earlier proofs in place for a chain); `proof` still holds its `proofValue`. */
  verify(document: JsonObject, proof: JsonObject, key: PublicKey, canonicalizing: Canonicalizing): Promise<SuiteOutcome>
}
