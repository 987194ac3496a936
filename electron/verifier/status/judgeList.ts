import { isObject, type JsonObject, textOf } from '../../../shared/model/json'
import type { SupportDocument } from '../../parser/parsed'
import { decodeToken } from '../../parser/token'
import { readInstant } from '../checks/instant'
import type { VerifierContext } from '../context'
import { unreadableInOneWay } from '../jsonFaults'
import { resolveKey } from '../keys/resolve'
import { checkProofs } from '../proofs'
import { checkOpenBadges2Jws } from '../proofs/openBadges2Jws'
import type { SignatureFinding } from '../proofs/suite'
import { checkVcJwt } from '../proofs/vcJwt'
import type { HeldList } from './heldLists'
import type { StatusSubject } from './method'

/** A list, once its own signature was looked at. */
export interface JudgedList {
  readonly document: JsonObject
  readonly issuerId: string | null
  readonly issuedAt: string | null
  readonly validFrom: Date | null
  readonly validUntil: Date | null
  /** A date was given that cannot be read. */
  readonly hasBadDate: boolean
  readonly signature: SignatureFinding
}

/** A list is judged once for a context, however many badges name it. */
const judged = new WeakMap<VerifierContext, Map<SupportDocument, Promise<JudgedList>>>()

/** Verifies the signature of a list like that of any credential. The list's own status is not followed: no list vouches for a list. */
export function judgeList(held: SupportDocument, context: VerifierContext): Promise<JudgedList> {
  let table = judged.get(context)
  if (!table) {
    table = new Map()
    judged.set(context, table)
  }
  const known = table.get(held)
  if (known) return known
  const fresh = judge(held, context)
  table.set(held, fresh)
  return fresh
}

async function judge(held: SupportDocument, context: VerifierContext): Promise<JudgedList> {
  const token = readToken(held.text)
  const document = token ? token.document : held.document
  const issuer = document.issuer
  const issuerId = textOf(issuer) ?? (isObject(issuer) ? textOf(issuer.id) : null) ?? textOf(token?.payload.iss)
  const [from, until] = [firstText(document, ['validFrom', 'issuanceDate', 'issuedOn']), firstText(document, ['validUntil', 'expirationDate'])]
  const issuedAt = from ?? secondsAsText(token?.payload.nbf) ?? secondsAsText(token?.payload.iat)
  const signature = token
    ? unreadableInOneWay(checkToken(token, { issuerId, issuedAt }, context), token.problems)
    : unreadableInOneWay(await checkProofs(document, held.problems, { issuerId, issuedAt }, context, resolveKey), held.problems)
  const exp = token?.payload.exp
  const validFrom = issuedAt === null ? null : readInstant(issuedAt, 'start')
  const written = until === null ? null : readInstant(until, 'end')
  const ends = typeof exp === 'number' ? new Date(exp * 1000) : null
  const validUntil = ends && (!written || ends < written) ? ends : written
  return { document, issuerId, issuedAt, validFrom, validUntil, hasBadDate: (issuedAt !== null && !validFrom) || (until !== null && !written), signature }
}

const firstText = (document: JsonObject, members: readonly string[]): string | null =>
  members.map((member) => textOf(document[member])).find((text) => text !== null) ?? null

/** A date of a token's claims as RFC 3339. @source RFC 7519, sections 4.1.5 and 4.1.6 */
const secondsAsText = (claim: unknown): string | null => (typeof claim === 'number' && Math.abs(claim) < 8.64e12 ? new Date(claim * 1000).toISOString() : null)

const forms = { flat: 'ob3-flat', vc: 'ob3-vc', vp: 'ob3-vc', jose: 'vc-jose' } as const

/** A list of Open Badges 2.0 is signed like its badges, any other like a credential. @source Open Badges 2.0, section "Signed verification" */
function checkToken(token: NonNullable<ReturnType<typeof readToken>>, about: { issuerId: string | null; issuedAt: string | null }, context: VerifierContext) {
  const { document } = token
  return document.revokedAssertions === undefined
    ? checkVcJwt({ kind: 'jwt', ...token }, about, context, resolveKey)
    : checkOpenBadges2Jws({ kind: 'ob2-jws', ...token }, about, context, resolveKey)
}

/** A list given as a JWT, in its compact form; null for JSON. */
function readToken(text: string) {
  const compact = text.trim()
  const decoded = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(compact) ? decodeToken(compact) : null
  if (!decoded?.ok) return null
  const { token, document, problems } = decoded.value
  return { token: compact, header: token.header, payload: token.payload, document, form: forms[token.form], problems }
}

/**
 * `proven` the list is the issuer's · `unproven` nothing shows that it is: what it says is a claim · `altered` its signature does not hold
 * · `of-another` it is somebody else's: that issuer signed it, or the address served it in that name.
 */
export type ListStanding = 'proven' | 'unproven' | 'altered' | 'of-another'

/**
 * Is this list its issuer's word about this credential? It is where a key that the register pins for the issuer signed it, wherever it lies, or where the
 * address that the credential names served it over its own host. An issuer that is not registered and is its own key signs its own lists with it: the
 * credential has no better proof, and does not count. Anything else may have been made by whoever sent it.
 *
 * @source Bitstring Status List 1.0, section 3.2
 */
export function standingOf({ issuerId, signature }: JudgedList, { servedOn }: Pick<HeldList, 'servedOn'>, subject: StatusSubject): ListStanding {
  const { integrity, issuer, problems } = signature
  if (integrity.value === 'altered' || integrity.value === 'malformed' || issuer.value === 'mismatch') return 'altered'
  const isRegistered = integrity.value === 'intact' && issuer.value === 'registered'
  // A key that a file gives for a registered issuer is unregistered too; it may be anybody's.
  const isOwnKey = integrity.value === 'intact' && issuer.value === 'unregistered' && problems.some(({ code }) => code === 'issuer.unregistered')
  const isSigned = isRegistered || isOwnKey
  if (issuerId !== null && issuerId !== subject.issuerId) return isSigned || servedOn !== null ? 'of-another' : 'unproven'
  if (servedOn !== null) return 'proven'
  return isRegistered || (isOwnKey && subject.issuer === 'unregistered') ? 'proven' : 'unproven'
}

/** What is known of a held list in respect of one credential. */
export interface ListSeen {
  readonly list: JudgedList
  readonly held: HeldList
  readonly standing: ListStanding
  /** Milliseconds of its own date, else of the day its address served it; before all others where it has neither. */
  readonly date: number
}

/** Judges lists in respect of one credential, the newest by its own date first: an older one never replaces it. */
export async function judgeLists(lists: readonly HeldList[], subject: StatusSubject, context: VerifierContext): Promise<readonly ListSeen[]> {
  const seen = lists.map(async (held): Promise<ListSeen> => {
    const list = await judgeList(held.document, context)
    const date = list.validFrom?.getTime() ?? (held.servedOn === null ? Number.NEGATIVE_INFINITY : Date.parse(held.servedOn))
    return { list, held, standing: standingOf(list, held, subject), date }
  })
  return (await Promise.all(seen)).sort((one, other) => (one.date === other.date ? 0 : other.date - one.date))
}

/** A list past its end clears nobody any more. */
export const isPast = ({ validUntil }: JudgedList, { now }: VerifierContext): boolean => validUntil !== null && now > validUntil

/** May the list be used now: do its dates make sense, and has it begun? */
export const isUsable = ({ hasBadDate, validFrom }: JudgedList, { now, clockSkewSeconds }: VerifierContext): boolean =>
  !hasBadDate && (validFrom === null || validFrom.getTime() <= now.getTime() + clockSkewSeconds * 1000)
