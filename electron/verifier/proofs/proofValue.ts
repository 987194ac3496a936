import { base58 } from '@scure/base'
import type { JsonValue } from '../../../shared/model/json'
import { failure, type PlacedProblem, type Result, success } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'

/** A signature of these suites has at most 96 bytes, 132 characters in base58; a far longer text is not decoded. */
const longest = 200

/**
 * The bytes of a `proofValue` in base58btc with its prefix `z`, the only encoding these suites allow.
 *
 * Problems: `proof.value-encoding`, `proof.value-length`; both mean `malformed`.
 *
 * @param length Exact number of bytes for the suite and key.
 * @source Controlled Identifiers 1.0, on Multibase; Data Integrity EdDSA Cryptosuites 1.0, section 3.2
 */
export function readProofValue(value: JsonValue | undefined, length: number): Result<Uint8Array, PlacedProblem<VerifierProblemCode>> {
  const at = '/proof/proofValue'
  if (typeof value !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(value)) return failure({ code: 'proof.value-encoding', at })
  if (value.length > longest) return failure({ code: 'proof.value-length', at })
  const bytes = base58.decode(value.slice(1))
  return bytes.length === length ? success(bytes) : failure({ code: 'proof.value-length', at, detail: String(bytes.length) })
}
