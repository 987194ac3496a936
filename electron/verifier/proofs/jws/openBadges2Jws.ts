import type { NormalDocument } from '../../../../shared/model/document'
import { asList, isObject, type JsonObject, textOf } from '../../../../shared/model/json'
import type { Problem } from '../../../../shared/model/problem'
import { creatorOf } from '../../../parser/hosting'
import { idOf } from '../../../parser/members'
import type { Secured } from '../../../parser/parsed'
import type { VerifierContext } from '../../context/context'
import { servedAt } from '../../context/inquiry'
import { type AssertionChain, assertionChain, profilesOf } from '../../hosted/assertionChain'
import type { IssueClaim, KeyFinding, ResolveKey } from '../../keys/key'
import { absoluteAddress } from '../../keys/source'
import { listedKeys } from '../../keys/storedMethods'
import type { SignatureFinding } from '../../signature'
import { keyMissing, withKey, withoutKey } from '../../signature'
import { headerKey, inspectJws, verifyJws } from './compactJws'

const suite = 'ob2-jws'

/**
 * The finding of the signature of an Open Badges 2.0 signed badge.
 *
 * The key is the one `verification.creator` names. Only the issuer's own profile can list it, and only the register authenticates it. A creator that the served
 * profile does not list is a mismatch; a profile that came as a file resolves keys, and otherwise only gives a problem.
 *
 * @source Open Badges 2.0, sections "Signed verification" and "VerificationObject"
 */
export function checkOpenBadges2Jws(
  { token, header, document }: Extract<Secured, { kind: 'ob2-jws' }>,
  about: IssueClaim,
  context: VerifierContext,
  resolveKey: ResolveKey,
): SignatureFinding {
  const form = inspectJws(token, header)
  if (form.verdict !== 'sound') return withoutKey(suite, form.verdict, form.problem)
  const chain = assertionChain(document, context)
  const issuerId = chain.issuerId ?? about.issuerId
  const own = servedAt(context, issuerId)
  const lists = (own ? [own] : profilesOf(context, issuerId)).map(listedKeys).filter((keys) => keys.length > 0)
  const carried = embeddedKey(document, header, chain)
  const findings = methodsOf(document, header, lists).map((method) => ({
    method,
    found: resolveKey({ method, carried, issuerId, issuedAt: about.issuedAt }, context),
  }))
  // Files may name several keys: one that the register pins is the issuer's. There is always one finding.
  const { method, found } = findings.find(({ found }) => found.issuer.value === 'registered') ?? findings[0]!
  const listed = method !== null && isUnlisted(method, issuerId, lists) ? notListed(found, method, own !== null) : found
  const key = isOfAnotherClass(document, chain) ? ofTwoIssuers(listed) : listed
  if (!key.key) return keyMissing(suite, key)
  const outcome = verifyJws(form.jws, key.key, headerKey(header))
  if (outcome === 'wrong-key-type') return withKey(suite, 'malformed', key, [{ code: 'jwt.algorithm', at: '/alg', detail: form.jws.algorithm }])
  return withKey(suite, outcome, key, outcome === 'altered' ? [{ code: 'proof.altered' }] : [])
}

/** Is the key at an address that none of the profiles lists? A bare name is none, and is looked for among the keys of the issuer alone. */
function isUnlisted(method: string, issuerId: string | null, lists: readonly (readonly string[])[]): boolean {
  const address = absoluteAddress(method, issuerId)
  return address.includes(':') && lists.length > 0 && lists.every((keys) => !keys.includes(address))
}

/** Does the badge name an issuer besides that of its class, which is known from elsewhere? Where both are in the badge, it is ambiguous as a whole. */
function isOfAnotherClass({ badge, issuer }: NormalDocument, { issuerId }: AssertionChain): boolean {
  const beside = idOf(issuer)
  return !isObject(badge) && beside !== null && issuerId !== null && beside !== issuerId
}

/** A stored class may be anybody's file, and does not reject the badge; but neither of two issuers is proven. */
const ofTwoIssuers = (found: KeyFinding): KeyFinding => ({
  key: found.key,
  issuer: found.issuer.value === 'registered' ? { value: 'unauthenticated', seen: found.issuer.seen, at: '/issuer' } : found.issuer,
  problems: [...found.problems, { code: 'document.ambiguous', at: '/issuer' }],
})

/** The key in the badge itself: in the header, as the creator, or in the issuer inside the badge. */
function embeddedKey(assertion: JsonObject, header: JsonObject, { embeddedIssuer }: AssertionChain): JsonObject | null {
  const creator = creatorOf(assertion)
  const inIssuer = asList(embeddedIssuer?.publicKey).filter(isObject)
  return headerKey(header) ?? creator.key ?? inIssuer.find(({ id }) => id === creator.id) ?? inIssuer[0] ?? null
}

/** The possible names of the key, the likeliest first: the creator alone where there is one. */
function methodsOf(assertion: JsonObject, header: JsonObject, lists: readonly (readonly string[])[]): readonly (string | null)[] {
  const creator = creatorOf(assertion).id
  if (creator !== null) return [creator]
  const only = lists.flatMap((keys) => (keys.length === 1 ? keys : []))
  const names = [...new Set([...only, textOf(header.kid)])].filter((name) => name !== null)
  return names.length === 0 ? [null] : names
}

/** The finding for a key that the profile does not list. A key the register pins stays the issuer's, whatever an older profile lists. */
function notListed(found: KeyFinding, creator: string, isServed: boolean): KeyFinding {
  if (found.issuer.value === 'registered') return found
  const problem: Problem = { code: 'hosted.creator-not-listed', at: '/verification/creator', detail: creator }
  if (!isServed) return { ...found, problems: [problem, ...found.problems] }
  return { key: found.key, issuer: { value: 'mismatch', seen: [{ kind: 'key', text: creator }], at: '/verification/creator' }, problems: [problem] }
}
