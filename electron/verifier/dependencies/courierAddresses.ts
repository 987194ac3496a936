import type { CourierReason } from '../../../shared/model/courier'
import type { NormalDocument } from '../../../shared/model/document'
import { asList, isObject } from '../../../shared/model/json'
import type { AxisValues } from '../../../shared/model/verification'
import { endorsementsOf } from '../../parser'
import { idOf } from '../../parser/members'
import type { ParsedCredential } from '../../parser/parsed'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { hostOf, inquiriesOf, servedAt } from '../context/inquiry'
import { assertionChain, storedById } from '../hosted/assertionChain'
import { documentAddress } from '../keys/source'
import { methodOf } from '../status/checkStatus'
import { documentUrl } from '../status/method'
import { revocationListUrls } from '../status/openBadges2'
import { revocationList1EdTech } from '../status/revocationList1EdTech'
import { dependenciesOf } from './dependencies'

/** An address whose document could settle what a verdict leaves open, and what is expected there. */
export interface CourierAddress {
  readonly url: string
  readonly why: CourierReason
}

/**
 * Which addresses, fetched from the network, could settle what the verdict on this credential leaves open?
 *
 * Left out are stored documents that decide already, and addresses that answered since `staleBefore`, to a list of this program or in accepted evidence. An
 * altered credential has no such addresses, and a revoked one has none for its status: no answer could change the verdict.
 *
 * @source Open Badges 2.0, section "Hosted verification"; VC Data Model 2.0, section 4.10; did:web, section 3.2
 */
export function courierAddresses(
  parsed: ParsedCredential,
  { integrity, issuer, status }: Pick<AxisValues, 'integrity' | 'issuer' | 'status'>,
  context: VerifierContext,
  staleBefore: Date,
): readonly CourierAddress[] {
  if (integrity === 'altered' || integrity === 'malformed') return []
  const { secured } = parsed
  const { issuerId, keyIds, hostedUrl } = dependenciesOf(parsed)
  const questions: CourierAddress[] = []
  const ask = (url: string | null | undefined, why: CourierReason) => {
    if (url != null && isWeb(url) && !hasAnswered(url, context, staleBefore)) questions.push({ url, why })
  }
  if (status !== 'revoked') ask(hostedUrl, 'hosted')
  const isOpen = status === 'unknown' || status === 'invalid-list'
  if (secured.kind === 'hosted' || secured.kind === 'ob2-jws') askChain(secured.document, { hostedUrl, isOpen }, context, ask)
  const lists = secured.kind === 'address' || status === 'revoked' ? [] : listsOf(secured.document, secured.kind, context)
  // A list that came as a file settled nothing where the status is still open, nor for a hosted badge, whose own address decides.
  for (const { url, why } of lists) if (isOpen || hostedUrl !== null || !fileAddresses(context).has(url)) ask(url, why)
  if (issuer === 'unresolved') for (const id of [...keyIds, ...(issuerId === null ? [] : [issuerId])]) ask(documentAddress(id), 'keyDocument')
  for (const { address } of endorsementsOf(parsed)) ask(address, 'endorsement')
  return questions.filter(({ url }, index) => questions.findIndex((other) => other.url === url) === index)
}

/** Has the address answered since then? */
const hasAnswered = (url: string, context: VerifierContext, since: Date): boolean =>
  inquiriesOf(context, url).some(({ answer, fetchedOn }) => answer !== 'none' && Date.parse(fetchedOn) >= since.getTime())

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && URL.parse(url) !== null

/**
 * Asks for badge class and profile where no file of them is stored, or where only their own address counts: on another host than the badge, and for
 * the list of revoked badges while the status is open. A fetched copy is asked for again when it is old.
 */
function askChain(
  assertion: NormalDocument,
  { hostedUrl, isOpen }: { readonly hostedUrl: string | null; readonly isOpen: boolean },
  context: VerifierContext,
  ask: (url: string | null, why: CourierReason) => void,
): void {
  const { badgeId, issuerId } = assertionChain(assertion, context)
  const files = (id: string | null) => storedById(context, id).filter((stored) => context.keyDocuments.includes(stored))
  const isElsewhere = (id: string | null) => hostedUrl !== null && hostOf(id) !== hostOf(hostedUrl)
  const isAlone = isElsewhere(badgeId) && hostOf(badgeId) !== hostOf(issuerId)
  // A class that a hosted badge names by its address is known only from that address.
  const isGiven = typeof assertion.badge !== 'string' || (hostedUrl === null && files(badgeId).some(({ document }) => document.issuer !== undefined))
  if (isAlone || !isGiven) ask(badgeId, 'badgeClass')
  const isUnserved = isOpen && servedAt(context, issuerId) === null
  for (const { url, why } of namedByCopy(assertion, hostedUrl, context)) ask(url, why)
  if (isElsewhere(issuerId) || isUnserved || files(issuerId).every(({ type }) => type === 'badgeClass' || type === 'jwks')) ask(issuerId, 'profile')
}

/** The documents that the served copy names by address and the file holds whole: they must be served too before both can be compared. */
function namedByCopy(assertion: NormalDocument, hostedUrl: string | null, context: VerifierContext): readonly CourierAddress[] {
  const copy = servedAt(context, hostedUrl)
  if (!copy || !isObject(assertion.badge)) return []
  const badge = isObject(copy.badge) ? copy.badge : servedAt(context, idOf(copy.badge))
  const named = [
    { url: isObject(copy.badge) ? null : idOf(copy.badge), why: 'badgeClass' as const },
    { url: isObject(assertion.badge.issuer) && !isObject(badge?.issuer) ? idOf(badge?.issuer) : null, why: 'profile' as const },
  ]
  return named.flatMap(({ url, why }) => (url === null ? [] : [{ url, why }]))
}

function listsOf(document: NormalDocument, kind: string, context: VerifierContext): readonly CourierAddress[] {
  const revocations = kind === 'hosted' || kind === 'ob2-jws' ? (revocationListUrls(document, context) ?? []) : []
  const entries = asList(document.credentialStatus).filter(isObject)
  return [
    ...revocations.map((url) => ({ url, why: 'revocationList' as const })),
    ...entries.flatMap((entry) => {
      const method = methodOf(entry)
      const url = method?.listUrl(entry)
      return url == null ? [] : [{ url, why: method === revocationList1EdTech ? ('revocationList' as const) : ('statusList' as const) }]
    }),
  ]
}

/** Addresses of the lists that came as files: one stays stored until a newer one is imported. */
const fileAddresses = indexed(({ statusLists }): ReadonlySet<string | null> => new Set(statusLists.map(({ id }) => documentUrl(id))))
