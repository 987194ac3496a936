import type { NormalDocument } from '../../../shared/model/document'
import type { JsonObject } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { EvidenceSeen, IssuerValue } from '../../../shared/model/verification'
import { idOf } from '../../parser/members'
import { namesOf } from '../../parser/normalForm/spellings'
import { readRevocations, saysRevoked } from '../../parser/revocations'
import { isAmbiguous } from '../../parser/support'
import type { VerifierContext } from '../context/context'
import { claimedInquiriesOf, inquiriesOf, isRevocation, servedAt } from '../context/inquiry'
import { assertionChain, profilesOf, vouchedChain } from '../hosted/assertionChain'
import { documentUrl, type StatusOutcome, type StatusSubject } from './method'
import { listsAt, revocationListsOf } from './storedLists'
import { isPast, isUsable, type ListSeen, type VerifiedList, verifyLists } from './verifyList'
import { isClaim, newest, withoutProof } from './withoutProof'

const namedBy = (issuers: readonly JsonObject[]): readonly string[] => [
  ...new Set(issuers.map(({ revocationList: list }) => documentUrl(idOf(list))).filter((url) => url !== null)),
]

/**
 * The addresses of revocation lists that are named for the badge's issuer: in every profile held of it, and in the badge itself. Undefined where nobody in hand
 * can say. Whose word it is, is another matter: see `listsOfIssuer`.
 */
export function revocationListUrls(assertion: NormalDocument, context: VerifierContext): readonly string[] | undefined {
  const { issuerId, embeddedIssuer } = assertionChain(assertion, context)
  const issuers = [...profilesOf(context, issuerId), ...(embeddedIssuer ? [embeddedIssuer] : [])]
  return issuers.length === 0 ? undefined : namedBy(issuers)
}

/** The addresses of lists that the issuer itself names: in the profile its address served, and in the badge. Undefined where neither is in hand. */
function listsOfIssuer(assertion: NormalDocument, issuerId: string | null, context: VerifierContext): readonly string[] | undefined {
  const issuers = [vouchedChain(assertion, context).embeddedIssuer, servedAt(context, issuerId)].filter((issuer) => issuer !== null)
  return issuers.length === 0 ? undefined : namedBy(issuers)
}

/**
 * Is an Open Badges 2.0 assertion revoked?
 *
 * `revoked: true` in hand, in the file or in a copy fetched from its address, decides. Then the issuer's revocation lists: those it signed, and what the
 * address that the issuer itself names has served. An issuer that names none has none; where nothing in hand is the issuer's own word, that is not known.
 * Lists and profiles that came as files may be anybody's: what they say is a claim. A hosted badge that its own address confirmed is not revoked: for hosted
 * badges the standard keeps the status there and nowhere else.
 *
 * @param hostedAt The badge's own address; null where it is not hosted.
 * @param issuer What was found of its issuer: a key that the register pins has signed the badge, or none.
 * @source Open Badges 2.0, sections "Revocation", RevocationList and Assertion `revoked`
 */
export async function openBadges2Status(
  assertion: NormalDocument,
  hostedAt: string | null,
  { confirmed, issuer }: { readonly confirmed: boolean; readonly issuer: IssuerValue },
  context: VerifierContext,
): Promise<StatusOutcome> {
  if (saysRevoked(assertion)) return { finding: { value: 'revoked', seen: [], at: '/revoked' }, problems: [{ code: 'status.revoked-in-file', at: '/revoked' }] }
  const origin = revocationAt(hostedAt, context)
  if (origin?.finding.value === 'revoked') return origin
  // Whose badge it is, a class that came as a file only says where the signature of a registered key bears it out.
  const { issuerId } = issuer === 'registered' ? assertionChain(assertion, context) : vouchedChain(assertion, context)
  const subject = { credentialId: idOf(assertion), issuerId, issuer }
  const own = listsOfIssuer(assertion, issuerId, context)
  const groups = await listGroups(assertion, own, subject, context)
  const claimed = [...revocationClaimsAt(hostedAt, context), ...groups.filter((group) => group.isClaimed).map(({ url }) => claim(url))]
  const withClaims = (outcome: StatusOutcome): StatusOutcome => ({ ...outcome, problems: [...outcome.problems, ...claimed] })
  const revoking = groups.find(({ proven }) => proven === 'revoked')
  if (revoking) return { finding: { value: 'revoked', seen: [revoking.seen] }, problems: [] }
  if (confirmed && origin) return withClaims(origin)
  if (own?.length === 0) return withClaims({ finding: { value: 'none', seen: [] }, problems: [] })
  return withClaims(openOutcome(groups, own, issuerId))
}

