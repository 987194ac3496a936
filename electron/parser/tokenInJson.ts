import { asList, asText, isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import { decodeToken } from './token'

/** One signature of a JWS in JSON: the protected header and the signature, and the unprotected header. */
interface Signed {
  readonly token: string
  readonly beside: JsonObject
}

const signedBy = (payload: string, value: JsonValue): readonly Signed[] => {
  if (!isObject(value) || typeof value.protected !== 'string' || typeof value.signature !== 'string') return []
  return [{ token: `${value.protected}.${payload}.${value.signature}`, beside: isObject(value.header) ? value.header : {} }]
}

/** Whether the token's key is named as one of the issuer it names: `kid` is the issuer's address, lies below it, or is relative to it. */
function isOfIssuer({ token }: Signed): boolean {
  const decoded = decodeToken(token)
  if (!decoded.ok) return false
  const { header, payload } = decoded.value.token
  const { issuer } = decoded.value.document
  const issuerId = textOf(payload.iss) ?? (isObject(issuer) ? textOf(issuer.id) : textOf(issuer))
  const kid = textOf(header.kid) ?? ''
  return kid.startsWith('#') || (issuerId !== null && kid.startsWith(issuerId) && /^(?:[#/?]|$)/.test(kid.slice(issuerId.length)))
}

/**
 * The compact token of a JWS in JSON serialization, its disclosures included; null where the value is no JWS.
 *
 * Flattened, or general. Of several signatures the one whose key is named as the issuer's is taken, where there is just one such; else the first.
 *
 * @source RFC 7515, sections 7.2.1 and 7.2.2; RFC 9901, section 8
 */
export function tokenInJson(value: JsonObject): string | null {
  const { payload } = value
  if (typeof payload !== 'string') return null
  const signed = [...signedBy(payload, value), ...asList(value.signatures).flatMap((one) => signedBy(payload, one))]
  const bound = signed.length > 1 ? signed.filter(isOfIssuer) : []
  const chosen = bound.length === 1 ? bound[0] : signed[0]
  if (chosen === undefined) return null
  // Of several signatures only the first carries the disclosures.
  const { disclosures, kb_jwt } = signed.find(({ beside }) => beside.disclosures !== undefined)?.beside ?? {}
  if (disclosures === undefined) return chosen.token
  return [chosen.token, ...asList(disclosures).map(asText), typeof kb_jwt === 'string' ? kb_jwt : ''].join('~')
}
