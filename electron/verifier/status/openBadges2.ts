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
import { assertionChain, profilesOf, servedChain } from '../hosted/assertionChain'
import { documentUrl, type StatusOutcome, type StatusSubject } from './method'
import { listsAt, revocationListsOf } from './storedLists'
import { isPast, isUsable, type ListSeen, type VerifiedList, verifyLists } from './verifyList'
import { isClaim, newest, withoutProof } from './withoutProof'

const namedBy = (issuers: readonly JsonObject[]): readonly string[] => [
  ...new Set(issuers.map(({ revocationList: list }) => documentUrl(idOf(list))).filter((url) => url !== null)),
]

/**
 * The addresses of revocation lists that are named for the badge's issuer: in every stored profile of it, and in the badge itself. Undefined where no issuer
 * document is stored. Which of them the issuer itself names: see `listsOfIssuer`.
 */
export function revocationListUrls(assertion: NormalDocument, context: VerifierContext): readonly string[] | undefined {
  const { issuerId, embeddedIssuer } = assertionChain(assertion, context)
  const issuers = [...profilesOf(context, issuerId), ...(embeddedIssuer ? [embeddedIssuer] : [])]
  return issuers.length === 0 ? undefined : namedBy(issuers)
}

/** The addresses of lists that the issuer itself names: in the profile its address served, and in the badge. Undefined where neither is known. */
function listsOfIssuer(assertion: NormalDocument, issuerId: string | null, context: VerifierContext): readonly string[] | undefined {
  const issuers = [servedChain(assertion, context).embeddedIssuer, servedAt(context, issuerId)].filter((issuer) => issuer !== null)
  return issuers.length === 0 ? undefined : namedBy(issuers)
}

/**
 * Is an Open Badges 2.0 assertion revoked?
 *
 * `revoked: true` in the file, or in a copy fetched from its address, decides. Then the issuer's revocation lists: those it signed, and those served at the
 * addresses it names itself. An issuer that names none has none; where its own profile is not known, the status is unknown. Lists and profiles that came as
 * files are claims. A hosted badge that its own address confirmed is not revoked: for hosted badges the standard keeps the status there and nowhere else.
 *
 * @param hostedAt The badge's own address; null where it is not hosted.
 * @param issuer The finding for its issuer.
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
  // A class that came as a file names the issuer only where the signature of a registered key supports it.
  const { issuerId } = issuer === 'registered' ? assertionChain(assertion, context) : servedChain(assertion, context)
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

/** The outcome where no list revokes and the badge's address gave no answer: clear where every list the issuer names, or else one that it signed, is stored. */
function openOutcome(groups: readonly ListGroup[], own: readonly string[] | undefined, issuerId: string | null): StatusOutcome {
  const named = own === undefined ? groups : groups.filter(({ url }) => own.includes(url))
  const seen = named.map((group) => group.seen)
  const isClear = own === undefined ? groups.some(({ proven }) => proven === 'clear') : named.every(({ proven }) => proven === 'clear')
  if (isClear) return { finding: { value: 'clear', seen: named.filter(({ proven }) => proven === 'clear').map((group) => group.seen) }, problems: [] }
  const open = named.filter(({ proven }) => proven !== 'clear').map(({ url, lists }) => withoutProof(lists, url, issuerId))
  const foreign = open.find(({ finding }) => finding.value === 'invalid-list')
  if (foreign) return foreign
  // For an issuer without a list there is no address to name.
  const problems = open.length === 0 ? [{ code: 'status.no-list' as const }] : open.flatMap((outcome) => outcome.problems.map(withoutPlace))
  return { finding: { value: 'unknown', seen }, problems }
}

/** The issuer names the list, not the badge: there is no place in the badge to point to. */
const withoutPlace = ({ at: _, ...problem }: Problem): Problem => problem

/** The lists of one address. */
interface ListGroup {
  readonly url: string
  readonly seen: EvidenceSeen
  readonly lists: readonly ListSeen[]
  /** The value of the newest lists that are proven to be the issuer's; null where there is none. */
  readonly proven: 'revoked' | 'clear' | null
  /** A list that is not proven contains the badge. */
  readonly isClaimed: boolean
}

/** The lists that may contain the badge, by address: of every address named for its issuer, and all that its issuer signed. */
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
    const stored = named.includes(url) ? listsAt(context, url) : signed.filter(({ document }) => (documentUrl(document.id) ?? '') === url)
    const verified = await verifyLists(stored, subject, context)
    // A served list counts where the issuer itself names its address.
    const isNamed = own?.includes(url) === true
    const lists = verified.map((one) =>
      one.standing !== 'proven' || one.stored.servedOn === null || isNamed || isSigned(one) ? one : { ...one, standing: 'unproven' as const },
    )
    const usable = lists.filter(({ standing, list }) => standing === 'proven' && isUsable(list, context))
    const outcome = newest(usable.map((one) => ({ date: one.date, outcome: outcomeOf(one, assertion, context) })))?.finding.value
    const isClaimed = lists.some((one) => isClaim(one) && revokes(one.list, assertion))
    return { url, seen: { kind: 'list', text: url }, lists, proven: outcome === 'revoked' || outcome === 'clear' ? outcome : null, isClaimed }
  })
  const all = await Promise.all(groups)
  // Files that are neither named nor signed only give claims about this badge.
  return all.filter((group) => named.includes(group.url) || group.proven !== null || group.isClaimed)
}

const isSigned = ({ list: { signature } }: ListSeen): boolean => signature.integrity.value === 'intact' && signature.issuer.value === 'registered'

const revokes = ({ document }: VerifiedList, assertion: NormalDocument): boolean => readRevocations(document).revokes(namesOf(assertion))

/** The outcome of a proven list. An expired or ambiguous one, and a document that is no list, clears no badge. */
function outcomeOf({ list, stored }: ListSeen, assertion: NormalDocument, context: VerifierContext): StatusOutcome {
  const isClear = readRevocations(list.document).isList && !isAmbiguous(stored.document) && !isPast(list, context)
  return { finding: { value: revokes(list, assertion) ? 'revoked' : isClear ? 'clear' : 'invalid-list', seen: [] }, problems: [] }
}

const claim = (detail: string): Problem => ({ code: 'status.revocation-claimed', detail })

/** The claim of an uncounted record of the badge's own address that the badge was revoked. */
function revocationClaimsAt(hostedAt: string | null, context: VerifierContext): readonly Problem[] {
  const revoking = claimedInquiriesOf(context, hostedAt).find(isRevocation)
  return revoking ? [claim(revoking.url)] : []
}

/**
 * What the badge's own address last said about revocation: that it is gone, or a copy. A missing page or a server error does not undo an earlier answer.
 * Undefined where there was no answer.
 */
export function revocationAt(url: string | null, context: VerifierContext): StatusOutcome | undefined {
  const inquiry = inquiriesOf(context, url).find((one) => isRevocation(one) || (one.answer === 'copy' && one.read !== null))
  if (inquiry === undefined) return undefined
  const seen = [{ kind: 'fetched-at' as const, text: inquiry.fetchedOn }]
  if (!isRevocation(inquiry)) return { finding: { value: 'clear', seen }, problems: [] }
  return { finding: { value: 'revoked', seen }, problems: [{ code: 'status.revoked-at-origin', detail: inquiry.fetchedOn }] }
}
