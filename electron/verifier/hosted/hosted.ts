import type { NormalDocument } from '../../../shared/model/document'
import { asList, isObject, type JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { EvidenceSeen } from '../../../shared/model/verification'
import { idOf } from '../../parser/members'
import type { VerifierContext } from '../context/context'
import { claimedInquiriesOf, hostOf, type Inquiry, inquiriesOf, isRevocation, servedAt } from '../context/inquiry'
import type { SignatureFinding } from '../signature'
import { unauthenticated } from '../signature'
import { servedChain, servedClass } from './assertionChain'
import { differsAt } from './differsAt'

const suite = 'hosted'

/** The finding for a hosted badge, and whether a copy fetched from its own address confirms it. */
export interface HostedFinding extends SignatureFinding {
  readonly confirmed: boolean
}

/**
 * The finding for a badge that is verified by its address.
 *
 * Nothing in the file proves it. A copy fetched from its own address can confirm it, unless the profile served at the issuer's own address does not allow the
 * badge's host. A copy that differs does not make the file forged: by the standard the hosted copy is the badge, the file only points to it, and issuers change
 * hosted copies. The badge is then not confirmed, with a problem.
 *
 * @source Open Badges 2.0, sections "Hosted verification" and "VerificationObject"
 */
export function checkHosted(document: NormalDocument, url: string | null, context: VerifierContext): HostedFinding {
  const claims = claimsOf(document, context)
  const otherOrigin = findOtherOrigin(url, claims, context)
  const origin = askOrigin(document, url, context)
  const unproven = otherOrigin ? null : (unprovenOrigin(url, claims, context) ?? (origin.confirmed ? unservedClass(claims) : null))
  return {
    integrity: { value: 'unsigned', seen: origin.seen },
    issuer: otherOrigin ? { value: 'mismatch', seen: [{ kind: 'issuer', text: otherOrigin.detail }], at: otherOrigin.at } : { ...unauthenticated },
    proof: suite,
    problems: [...(otherOrigin ? [otherOrigin] : []), ...(unproven ? [unproven] : []), ...origin.problems],
    confirmed: origin.confirmed && !otherOrigin && !unproven,
  }
}

/** The finding for a file that holds only the address of a badge: there is no content to confirm. */
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
 * What the badge's own address answered. The newest answer about its content decides. A missing page (404) confirms nothing; a revocation (410) without content
 * leaves what an earlier copy confirmed: revoked is not forged.
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

/** Why stored evidence does not count. */
const notCounting = ({ standing, fetchedOn }: Inquiry): Problem => ({
  code: standing === 'misdated' ? 'evidence.misdated' : 'evidence.unsolicited',
  detail: fetchedOn,
})

/** A problem of a copy that is equal to the file. */
const doubtsOf = ({ encrypted, fetchedOn }: Inquiry): readonly Problem[] => (encrypted ? [] : [{ code: 'hosted.not-encrypted', detail: fetchedOn }])

type OriginProblem = Problem & { readonly at: string; readonly detail: string }

/** The class and issuer the badge claims, as given by its own host or by the class's own address. */
interface Claims {
  readonly badgeId: string | null
  /** The class as given by the badge itself or the class's own address: a class in a file is a claim of its sender. */
  readonly badge: JsonObject | null
  readonly issuerId: string | null
  /** An issuer that the badge names besides the issuer of its class. */
  readonly besideId: string | null
}

function claimsOf(document: NormalDocument, context: VerifierContext): Claims {
  const badge = servedClass(document, context)
  return { badgeId: idOf(document.badge), badge, issuerId: servedChain(document, context).issuerId, besideId: idOf(document.issuer) }
}

/**
 * The first address on a host that the issuer does not allow. Only the profile served at the issuer's own address counts: a badge or file that speaks about an
 * issuer is a claim of its author, and makes no other badge a mismatch.
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
 * What the badge's own host cannot prove though it serves the badge: an issuer on another host, unless the profile served at the issuer's address allows this
 * host (a file allows nothing); a badge class on another host, unless its address served it and names the same issuer; an issuer or a class without an address;
 * and an issuer besides that of the class.
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

/** A class that the badge gives only as an address: until that address served it, what a confirmed badge is for is not known. */
const unservedClass = ({ badgeId, badge }: Claims): OriginProblem | null => (badgeId !== null && badge === null ? unproven('/badge', badgeId) : null)

/** `allowedOrigins` holds bare host names; some issuers write whole origins. */
const hostOfOrigin = (origin: string): string | null => hostOf(origin) ?? hostOf(`https://${origin}`)

/** Both are parsed as addresses first: `https://a.example` is no beginning of `https://a.example.evil/` or of `https://a.example@evil/`. */
function beginsWith(url: string, prefix: string): boolean {
  const [whole, beginning] = [URL.parse(url), URL.parse(prefix)]
  if (!whole || !beginning) return false
  return whole.host === beginning.host && whole.username === '' && whole.href.startsWith(beginning.href)
}
