import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../../shared/model/json'
import type { VerifierContext } from '../context'
import { inquiriesOf, isRevocation } from '../inquiry'
import { assertionChain } from '../openBadges2'
import { listsAt } from './heldLists'
import { documentUrl, type StatusOutcome } from './method'

/** The address of the revocation list that the issuer names: in its held profile, else in the badge itself. Undefined where nobody in hand can say. */
export function revocationListUrl(assertion: JsonObject, context: VerifierContext): string | null | undefined {
  const { profile, embeddedIssuer } = assertionChain(assertion, context)
  const issuer = profile ?? embeddedIssuer
  if (!issuer) return undefined
  const named = issuer.revocationList
  return documentUrl(textOf(named) ?? (isObject(named) ? textOf(named.id) : null))
}

/**
 * Is an Open Badges 2.0 assertion revoked?
 *
 * `revoked: true` in hand, in the file or in a copy fetched from its address, decides. Then the revocation list the issuer names. An issuer that names none
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
  const url = revocationListUrl(assertion, context)
  const lists = listsAt(context, url ?? null)
  const named = typeof url === 'string' ? [{ kind: 'list' as const, text: url }] : []
  if (lists.some(({ document }) => revokes(document, assertion))) return { finding: { value: 'revoked', seen: named }, problems: [] }
  if (confirmed && origin) return origin
  if (url === null) return { finding: { value: 'none', seen: [] }, problems: [] }
  if (lists.length > 0) return { finding: { value: 'clear', seen: named }, problems: [] }
  return {
    finding: { value: 'unknown', seen: named },
    problems: [{ code: 'status.no-list', ...(url === undefined ? {} : { detail: url }) }],
  }
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
  return { finding: { value: 'revoked', seen }, problems: [{ code: 'status.revoked-at-origin', detail: spoken.fetchedOn }] }
}

/** By id, or by the older `uid`: as an object or as the bare id. */
function revokes(list: JsonObject, assertion: JsonObject): boolean {
  const ids = [assertion.id, assertion.uid].filter((id) => typeof id === 'string' && id !== '')
  return asList(list.revokedAssertions).some((entry: JsonValue) => {
    const named = isObject(entry) ? [entry.id, entry.uid] : [entry]
    return named.some((id) => typeof id === 'string' && ids.includes(id))
  })
}
