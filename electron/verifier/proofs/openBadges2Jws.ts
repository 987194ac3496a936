import type { NormalDocument } from '../../../shared/model/document'
import { asList, isObject, type JsonObject, textOf } from '../../../shared/model/json'
import { creatorOf } from '../../parser/hosting'
import { idOf } from '../../parser/members'
import type { Secured } from '../../parser/parsed'
import type { VerifierContext } from '../context'
import { listedKeys } from '../keys/heldMethods'
import type { KeyFinding, ResolveKey } from '../keys/key'
import { type AssertionChain, assertionChain } from '../openBadges2'
import { headerKey, inspectJws, verifyJws } from './compactJws'
import { keyMissing, withKey, withoutKey } from './finding'
import type { SignatureFinding } from './suite'

const suite = 'ob2-jws'

/**
 * What does the signature of an Open Badges 2.0 signed badge say?
 *
 * The key is the one `verification.creator` names. Only the issuer's own profile, held from an import, can list it, and only the register
 * authenticates it; a profile that lists other keys makes the creator somebody else.
 *
 * @source Open Badges 2.0, sections "Signed verification" and "VerificationObject"
 */
export function checkOpenBadges2Jws(
  { token, header, document }: Extract<Secured, { kind: 'ob2-jws' }>,
  about: { issuerId: string | null; issuedAt: string | null },
  context: VerifierContext,
  resolveKey: ResolveKey,
): SignatureFinding {
  const form = inspectJws(token, header)
  if (form.verdict !== 'sound') return withoutKey(suite, form.verdict, form.problem)
  const chain = assertionChain(document, context)
  const issuerId = chain.issuerId ?? about.issuerId
  const listed = chain.profile ? listedKeys(chain.profile) : []
  const [only] = listed.length === 1 ? listed : []
  const method = creatorOf(document).id ?? only ?? textOf(header.kid)
  const carried = embeddedKey(document, header, chain)
  const found = resolveKey({ method, carried, issuerId, issuedAt: about.issuedAt }, context)
  const listedOnly = method !== null && listed.length > 0 && !listed.includes(method) ? notListed(found, method) : found
  const key = isOfAnotherClass(document, chain) ? ofTwoIssuers(listedOnly) : listedOnly
  if (!key.key) return keyMissing(suite, key)
  const outcome = verifyJws(form.jws, key.key, headerKey(header))
  if (outcome === 'wrong-key-type') return withKey(suite, 'malformed', key, [{ code: 'jwt.algorithm', at: '/alg', detail: form.jws.algorithm }])
  return withKey(suite, outcome, key, outcome === 'altered' ? [{ code: 'proof.altered' }] : [])
}

/** Does the badge name an issuer beside that of its class, which is known from elsewhere? Where both stand in the badge, it is ambiguous as a whole. */
function isOfAnotherClass({ badge, issuer }: NormalDocument, { issuerId }: AssertionChain): boolean {
  const beside = idOf(issuer)
  return !isObject(badge) && beside !== null && issuerId !== null && beside !== issuerId
}

/** A held class may be anybody's file, and does not reject the badge; but of two issuers neither is proven. */
const ofTwoIssuers = (found: KeyFinding): KeyFinding => ({
  key: found.key,
  issuer: found.issuer.value === 'registered' ? { value: 'unauthenticated', seen: found.issuer.seen, at: '/issuer' } : found.issuer,
  problems: [...found.problems, { code: 'document.ambiguous', at: '/issuer' }],
})

/** The key the badge brings along: in the header, as the creator, or in the issuer written inside the badge. */
function embeddedKey(assertion: JsonObject, header: JsonObject, { embeddedIssuer }: AssertionChain): JsonObject | null {
  const creator = creatorOf(assertion)
  const inIssuer = asList(embeddedIssuer?.publicKey).filter(isObject)
  return headerKey(header) ?? creator.key ?? inIssuer.find(({ id }) => id === creator.id) ?? inIssuer[0] ?? null
}

/** The profile lists its keys and this is none of them. A key the register pins stays the issuer's, whatever an older profile says. */
function notListed(found: KeyFinding, creator: string): KeyFinding {
  if (found.issuer.value === 'registered') return found
  return {
    key: found.key,
    issuer: { value: 'mismatch', seen: [{ kind: 'key', text: creator }], at: '/verification/creator' },
    problems: [{ code: 'hosted.creator-not-listed', at: '/verification/creator', detail: creator }],
  }
}
