import type { NormalDocument } from '../../../shared/model/document'
import { instantOf } from '../../../shared/model/instant'
import { asRead } from '../../parser'
import { writtenDate } from '../../parser/instant'
import type { Secured, SupportDocument } from '../../parser/parsed'
import { securedClaims } from '../../parser/secured'
import { readListCredential } from '../../parser/statusList'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import type { IssueClaim } from '../keys/key'
import { resolveKey } from '../keys/resolve'
import { checkProofs } from '../proofs'
import { checkOpenBadges2Jws } from '../proofs/jws/openBadges2Jws'
import { checkVcJwt } from '../proofs/jws/vcJwt'
import { rejectAmbiguousJson } from '../rejectAmbiguousJson'
import type { SignatureFinding } from '../signature'
import type { StatusSubject } from './method'
import type { StoredList } from './storedLists'

/** A list whose own signature is verified. */
export interface VerifiedList {
  readonly document: NormalDocument
  readonly issuerId: string | null
  readonly issuedAt: string | null
  readonly validFrom: Date | null
  readonly validUntil: Date | null
  /** It has a date that cannot be read. */
  readonly hasBadDate: boolean
  readonly signature: SignatureFinding
}

/** A list is verified once for a context, however many badges name it. */
const verifiedIn = indexed(() => new Map<SupportDocument, Promise<VerifiedList>>())

/** Verifies the signature of a list like that of any credential. The list's own status is not checked. */
export function verifyList(stored: SupportDocument, context: VerifierContext): Promise<VerifiedList> {
  const verified = verifiedIn(context)
  const list = verified.get(stored) ?? verifyUncached(stored, context)
  verified.set(stored, list)
  return list
}

async function verifyUncached(stored: SupportDocument, context: VerifierContext): Promise<VerifiedList> {
  const { credential, document, raw, token, problems } = readListCredential(stored)
  const { issuer, validUntil: until } = credential
  const issuedAt = credential.validFrom ?? writtenDate(document.issuedOn ?? token?.payload.iat)
  const about = { issuerId: issuer.id, issuedAt }
  const secured = securedClaims({ document, raw, text: stored.text, token })
  const signature = secured.kind === 'jwt' ? checkToken(secured, about, context) : await checkProofs(asRead(raw), problems, about, context, resolveKey)
  const validFrom = issuedAt === null ? null : instantOf(issuedAt, 'start')
  const validUntil = until === null ? null : instantOf(until, 'end')
  const hasBadDate = (issuedAt !== null && !validFrom) || (until !== null && !validUntil)
  return { document, issuerId: issuer.id, issuedAt, validFrom, validUntil, hasBadDate, signature: rejectAmbiguousJson(signature, problems) }
}

/** A list of Open Badges 2.0 is signed like its badges, any other like a credential. @source Open Badges 2.0, section "Signed verification" */
function checkToken(secured: Extract<Secured, { kind: 'jwt' }>, about: IssueClaim, context: VerifierContext) {
  const { token, header, document } = secured
  return document.revokedAssertions === undefined
    ? checkVcJwt(secured, about, context, resolveKey)
    : checkOpenBadges2Jws({ kind: 'ob2-jws', token, header, document }, about, context, resolveKey)
}

/**
 * `proven` the list is the issuer's · `unproven` nothing proves it: its content is a claim · `altered` its signature does not hold
 * · `of-another` it is another issuer's: that issuer signed it, or the address served it with that name.
 */
export type ListStanding = 'proven' | 'unproven' | 'altered' | 'of-another'

/**
 * Is this list proven to be the issuer's for this credential? It is where a key that the register pins for the issuer signed it, wherever it is stored, or
 * where the address that the credential names served it from its own host. An unregistered issuer that is its own key signs its own lists: the credential has
 * no better proof, and does not count. Any other list may have been made by its sender.
 *
 * @source Bitstring Status List 1.0, section 3.2
 */
export function standingOf({ issuerId, signature }: VerifiedList, { servedOn }: Pick<StoredList, 'servedOn'>, subject: StatusSubject): ListStanding {
  const { integrity, issuer, problems } = signature
  if (integrity.value === 'altered' || integrity.value === 'malformed' || issuer.value === 'mismatch') return 'altered'
  const isRegistered = integrity.value === 'intact' && issuer.value === 'registered'
  // A key that a file gives for a registered issuer is unregistered too; anybody may have written the file.
  const isOwnKey = integrity.value === 'intact' && issuer.value === 'unregistered' && problems.some(({ code }) => code === 'issuer.unregistered')
  const isSigned = isRegistered || isOwnKey
  if (issuerId !== null && issuerId !== subject.issuerId) return isSigned || servedOn !== null ? 'of-another' : 'unproven'
  if (servedOn !== null) return 'proven'
  return isRegistered || (isOwnKey && subject.issuer === 'unregistered') ? 'proven' : 'unproven'
}

/** A stored list, verified for one credential. */
export interface ListSeen {
  readonly list: VerifiedList
  readonly stored: StoredList
  readonly standing: ListStanding
  /** Milliseconds of its own date, else of the day its address served it; before all others where it has neither. */
  readonly date: number
}

/** Verifies lists for one credential, the newest by its own date first: an older one never replaces it. */
export async function verifyLists(lists: readonly StoredList[], subject: StatusSubject, context: VerifierContext): Promise<readonly ListSeen[]> {
  const seen = lists.map(async (stored): Promise<ListSeen> => {
    const list = await verifyList(stored.document, context)
    const date = list.validFrom?.getTime() ?? (stored.servedOn === null ? Number.NEGATIVE_INFINITY : Date.parse(stored.servedOn))
    return { list, stored, standing: standingOf(list, stored, subject), date }
  })
  return (await Promise.all(seen)).sort((one, other) => (one.date === other.date ? 0 : other.date - one.date))
}

/** An expired list clears no credential. */
export const isPast = ({ validUntil }: VerifiedList, { now }: VerifierContext): boolean => validUntil !== null && now > validUntil

/** May the list be used now: are its dates readable, and has it begun? */
export const isUsable = ({ hasBadDate, validFrom }: VerifiedList, { now, clockSkewSeconds }: VerifierContext): boolean =>
  !hasBadDate && (validFrom === null || validFrom.getTime() <= now.getTime() + clockSkewSeconds * 1000)
