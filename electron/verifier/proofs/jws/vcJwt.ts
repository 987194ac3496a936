import { textOf } from '../../../../shared/model/json'
import type { Problem } from '../../../../shared/model/problem'
import type { Secured } from '../../../parser/parsed'
import type { VerifierContext } from '../../context/context'
import type { IssueClaim, ResolveKey } from '../../keys/key'
import type { SignatureFinding } from '../../signature'
import { keyMissing, withKey, withoutKey } from '../../signature'
import { headerKey, inspectJws, verifyJws } from './compactJws'
import { checkKeyBinding } from './keyBinding'
import { compareClaims } from './tokenClaims'

/** Places named in one problem. */
const mostPlaces = 5

/** The problem of hidden claims, with the places they are hidden in; their names are hidden too. */
function hiddenIn(places: readonly string[]): readonly Problem[] {
  const [first, ...others] = places
  if (first === undefined) return []
  if (others.length === 0) return [{ code: 'proof.selective', ...(first === '' ? {} : { at: first }) }]
  const named = places.slice(0, mostPlaces).map((place) => place || '/')
  return [{ code: 'proof.selective', detail: [...named, ...(places.length > mostPlaces ? ['…'] : [])].join(', ') }]
}

/** An SD-JWT is named with its key binding, where it has one. @source RFC 9901, section 1.2 (SD-JWT and SD-JWT+KB) */
const suiteOf = ({ selective }: Extract<Secured, { kind: 'jwt' }>): string =>
  selective === null ? 'vc-jwt' : selective.keyBinding === null ? 'sd-jwt' : 'sd-jwt+kb'

/**
 * The finding of the signature of a credential in JWT or SD-JWT form; `proof.selective` where claims of an SD-JWT are hidden.
 *
 * `kid` or `jwk` is needed; a relative `kid` belongs to `iss`. Registered claims must agree with the credential.
 *
 * @source Open Badges 3.0, section 8.2 (JSON Web Token proof format); RFC 7515, section 5.2; Securing VCs using JOSE and COSE, section 3.1
 */
export function checkVcJwt(secured: Extract<Secured, { kind: 'jwt' }>, about: IssueClaim, context: VerifierContext, resolveKey: ResolveKey): SignatureFinding {
  const { jws, header, payload, selective } = secured
  const suite = suiteOf(secured)
  const form = inspectJws(jws, header)
  if (form.verdict !== 'sound') return withoutKey(suite, form.verdict, form.problem)
  if (selective?.problem) return withoutKey(suite, selective.problem.code === 'jwt.algorithm' ? 'unsupported' : 'malformed', selective.problem)
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
  const claims = compareClaims(secured, issuerId)
  if (claims.refused.length > 0) return withKey(suite, 'malformed', key, claims.refused)
  const binding = checkKeyBinding(secured)
  const part: readonly Problem[] = hiddenIn(selective?.hidden ?? [])
  return withKey(suite, binding.isBroken ? 'malformed' : 'intact', key, [...claims.flagged, ...binding.problems, ...part])
}
