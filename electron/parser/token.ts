import { isObject, type JsonObject } from '../../shared/model/json'
import { failure, type PlacedProblem, type Problem, type Result, success } from '../../shared/model/problem'
import { readJson } from '../reader'
import { childPointer } from '../reader/json/pointer'
import { type JwsPart, jwsParts } from '../reader/jws/jwsParts'
import { strictUtf8 } from '../reader/text/decodeText'
import { withLastAnswer } from '../reader/withLastAnswer'
import { normalForm, type ReadDocument } from './normalForm'
import { isSameJson } from './sameJson'
import type { Token } from './standard'

/** A token with the document it carries and the problems of its two JSON texts. */
export interface DecodedToken extends ReadDocument {
  readonly token: Token
}

/**
 * Decodes a compact JWS. Nothing is verified here.
 *
 * @returns `jwt.syntax` where header or payload is no base64url of a JSON object.
 * @source RFC 7515, section 5.2; Open Badges 3.0, section 8.2; VC Data Model 1.1, section 6.3.1; VC-JOSE-COSE, section 3.1
 */
export function decodeToken(text: string): Result<DecodedToken> {
  const [headerPart, payloadPart] = jwsParts(text)
  const header = readHeader(headerPart)
  if (!header.ok) return header
  const payload = readPart(payloadPart)
  if (!payload.ok) return payload
  const { form, document } = carriedDocument(header.value.object, payload.value.object)
  const place = form === 'vc' || form === 'vp' ? `/${form}` : ''
  // The header is a text of its own: its pointers do not point into the document.
  const headerProblems = header.value.problems.map(({ code, at }): Problem => ({ code, detail: at }))
  const { problems, ...read } = normalForm(document)
  return success({
    token: { text, header: header.value.object, payload: payload.value.object, form },
    ...read,
    problems: [
      ...headerProblems,
      ...payload.value.problems.map((problem) => relativeTo(problem, place) ?? problem),
      ...problems,
      ...contradictionsOutside(payload.value.object, document),
    ],
  })
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

const joseTypes = /^(application\/)?v[cp](\+ld)?(\+json)?\+jwt$/i

function carriedDocument(header: JsonObject, payload: JsonObject): { readonly form: Token['form']; readonly document: JsonObject } {
  if (isObject(payload.vc)) return { form: 'vc', document: payload.vc }
  if (isObject(payload.vp)) return { form: 'vp', document: payload.vp }
  return { form: typeof header.typ === 'string' && joseTypes.test(header.typ) ? 'jose' : 'flat', document: payload }
}
