import type { JsonValue } from '../../../../shared/model/json'
import { failure, type PlacedProblem, type Result, success } from '../../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../../shared/model/problems/verifier'
import { readBase64url } from '../../keys/base64url'
import type { PublicKey } from '../../keys/key'
import { ecKey } from '../../keys/publicKey'
import { type CborValue, readCbor } from './cbor'

/** The disclosure of a selectively disclosed credential. */
export interface Disclosure {
  /** The issuer's signature over proof options, the key below, and the mandatory statements. */
  readonly baseSignature: Uint8Array
  /** The key made for this credential, with which each other statement is signed alone; as given, and parsed. */
  readonly keyBytes: Uint8Array
  readonly key: PublicKey
  /** One for each disclosed statement that is not mandatory, in the order of the statements. */
  readonly signatures: readonly Uint8Array[]
  /** From a label of the canonical form (`c14n0`) to the one it was signed with. No two are equal. */
  readonly labels: ReadonlyMap<string, string>
  /** The mandatory statements, by their place in the order of the relabelled statements. */
  readonly mandatory: ReadonlySet<number>
}

type Fault = PlacedProblem<VerifierProblemCode>

const at = '/proof/proofValue'

/** Each statement costs a signature of its own; a badge with more is not verified. */
const mostStatements = 4096

/** No proof of so many statements and labels is longer. */
const longest = 1_000_000

const headers = { base: 'd95d00', derived: 'd95d01' }

const isList = (value: CborValue | null | undefined): value is readonly CborValue[] => Array.isArray(value)
const isBytes = (value: CborValue | undefined, length: number): value is Uint8Array => value instanceof Uint8Array && value.length === length

function readLabels(map: CborValue | undefined): ReadonlyMap<string, string> | null {
  if (!(map instanceof Map)) return null
  const labels = new Map<string, string>()
  for (const [number, bytes] of map) {
    if (!isBytes(bytes, 32)) return null
    labels.set(`c14n${number}`, `u${Buffer.from(bytes).toString('base64url')}`)
  }
  // With two nodes under one label, statements signed about one could be shown about two.
  return new Set(labels.values()).size === labels.size ? labels : null
}

function readNumbers(list: CborValue | undefined): ReadonlySet<number> | null {
  if (!isList(list) || !list.every((one) => typeof one === 'number')) return null
  const numbers = new Set(list)
  return numbers.size === list.length ? numbers : null
}

/** A P-256 key as Multikey: two bytes that name the curve, then the compressed point. */
function readKey(bytes: Uint8Array): PublicKey | null {
  if (bytes[0] !== 0x80 || bytes[1] !== 0x24) return null
  const reading = ecKey('P-256', bytes.subarray(2))
  return reading.ok ? reading.value : null
}

function readComponents(value: CborValue | null): Result<Disclosure, Fault> {
  const shape = failure<Fault>({ code: 'proof.shape', at })
  if (!isList(value) || value.length !== 5) return shape
  const [baseSignature, keyBytes, signatures, map, indexes] = value
  if (!isBytes(baseSignature, 64) || !isBytes(keyBytes, 35)) return failure({ code: 'proof.value-length', at })
  if (!isList(signatures) || !signatures.every((one): one is Uint8Array => isBytes(one, 64))) return shape
  if (signatures.length > mostStatements) return failure({ code: 'canonicalization.too-complex', at })
  const [key, labels, mandatory] = [readKey(keyBytes), readLabels(map), readNumbers(indexes)]
  if (!key) return failure({ code: 'key.malformed', at })
  return labels && mandatory ? success({ baseSignature, keyBytes, key, signatures, labels, mandatory }) : shape
}

/**
 * The disclosure of a derived proof of `ecdsa-sd-2023`.
 *
 * Problems: `proof.base-only` for the holder's own copy, which is no proof to show; `proof.value-encoding`, `proof.value-length`, `proof.shape`,
 * `key.malformed`; `canonicalization.too-complex` beyond 4,096 statements.
 *
 * @source Data Integrity ECDSA Cryptosuites 1.0, sections 3.5.6 (decompressLabelMap) and 3.5.8 (parseDerivedProofValue)
 */
export function readDisclosure(proofValue: JsonValue | undefined): Result<Disclosure, Fault> {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('u')) return failure({ code: 'proof.value-encoding', at })
  if (proofValue.length > longest) return failure({ code: 'canonicalization.too-complex', at })
  const bytes = readBase64url(proofValue.slice(1))
  const header = bytes?.subarray(0, 3).toString('hex')
  if (header === headers.base) return failure({ code: 'proof.base-only', at })
  if (!bytes || header !== headers.derived) return failure({ code: 'proof.value-encoding', at })
  return readComponents(readCbor(bytes.subarray(3)))
}
