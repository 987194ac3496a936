import { isObject, type JsonObject } from '../../shared/model/json'
import { failure, type PlacedProblem, type Problem, type Result, success } from '../../shared/model/problem'
import { readJson } from '../reader'
import { childPointer } from '../reader/json/pointer'
import { type JwsPart, jwsParts } from '../reader/jws/jwsParts'
import { type PresentedToken, presentedToken } from '../reader/jws/presentedToken'
import { strictUtf8 } from '../reader/text/decodeText'
import { withLastAnswer } from '../reader/withLastAnswer'
import { normalForm, type ReadDocument } from './normalForm'
import { isSameJson } from './sameJson'
import { applyDisclosures } from './selective/applyDisclosures'
import type { SelectiveDisclosure } from './selective/selectiveDisclosure'
import type { Token } from './standard'

/** A token with the document it carries and the problems of its two JSON texts. */
export interface DecodedToken extends ReadDocument {
  readonly token: Token
}

/**
 * Decodes a compact JWS or an SD-JWT. No signature is verified here.
 *
 * @returns `jwt.syntax` where header or payload is no base64url of a JSON object.
 * @source RFC 7515, section 5.2; Open Badges 3.0, section 8.2; VC Data Model 1.1, section 6.3.1; VC-JOSE-COSE, section 3.1
 */
export function decodeToken(text: string): Result<DecodedToken> {
  const presented = presentedToken(text)
  const [headerPart, payloadPart] = jwsParts(presented.jws)
  const header = readHeader(headerPart)
  if (!header.ok) return header
  const payload = readPart(payloadPart)
  if (!payload.ok) return payload
  const { claims, selective } = disclosed(payload.value.object, payloadPart!, presented)
  const { form, document } = carriedDocument(header.value.object, claims)
  const place = form === 'vc' || form === 'vp' ? `/${form}` : ''
  // The header is a text of its own: its pointers do not point into the document.
  const headerProblems = header.value.problems.map(({ code, at }): Problem => ({ code, detail: at }))
  const { problems, ...read } = normalForm(document)
  return success({
    token: { text, jws: presented.jws, header: header.value.object, payload: claims, form, selective },
    ...read,
    problems: [
      ...headerProblems,
      ...payload.value.problems.map((problem) => relativeTo(problem, place) ?? problem),
      ...problems,
      ...contradictionsOutside(claims, document),
    ],
  })
}

/** Marks of disclosure in the text of a payload; a plain token has none, and is not walked through. */
const marks = ['"_sd"', '"..."']

/** What a mark that is written with escapes has: the escape of one of its characters. Few texts have any escape, and only those are looked at further. */
const anyEscape = '\\u00'
const escapedMark = /\\u00(?:5f|73|64|2e)/i

const hasMarks = (bytes: Buffer): boolean =>
  marks.some((mark) => bytes.includes(mark)) || (bytes.includes(anyEscape) && escapedMark.test(bytes.toString('latin1')))

/**
 * The payload with its disclosures in their places. A token whose disclosures were taken away is treated as what it was: claims of it are hidden.
 * @source RFC 9901, section 7.1
 */
function disclosed(
  payload: JsonObject,
  part: JwsPart,
  { disclosures, bound, keyBinding, jws }: PresentedToken,
): { readonly claims: JsonObject; readonly selective: SelectiveDisclosure | null } {
  if (bound === null && !hasMarks(part.bytes)) return { claims: payload, selective: null }
  const applied = applyDisclosures(payload, disclosures)
  const about = { bound: bound ?? jws, keyBinding }
  return applied.ok
    ? { claims: applied.value.payload, selective: { ...about, hash: applied.value.hash, hidden: applied.value.hidden, problem: null } }
    : { claims: payload, selective: { ...about, hash: 'sha256', hidden: [''], problem: applied.problem } }
}

/**
 * The members of the credential that a token has both inside its `vc` claim and outside it, with different values: programs read one or the other.
 * @source VC Data Model 1.1, section 6.3.1 (`vc`); Open Badges 3.0, section 8.2 (the credential is the payload)
 */
function contradictionsOutside(payload: JsonObject, document: JsonObject): readonly Problem[] {
  if (payload === document) return []
  const names = new Set([...Object.keys(document), 'credentialSubject', 'credentialStatus'])
  return [...names].flatMap((name): readonly Problem[] => {
    const [beside, inside] = [payload[name], document[name]]
    const isSaidOnce = beside === undefined || (inside !== undefined && isSameJson(beside, inside))
    return isSaidOnce ? [] : [{ code: 'document.ambiguous', at: childPointer('', name) }]
  })
}

/** The problem with its pointer relative to the member at `place`; null where it lies outside of it. */
export function relativeTo(problem: Problem, place: string): Problem | null {
  if (problem.at === undefined || (problem.at !== place && !problem.at.startsWith(`${place}/`))) return null
  return { ...problem, at: problem.at.slice(place.length) }
}

type PartReading = Result<{ readonly object: JsonObject; readonly problems: readonly PlacedProblem[] }>

/** Tokens of one issuer have the same header, so the last one read is cached. */
const readHeader = withLastAnswer(readPart, (part: JwsPart) => part.text)

function readPart(part: JwsPart | undefined): PartReading {
  const text = part === undefined ? null : strictUtf8(part.bytes)
  const reading = text === null ? null : readJson(text, true)
  if (reading?.ok && isObject(reading.value)) return success({ object: reading.value, problems: reading.problems })
  return failure(reading && !reading.ok && reading.problem.code === 'json.too-deep' ? reading.problem : { code: 'jwt.syntax' })
}

const joseTypes = /^(application\/)?v[cp](\+ld)?(\+json)?\+(sd-)?jwt$/i

function carriedDocument(header: JsonObject, payload: JsonObject): { readonly form: Token['form']; readonly document: JsonObject } {
  if (isObject(payload.vc)) return { form: 'vc', document: payload.vc }
  if (isObject(payload.vp)) return { form: 'vp', document: payload.vp }
  return { form: typeof header.typ === 'string' && joseTypes.test(header.typ) ? 'jose' : 'flat', document: payload }
}
