import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../../shared/model/json'
import type { VerifierContext } from '../context'
import { inquiriesOf, isRevocation } from '../inquiry'
import { assertionChain, heldById, idOf } from '../openBadges2'
import { listsAt } from './heldLists'
import { documentUrl, type StatusOutcome } from './method'

/**
 * The addresses of revocation lists that the issuer names: in every profile held of it, and in the badge itself. All of them are asked: a profile that
 * names none, laid beside a revoked badge, does not take its list away. Undefined where nobody in hand can say.
 */
export function revocationListUrls(assertion: JsonObject, context: VerifierContext): readonly string[] | undefined {
  const { issuerId, embeddedIssuer } = assertionChain(assertion, context)
  const profiles = heldById(context, issuerId)
    .filter(({ type }) => type !== 'badgeClass' && type !== 'jwks')
    .map(({ document }) => document)
  const issuers = [...profiles, ...(embeddedIssuer ? [embeddedIssuer] : [])]
  if (issuers.length === 0) return undefined
  const named = issuers.map(({ revocationList: list }) => documentUrl(textOf(list) ?? (isObject(list) ? textOf(list.id) : null)))
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
export function openBadges2Status(assertion: JsonObject, hostedAt: string | null, confirmed: boolean, context: VerifierContext): StatusOutcome {
  if (assertion.revoked === true)
    return { finding: { value: 'revoked', seen: [], at: '/revoked' }, problems: [{ code: 'status.revoked-in-file', at: '/revoked' }] }
  const origin = revocationAt(hostedAt, context)
  if (origin?.finding.value === 'revoked') return origin
  const urls = revocationListUrls(assertion, context)
  const { issuerId } = assertionChain(assertion, context)
  const lists = (urls ?? []).map((url) => {
    const all = listsAt(context, url)
    const held = all.filter(({ document }) => speaksFor(document, issuerId))
    return { url, held, others: all.filter((list) => !held.includes(list)), seen: { kind: 'list' as const, text: url } }
  })
  const revoking = lists.find(({ held }) => held.some(({ document }) => revokes(document, assertion)))
  if (revoking) return { finding: { value: 'revoked', seen: [revoking.seen] }, problems: [] }
  if (confirmed && origin) return origin
  if (urls?.length === 0) return { finding: { value: 'none', seen: [] }, problems: [] }
  const seen = lists.map((list) => list.seen)
  const foreign = lists.find(({ held, others }) => held.length === 0 && others.length > 0)
  if (foreign) return { finding: { value: 'invalid-list', seen: [foreign.seen] }, problems: [{ code: 'status.list-of-another', detail: foreign.url }] }
  const missing = lists.filter(({ held }) => held.length === 0)
  if (urls !== undefined && missing.length === 0) return { finding: { value: 'clear', seen }, problems: [] }
  const unheld = missing.map(({ url }) => ({ code: 'status.no-list' as const, detail: url }))
  return { finding: { value: 'unknown', seen }, problems: urls === undefined ? [{ code: 'status.no-list' }] : unheld }
}

/**
 * What the badge's own address last said of its revocation: an answer that it is gone, or a copy. What says neither, a missing page or a server's trouble,
 * takes back no earlier word. Undefined where nothing was said.
 */
export function revocationAt(url: string | null, context: VerifierContext): StatusOutcome | undefined {
  const spoken = inquiriesOf(context, url).find((inquiry) => isRevocation(inquiry) || (inquiry.answer === 'copy' && inquiry.document !== null))
  if (spoken === undefined) return undefined
  const seen = [{ kind: 'fetched-at' as const, text: spoken.fetchedOn }]
  if (!isRevocation(spoken)) return { finding: { value: 'clear', seen }, problems: [] }
  const doubts = spoken.asked ? [] : [{ code: 'evidence.unasked' as const, detail: spoken.fetchedOn }]
  return { finding: { value: 'revoked', seen }, problems: [{ code: 'status.revoked-at-origin', detail: spoken.fetchedOn }, ...doubts] }
}

/** A list that says whose it is must be the issuer's own; one that does not stands on its address alone. */
function speaksFor({ issuer }: JsonObject, issuerId: string | null): boolean {
  const named = idOf(issuer)
  return named === null || named === issuerId
}

/**
 * By id, or by the older `uid`: as an object or as the bare id. Open Badges 1.1 has no list but one member for each badge, with the reason.
 *
 * @source Open Badges 2.0, RevocationList; Open Badges 1.1, IssuerOrganization `revocationList`
 */
function revokes(list: JsonObject, assertion: JsonObject): boolean {
  const ids = [assertion.id, assertion.uid].filter((id) => typeof id === 'string' && id !== '')
  if (list.revokedAssertions === undefined && list.type === undefined) return ids.some((id) => typeof list[String(id)] === 'string')
  return asList(list.revokedAssertions).some((entry: JsonValue) => {
    const named = isObject(entry) ? [entry.id, entry.uid] : [entry]
    return named.some((id) => typeof id === 'string' && ids.includes(id))
  })
}