/** What is known where no list revokes and no origin spoke: clear where every list the issuer names, or else one that it signed, is in hand. */
function openOutcome(groups: readonly ListGroup[], own: readonly string[] | undefined, issuerId: string | null): StatusOutcome {
  const named = own === undefined ? groups : groups.filter(({ url }) => own.includes(url))
  const seen = named.map((group) => group.seen)
  const isClear = own === undefined ? groups.some(({ proven }) => proven === 'clear') : named.every(({ proven }) => proven === 'clear')
  if (isClear) return { finding: { value: 'clear', seen: named.filter(({ proven }) => proven === 'clear').map((group) => group.seen) }, problems: [] }
  const open = named.filter(({ proven }) => proven !== 'clear').map(({ url, lists }) => withoutProof(lists, url, issuerId))
  const foreign = open.find(({ finding }) => finding.value === 'invalid-list')
  if (foreign) return foreign
  // Of an issuer that names no list in hand there is no address to tell.
  const problems = open.length === 0 ? [{ code: 'status.no-list' as const }] : open.flatMap((outcome) => outcome.problems.map(withoutPlace))
  return { finding: { value: 'unknown', seen }, problems }
}

/** Not the badge names its list but its issuer: there is no place in it to point to. */
const withoutPlace = ({ at: _, ...problem }: Problem): Problem => problem

/** The lists of one address. */
interface ListGroup {
  readonly url: string
  readonly seen: EvidenceSeen
  readonly lists: readonly ListSeen[]
  /** What the newest of those says that are proven to be the issuer's; null where none is. */
  readonly proven: 'revoked' | 'clear' | null
  /** One that is not proven says that the badge is revoked. */
  readonly isClaimed: boolean
}

/** The lists that may speak of the badge, by their address: of every address that is named for its issuer, and whatever its issuer has signed. */
async function listGroups(
  assertion: NormalDocument,
  own: readonly string[] | undefined,
  subject: StatusSubject,
  context: VerifierContext,
): Promise<readonly ListGroup[]> {
  const named = [...new Set([...(own ?? []), ...(revocationListUrls(assertion, context) ?? [])])]
  const signed = subject.issuerId === null ? [] : revocationListsOf(context, subject.issuerId)
  const unnamed = [...new Set(signed.map(({ document }) => documentUrl(document.id) ?? ''))].filter((url) => !named.includes(url))
  const groups = [...named, ...unnamed].map(async (url): Promise<ListGroup> => {
    const held = named.includes(url) ? listsAt(context, url) : signed.filter(({ document }) => (documentUrl(document.id) ?? '') === url)
    const verified = await verifyLists(held, subject, context)
    // What an address served counts where the issuer itself names that address.
    const isNamed = own?.includes(url) === true
    const lists = verified.map((one) =>
      one.standing !== 'proven' || one.held.servedOn === null || isNamed || isSigned(one) ? one : { ...one, standing: 'unproven' as const },
    )
    const usable = lists.filter(({ standing, list }) => standing === 'proven' && isUsable(list, context))
    const outcome = newest(usable.map((one) => ({ date: one.date, outcome: outcomeOf(one, assertion, context) })))?.finding.value
    const isClaimed = lists.some((one) => isClaim(one) && revokes(one.list, assertion))
    return { url, seen: { kind: 'list', text: url }, lists, proven: outcome === 'revoked' || outcome === 'clear' ? outcome : null, isClaimed }
  })
  const all = await Promise.all(groups)
  // Files nobody names and nobody signed say nothing about this badge but what they claim of it.
  return all.filter((group) => named.includes(group.url) || group.proven !== null || group.isClaimed)
}

const isSigned = ({ list: { signature } }: ListSeen): boolean => signature.integrity.value === 'intact' && signature.issuer.value === 'registered'

const revokes = ({ document }: VerifiedList, assertion: NormalDocument): boolean => readRevocations(document).revokes(namesOf(assertion))

/** What a proven list says. One that is no list, says one thing in two ways, or has ended clears nobody. */
function outcomeOf({ list, held }: ListSeen, assertion: NormalDocument, context: VerifierContext): StatusOutcome {
  const isClear = readRevocations(list.document).isList && !isAmbiguous(held.document) && !isPast(list, context)
  return { finding: { value: revokes(list, assertion) ? 'revoked' : isClear ? 'clear' : 'invalid-list', seen: [] }, problems: [] }
}

const claim = (detail: string): Problem => ({ code: 'status.revocation-claimed', detail })

/** Does a record of the badge's own address, which does not count, say that it was revoked? */
function revocationClaimsAt(hostedAt: string | null, context: VerifierContext): readonly Problem[] {
  const revoking = claimedInquiriesOf(context, hostedAt).find(isRevocation)
  return revoking ? [claim(revoking.url)] : []
}

/**
 * What the badge's own address last said of its revocation: an answer that it is gone, or a copy. What says neither, a missing page or a server's trouble,
 * takes back no earlier word. Undefined where nothing was said.
 */
export function revocationAt(url: string | null, context: VerifierContext): StatusOutcome | undefined {
  const inquiry = inquiriesOf(context, url).find((one) => isRevocation(one) || (one.answer === 'copy' && one.read !== null))
  if (inquiry === undefined) return undefined
  const seen = [{ kind: 'fetched-at' as const, text: inquiry.fetchedOn }]
  if (!isRevocation(inquiry)) return { finding: { value: 'clear', seen }, problems: [] }
  return { finding: { value: 'revoked', seen }, problems: [{ code: 'status.revoked-at-origin', detail: inquiry.fetchedOn }] }
}
