import { instantOf } from '../../../../shared/model/instant'
import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../../../shared/model/json'
import type { Problem } from '../../../../shared/model/problem'
import { readInstant as readWritten } from '../../../parser/instant'
import type { Secured } from '../../../parser/parsed'
import type { VerifierContext } from '../../context/context'
import type { IssueClaim, ResolveKey } from '../../keys/key'
import type { SignatureFinding } from '../../signature'
import { keyMissing, withKey, withoutKey } from '../../signature'
import { headerKey, inspectJws, verifyJws } from './compactJws'

const suite = 'vc-jwt'

/**
 * The finding of the signature of a credential in JWT form.
 *
 * `kid` or `jwk` is needed; a relative `kid` belongs to `iss`. Registered claims must agree with the credential.
 *
 * @source Open Badges 3.0, section 8.2 (JSON Web Token proof format); RFC 7515, section 5.2; Securing VCs using JOSE and COSE, section 3.1
 */
export function checkVcJwt(secured: Extract<Secured, { kind: 'jwt' }>, about: IssueClaim, context: VerifierContext, resolveKey: ResolveKey): SignatureFinding {
  const { token, header, payload } = secured
  const form = inspectJws(token, header)
  if (form.verdict !== 'sound') return withoutKey(suite, form.verdict, form.problem)
  const [kid, jwk] = [textOf(header.kid), headerKey(header)]
  if (kid === null && jwk === null) {
    return { ...withoutKey(suite, 'unsupported', { code: 'jwt.no-key', at: '/kid' }), issuer: { value: 'unresolved', seen: [] } }
  }
  const issuerId = about.issuerId ?? textOf(payload.iss)
  const method = kid?.startsWith('#') ? `${textOf(payload.iss) ?? issuerId ?? ''}${kid}` : kid
  // With a secret in the header anybody can use the key, whether or not `kid` names another.
  if (jwk && 'd' in jwk) return withoutKey(suite, 'malformed', { code: 'key.private-member', at: '/jwk/d', detail: 'd' })
  const key = resolveKey({ method, carried: jwk, issuerId, issuedAt: about.issuedAt }, context)
  if (!key.key) return keyMissing(suite, key)
  const outcome = verifyJws(form.jws, key.key, jwk)
  if (outcome === 'wrong-key-type') return withKey(suite, 'malformed', key, [{ code: 'jwt.algorithm', at: '/alg', detail: form.jws.algorithm }])
  if (outcome === 'altered') return withKey(suite, 'altered', key, [{ code: 'proof.altered' }])
  const differing = differingClaims(secured, issuerId)
  return withKey(suite, differing.length > 0 ? 'malformed' : 'intact', key, differing)
}

type Claim = { readonly name: string; agrees(claim: JsonValue, document: JsonObject, issuerId: string | null): boolean }

const utcLeadSeconds = 9 * 60 * 60

/**
 * The seconds a written date may mean. Without a zone one program reads it as UTC, another as Japanese time; a bare day may be its first second or its last.
 * The narrower one, date or claim, limits the credential's time.
 */
function secondsOf(text: string): readonly number[] {
  const written = readWritten(text)
  if (written?.zoned) return [secondOf(written.at)]
  const inJapan = [instantOf(text, 'start'), instantOf(text, 'end')].flatMap((instant) => (instant ? [secondOf(instant)] : []))
  return [...inJapan, ...inJapan.map((second) => second + utcLeadSeconds)]
}

const secondOf = (instant: Date): number => Math.floor(instant.getTime() / 1000)

/** Does the claim's second equal one of these dates? True for a document without any of them. */
function isDateOf(claim: JsonValue, document: JsonObject, members: readonly string[]): boolean {
  const dates = members.map((member) => document[member]).filter((date) => typeof date === 'string')
  return dates.length === 0 || dates.some((date) => secondsOf(date).includes(Math.floor(Number(claim))))
}

const texts: readonly Claim[] = [
  { name: 'iss', agrees: (claim, _, issuerId) => issuerId === null || claim === issuerId },
  { name: 'jti', agrees: (claim, { id }) => typeof id !== 'string' || claim === id },
  { name: 'sub', agrees: (claim, { credentialSubject }) => agreesWithSubjects(claim, asList(credentialSubject)) },
]
/** Not for VC-JOSE-COSE: there `nbf` and `exp` are about the signature, not the credential. */
const dates: readonly Claim[] = [
  { name: 'nbf', agrees: (claim, document) => isDateOf(claim, document, ['validFrom', 'issuanceDate']) },
  { name: 'exp', agrees: (claim, document) => isDateOf(claim, document, ['validUntil', 'expirationDate']) },
]

const textsAndDates: readonly Claim[] = [...texts, ...dates]

/** The type of each registered claim. @source RFC 7519, section 4.1 */
const claimTypes = Object.entries({ iss: 'string', jti: 'string', sub: 'string', nbf: 'number', exp: 'number', iat: 'number' })

function agreesWithSubjects(claim: JsonValue, subjects: readonly JsonValue[]): boolean {
  const ids = subjects.filter(isObject).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  return ids.length === 0 || ids.some((id) => id === claim)
}

/** The registered claims that differ from the credential, or are no text or number. @source Open Badges 3.0, section 8.2.4.1 */
function differingClaims({ payload, document, form }: Extract<Secured, { kind: 'jwt' }>, issuerId: string | null): readonly Problem[] {
  const wrongType = claimTypes
    .filter(([name, type]) => payload[name] !== undefined && typeof payload[name] !== type)
    .map(([name]): Problem => ({ code: 'jwt.claim-type', at: `/${name}`, detail: name }))
  if (wrongType.length > 0) return wrongType
  return (form === 'vc-jose' ? texts : textsAndDates)
    .filter(({ name, agrees }) => payload[name] !== undefined && !agrees(payload[name], document, issuerId))
    .map(({ name }) => ({ code: 'jwt.claim-differs', at: `/${name}`, detail: name }))
}
