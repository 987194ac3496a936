import { asList, isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import type { ProblemCode } from '../../../../shared/model/problem'
import { readJson } from '../../../reader'
import { strictUtf8 } from '../../../reader/text/decodeText'
import { readBase64url } from '../../keys/base64url'
import type { PublicKey } from '../../keys/key'
import { type CanonicalTexts, digestsOf, intact, verifyCanonical } from '../canonical'
import type { Canonicalizing, SuiteOutcome } from '../suite'
import { inspectJws, type JwsForm, verifyJws } from './compactJws'

const at = '/proof/jws'

const failed = (verdict: SuiteOutcome['verdict'], code: ProblemCode, detail?: string): SuiteOutcome => ({
  verdict,
  at,
  problems: [{ code, at, ...(detail === undefined ? {} : { detail }) }],
})

const malformed = (code: ProblemCode): JwsForm => ({ verdict: 'malformed', problem: { code } })

/** The header; null where it is ambiguous. */
function readHeader(part: string): JsonObject | null {
  const bytes = readBase64url(part)
  const text = bytes && strictUtf8(bytes)
  const reading = text === null ? null : readJson(text, true)
  return reading?.ok && reading.problems.length === 0 && isObject(reading.value) ? reading.value : null
}

/**
 * Inspects a token without its payload: `header..signature`. The header must have an unencoded payload (`b64: false`), name that as its one condition (`crit`),
 * and have no key.
 *
 * @source RFC 7515, appendix F (detached content); RFC 7797, sections 3 and 6
 */
function inspectDetached(token: JsonValue | undefined): JwsForm {
  const parts = typeof token === 'string' ? token.split('.') : []
  const [head = '', payload] = parts
  const header = parts.length === 3 && payload === '' ? readHeader(head) : null
  if (!header) return malformed('jwt.signature-encoding')
  const { b64, crit, ...rest } = header
  const conditions = asList(crit)
  if (b64 !== false || conditions.length !== 1 || conditions[0] !== 'b64' || 'jwk' in rest) return malformed('jwt.critical')
  return inspectJws(parts.join('.'), rest)
}

/**
 * The outcome of a proof whose signature is a detached JWS over the digests of canonical proof options and document, SHA-256 for every key.
 *
 * @source Linked Data Proofs (Draft Community Group Report), create verify hash; JSON Web Signature 2020, section 3.1; RFC 7797, section 3
 */
export async function verifyDetachedJws(document: JsonObject, proof: JsonObject, key: PublicKey, canonicalizing: Canonicalizing): Promise<SuiteOutcome> {
  const { jws, ...options } = proof
  const form = inspectDetached(jws)
  if (form.verdict !== 'sound') return failed(form.verdict, form.problem.code, form.problem.detail)
  // Other suites leave it out of what is signed; here no signature would cover it.
  if ('proofValue' in options) return { verdict: 'malformed', at: '/proof/proofValue', problems: [{ code: 'proof.shape', at: '/proof/proofValue' }] }
  const compare = (texts: CanonicalTexts) => {
    const signingInput = Buffer.concat([form.jws.signingInput, digestsOf(texts, 'sha256')])
    const outcome = verifyJws({ ...form.jws, signingInput }, key, null)
    if (outcome === 'wrong-key-type') return failed('malformed', 'jwt.algorithm', form.jws.algorithm)
    return outcome === 'intact' ? intact : failed('altered', 'proof.altered')
  }
  return verifyCanonical(document, options, 'sha256', canonicalizing, { compare, signature: String(jws) })
}
