import type { NormalDocument } from '../../../shared/model/document'
import { asList, isObject, type JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { EvidenceSeen } from '../../../shared/model/verification'
import { idOf } from '../../parser/members'
import type { VerifierContext } from '../context/context'
import { claimedInquiriesOf, hostOf, type Inquiry, inquiriesOf, isRevocation, servedAt } from '../context/inquiry'
import type { SignatureFinding } from '../signature'
import { unauthenticated } from '../signature'
import { vouchedChain, vouchedClass } from './assertionChain'
import { differsAt } from './differsAt'

const suite = 'hosted'

/** What can be said of a hosted badge, and whether a copy fetched from its own address confirms it. */
export interface HostedFinding extends SignatureFinding {
  readonly confirmed: boolean
}

/**
 * What can be said of a badge that only names the place where it stands?
 *
 * Nothing in the file proves it. It can be on a host that the issuer does not allow, as the profile says that the issuer's own address served, and a copy
 * fetched from its own address can confirm it. A copy that differs does not make the file forged: by the standard the hosted copy is
 * the badge and the file only points to it, and issuers change hosted copies. It is then not confirmed, and said to differ.
 *
 * @source Open Badges 2.0, sections "Hosted verification" and "VerificationObject"
 */
export function checkHosted(document: NormalDocument, url: string | null, context: VerifierContext): HostedFinding {
  const claims = claimsOf(document, context)
  const otherOrigin = findOtherOrigin(url, claims, context)
  const origin = askOrigin(document, url, context)
  const unproven = otherOrigin ? null : (unprovenOrigin(url, claims, context) ?? (origin.confirmed ? unvouchedClass(claims) : null))
  return {
    integrity: { value: 'unsigned', seen: origin.seen },
    issuer: otherOrigin ? { value: 'mismatch', seen: [{ kind: 'issuer', text: otherOrigin.detail }], at: otherOrigin.at } : { ...unauthenticated },
    proof: suite,
    problems: [...(otherOrigin ? [otherOrigin] : []), ...(unproven ? [unproven] : []), ...origin.problems],
    confirmed: origin.confirmed && !otherOrigin && !unproven,
  }
}

/** A file that holds nothing but the address of a badge: whatever stands there, the file says nothing that could be confirmed. */
export function checkAddress(url: string, context: VerifierContext): HostedFinding {
  const { seen, problems } = askOrigin(null, url, context)
  return { integrity: { value: 'unsigned', seen }, issuer: unauthenticated, proof: suite, problems, confirmed: false }
}

interface OriginOutcome {
  readonly confirmed: boolean
  readonly seen: readonly EvidenceSeen[]
  readonly problems: readonly Problem[]
}

/**
 * What has the badge's own address said of it? The newest answer that speaks of its content decides. An address without the badge (404) confirms nothing any
 * more; a revocation (410) that tells nothing of the content leaves what an earlier copy confirmed: revoked is not forged.
 */
function askOrigin(document: NormalDocument | null, url: string | null, context: VerifierContext): OriginOutcome {
  const inquiries = inquiriesOf(context, url)
  for (const inquiry of inquiries) {
    const { answer, read, fetchedOn } = inquiry
    const seen = [{ kind: 'fetched-at' as const, text: fetchedOn }]
    if (answer === 'absent') return { confirmed: false, seen, problems: [{ code: 'hosted.not-found', detail: fetchedOn }] }
    if (answer === 'none' || read === null) continue
    if (document === null) return { confirmed: false, seen, problems: [] }
    const at = differsAt(document, read.document, context)
    if (at === null) return { confirmed: true, seen, problems: doubtsOf(inquiry) }
    if (!isRevocation(inquiry)) return { confirmed: false, seen, problems: [{ code: 'hosted.differs', at, detail: fetchedOn }] }
  }
  const [last] = inquiries
  const revoked = inquiries.find(isRevocation)
  if (revoked) return { confirmed: false, seen: [{ kind: 'fetched-at', text: revoked.fetchedOn }], problems: [] }
  if (last) return { confirmed: false, seen: [{ kind: 'fetched-at', text: last.fetchedOn }], problems: [{ code: 'hosted.no-answer', detail: last.reason }] }
  const [claimed] = claimedInquiriesOf(context, url)
  if (claimed) return { confirmed: false, seen: [], problems: [notCounting(claimed)] }
  return { confirmed: false, seen: [], problems: [{ code: 'hosted.no-evidence', ...(url === null ? {} : { detail: url }) }] }
}

/** Why evidence that is held does not count. */
const notCounting = ({ standing, fetchedOn }: Inquiry): Problem => ({
  code: standing === 'misdated' ? 'evidence.misdated' : 'evidence.unsolicited',
  detail: fetchedOn,
})

/** What may be wrong with a copy that says the same. */
const doubtsOf = ({ encrypted, fetchedOn }: Inquiry): readonly Problem[] => (encrypted ? [] : [{ code: 'hosted.not-encrypted', detail: fetchedOn }])

type OriginProblem = Problem & { readonly at: string; readonly detail: string }

/** Whose badge of which class it claims to be, as far as its own host or the class's own address says so. */
interface Claims {
  readonly badgeId: string | null
  /** The class as the badge itself or the class's own address gives it: what a file says of a class is its sender's word. */
  readonly badge: JsonObject | null
  readonly issuerId: string | null
  /** An issuer that the badge names beside that of its class. */
  readonly besideId: string | null
}

function claimsOf(document: NormalDocument, context: VerifierContext): Claims {
  const badge = vouchedClass(document, context)
  return { badgeId: idOf(document.badge), badge, issuerId: vouchedChain(document, context).issuerId, besideId: idOf(document.issuer) }
}

/**
 * The first address that is on a host it may not be on, where the issuer has said which it allows. Only the profile that the issuer's own address served says
 * so: what the badge, or a file, says of an issuer is said by whoever wrote it, and accuses nobody.
 */
function findOtherOrigin(url: string | null, { badgeId, issuerId }: Claims, context: VerifierContext): OriginProblem | null {
  const assertionHost = hostOf(url)
  const profile = servedAt(context, issuerId)
  if (url === null || assertionHost === null || profile === null) return null
  const rules = isObject(profile.verification) ? profile.verification : null
  const prefixes = asList(rules?.startsWith).filter((prefix) => typeof prefix === 'string')
  const origins = asList(rules?.allowedOrigins).filter((origin) => typeof origin === 'string')
  if (prefixes.length > 0 && !prefixes.some((prefix) => beginsWith(url, prefix))) return { code: 'hosted.other-origin', at: '/id', detail: url }
  const allowed = new Set<string | null>([hostOf(issuerId), ...[...origins, ...prefixes].map(hostOfOrigin)])
  if (!allowed.has(assertionHost)) return { code: 'hosted.other-origin', at: '/id', detail: url }
  const badgeHost = hostOf(badgeId)
  if (badgeId === null || badgeHost === null || badgeHost === assertionHost || allowed.has(badgeHost)) return null
  return { code: 'hosted.other-origin', at: '/badge', detail: badgeId }
}

const unproven = (at: string, detail: string): OriginProblem => ({ code: 'hosted.origin-unproven', at, detail })

/**
 * What the badge's own host cannot vouch for though it serves the badge: an issuer elsewhere, unless the profile that the issuer's address served allows this
 * host (a file in its name allows nothing); a badge class elsewhere, unless its address served it and names the same issuer; an issuer or a class that
 * has no address, and so might be anybody's; and another issuer than that of its class.
 */
function unprovenOrigin(url: string | null, { badgeId, issuerId, besideId }: Claims, context: VerifierContext): OriginProblem | null {
  const [host, badgeHost, issuerHost] = [hostOf(url), hostOf(badgeId), hostOf(issuerId)]
  if (host === null) return null
  if (besideId !== null && issuerId !== null && besideId !== issuerId) return unproven('/issuer', besideId)
  if (issuerId !== null && issuerHost !== host && (issuerHost === null || !servedAt(context, issuerId))) return unproven('/badge/issuer', issuerId)
  if (badgeId === null || badgeHost === host || (badgeHost !== null && badgeHost === issuerHost)) return null
  const own = servedAt(context, badgeId)
  return own && idOf(own.issuer) === issuerId ? null : unproven('/badge', badgeId)
}

/** A class that the badge names by nothing but its address: until that has said what it is and whose, a confirmed badge is a badge of nothing. */
const unvouchedClass = ({ badgeId, badge }: Claims): OriginProblem | null => (badgeId !== null && badge === null ? unproven('/badge', badgeId) : null)

/** `allowedOrigins` holds bare host names; some issuers write whole origins. */
const hostOfOrigin = (origin: string): string | null => hostOf(origin) ?? hostOf(`https://${origin}`)

/** Both are read as addresses first, so that `https://a.example` is no beginning of `https://a.example.evil/` or of `https://a.example@evil/`. */
function beginsWith(url: string, prefix: string): boolean {
  const [whole, beginning] = [URL.parse(url), URL.parse(prefix)]
  if (!whole || !beginning) return false
  return whole.host === beginning.host && whole.username === '' && whole.href.startsWith(beginning.href)
}
