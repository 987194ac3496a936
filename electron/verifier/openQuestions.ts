import type { CourierReason } from '../../shared/model/courier'
import type { NormalDocument } from '../../shared/model/document'
import { asList, isObject } from '../../shared/model/json'
import type { AxisValues } from '../../shared/model/verification'
import { endorsementsOf } from '../parser'
import type { ParsedCredential } from '../parser/parsed'
import type { VerifierContext } from './context'
import { dependsOn } from './dependsOn'
import { hostOf, inquiriesOf } from './inquiry'
import { splitAddress } from './keys/source'
import { assertionChain, heldById } from './openBadges2'
import { methodOf } from './status/checkStatus'
import { documentUrl } from './status/method'
import { revocationListUrls } from './status/openBadges2'
import { revocationList1EdTech } from './status/revocationList1EdTech'

/** An address that could settle what a verdict leaves open, and what should stand there. */
export interface OpenQuestion {
  readonly url: string
  readonly why: CourierReason
}

/**
 * Which addresses, asked on the network, could settle what the verdict on this credential leaves open?
 *
 * What is held is not asked for, nor what an address has answered, to a question from here, since `staleBefore`. Nothing is asked about a credential that was altered, or about the
 * status of one that is revoked: no answer could change that.
 *
 * @source Open Badges 2.0, section "Hosted verification"; VC Data Model 2.0, section 4.10; did:web, section 3.2
 */
export function openQuestions(
  parsed: ParsedCredential,
  { integrity, issuer, status }: Pick<AxisValues, 'integrity' | 'issuer' | 'status'>,
  context: VerifierContext,
  staleBefore: Date,
): readonly OpenQuestion[] {
  if (integrity === 'altered' || integrity === 'malformed') return []
  const { secured } = parsed
  const { issuerId, keyIds, hostedUrl } = dependsOn(parsed)
  const questions: OpenQuestion[] = []
  const ask = (url: string | null | undefined, why: CourierReason) => {
    if (url != null && isWeb(url) && !hasAnswered(url, context, staleBefore)) questions.push({ url, why })
  }
  if (status !== 'revoked') ask(hostedUrl, 'hosted')
  if (secured.kind === 'hosted' || secured.kind === 'ob2-jws') askChain(secured.document, hostedUrl, context, ask)
  const lists = secured.kind === 'address' || status === 'revoked' ? [] : listsOf(secured.document, secured.kind, context)
  for (const { url, why } of lists) if (status === 'invalid-list' || !isHeld(url, context)) ask(url, why)
  if (issuer === 'unresolved') for (const id of [...keyIds, ...(issuerId === null ? [] : [issuerId])]) ask(documentAddress(id), 'keyDocument')
  for (const { address } of endorsementsOf(parsed)) ask(address, 'endorsement')
  return questions.filter(({ url }, index) => questions.findIndex((other) => other.url === url) === index)
}

/** Has the address spoken since then? Silence is no answer. */
const hasAnswered = (url: string, context: VerifierContext, since: Date): boolean =>
  inquiriesOf(context, url).some(({ asked, answer, fetchedOn }) => asked && answer !== 'silent' && Date.parse(fetchedOn) >= since.getTime())

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && URL.parse(url) !== null

/**
 * Badge class and profile where no file of them is held, or where only their own word counts: at another host than the badge. A copy that was fetched once is
 * asked for again when it is old.
 */
function askChain(assertion: NormalDocument, hostedUrl: string | null, context: VerifierContext, ask: (url: string | null, why: CourierReason) => void): void {
  const { badgeId, issuerId } = assertionChain(assertion, context)
  const files = (id: string | null) => heldById(context, id).filter((held) => context.keyDocuments.includes(held))
  const isElsewhere = (id: string | null) => hostedUrl !== null && hostOf(id) !== hostOf(hostedUrl)
  const isAlone = isElsewhere(badgeId) && hostOf(badgeId) !== hostOf(issuerId)
  // Of a class that a hosted badge names by its address, only what that address serves is the class's own word.
  const isGiven = typeof assertion.badge !== 'string' || (hostedUrl === null && files(badgeId).some(({ document }) => document.issuer !== undefined))
  if (isAlone || !isGiven) ask(badgeId, 'badgeClass')
  if (isElsewhere(issuerId) || files(issuerId).every(({ type }) => type === 'badgeClass' || type === 'jwks')) ask(issuerId, 'profile')
}

function listsOf(document: NormalDocument, kind: string, context: VerifierContext): readonly OpenQuestion[] {
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

/** A list that came as a file: it stays until a newer one is imported. */
const isHeld = (url: string, { statusLists }: VerifierContext): boolean => statusLists.some(({ id }) => documentUrl(id) === url)

/** Where the document of a key stands: the address itself without its fragment, or the one a did:web stands for. @source did:web, section 3.2 */
function documentAddress(id: string): string {
  const { base } = splitAddress(id)
  const [, host, ...path] = /^did:web:/.test(base) ? base.slice('did:'.length).split(':') : []
  if (host === undefined) return base
  return `https://${host.replace(/%3A/i, ':')}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`
}
