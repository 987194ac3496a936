import type { NormalDocument } from '../../../shared/model/document'
import type { JsonObject } from '../../../shared/model/json'
import { idOf } from '../../parser/members'
import { namesOf } from '../../parser/normalForm/spellings'
import { readRevocations, saysRevoked } from '../../parser/revocations'
import { isAmbiguous } from '../../parser/support'
import type { VerifierContext } from '../context'
import { inquiriesOf, isRevocation } from '../inquiry'
import { assertionChain, heldById } from '../openBadges2'
import { listsAt } from './heldLists'
import { documentUrl, type StatusOutcome } from './method'

/**
 * The addresses of revocation lists that the issuer names: in every profile held of it, and in the badge itself. All of them are asked: a profile that
 * names none, laid beside a revoked badge, does not take its list away. Undefined where nobody in hand can say.
 */
export function revocationListUrls(assertion: NormalDocument, context: VerifierContext): readonly string[] | undefined {
  const { issuerId, embeddedIssuer } = assertionChain(assertion, context)
  const profiles = heldById(context, issuerId)
    .filter(({ type }) => type !== 'badgeClass' && type !== 'jwks')
    .map(({ document }) => document)
  const issuers = [...profiles, ...(embeddedIssuer ? [embeddedIssuer] : [])]
  if (issuers.length === 0) return undefined
  const named = issuers.map(({ revocationList: list }) => documentUrl(idOf(list)))
  return [...new Set(named.filter((url) => url !== null))]
}

/**
 * Is an Open Badges 2.0 assertion revoked?
 *
 * `revoked: true` in hand, in the file or in a copy fetched from its address, decides. Then the revocation lists the issuer names. An issuer that names none
 * has none; where neither its profile nor an issuer written in the badge is in hand, that is not known. A hosted badge that its own address confirmed is
 * not revoked: for hosted badges the standard keeps the status there and nowhere else.
 *
 * @source Open Badges 2.0, sections "Revocation", RevocationList and Assertion `revoked`
 */
export function openBadges2Status(assertion: NormalDocument, hostedAt: string | null, confirmed: boolean, context: VerifierContext): StatusOutcome {
  if (saysRevoked(assertion)) return { finding: { value: 'revoked', seen: [], at: '/revoked' }, problems: [{ code: 'status.revoked-in-file', at: '/revoked' }] }
  const origin = revocationAt(hostedAt, context)
  if (origin?.finding.value === 'revoked') return origin
  const urls = revocationListUrls(assertion, context)
  const { issuerId } = assertionChain(assertion, context)
  const lists = (urls ?? []).map((url) => {
    const all = listsAt(context, url)
    const held = all.filter(({ document }) => speaksFor(document, issuerId))
    return {
      url,
      held,
      isReadable: held.some((list) => readRevocations(list.document).isList && !isAmbiguous(list)),
      others: all.filter((list) => !held.includes(list)),
      seen: { kind: 'list' as const, text: url },
    }
  })
  const revoking = lists.find(({ held }) => held.some(({ document }) => readRevocations(document).revokes(namesOf(assertion))))
  if (revoking) return { finding: { value: 'revoked', seen: [revoking.seen] }, problems: [] }
  if (confirmed && origin) return origin
  if (urls?.length === 0) return { finding: { value: 'none', seen: [] }, problems: [] }
  const seen = lists.map((list) => list.seen)
  const foreign = lists.find(({ held, others }) => held.length === 0 && others.length > 0)
  if (foreign) return { finding: { value: 'invalid-list', seen: [foreign.seen] }, problems: [{ code: 'status.list-of-another', detail: foreign.url }] }
  const missing = lists.filter(({ isReadable }) => !isReadable)
  if (urls !== undefined && missing.length === 0) return { finding: { value: 'clear', seen }, problems: [] }
  const unheld = missing.map(({ url }) => ({ code: 'status.no-list' as const, detail: url }))
  return { finding: { value: 'unknown', seen }, problems: urls === undefined ? [{ code: 'status.no-list' }] : unheld }
}

/**
 * What the badge's own address last said of its revocation: an answer that it is gone, or a copy. What says neither, a missing page or a server's trouble,
 * takes back no earlier word. Undefined where nothing was said.
 */
export function revocationAt(url: string | null, context: VerifierContext): StatusOutcome | undefined {
  const spoken = inquiriesOf(context, url).find((inquiry) => isRevocation(inquiry) || (inquiry.answer === 'copy' && inquiry.read !== null))
  if (spoken === undefined) return undefined
  const seen = [{ kind: 'fetched-at' as const, text: spoken.fetchedOn }]
  if (!isRevocation(spoken)) return { finding: { value: 'clear', seen }, problems: [] }
  const doubts = spoken.asked ? [] : [{ code: 'evidence.unasked' as const, detail: spoken.fetchedOn }]
  return { finding: { value: 'revoked', seen }, problems: [{ code: 'status.revoked-at-origin', detail: spoken.fetchedOn }, ...doubts] }
}

/** A list that says whose it is must be the issuer's own; one that does not stands on its address alone. */
function speaksFor(list: JsonObject, issuerId: string | null): boolean {
  const named = readRevocations(list).issuerId
  return named === null || named === issuerId
}
