import { isObject, type JsonObject, textOf } from '../../../shared/model/json'
import type { IssuerValue } from '../../../shared/model/verification'
import type { SupportDocument } from '../../parser/parsed'
import { decodeToken } from '../../parser/token'
import { readInstant } from '../checks/instant'
import type { VerifierContext } from '../context'
import { unreadableInOneWay } from '../jsonFaults'
import { resolveKey } from '../keys/resolve'
import { checkProofs } from '../proofs'
import type { SignatureFinding } from '../proofs/suite'
import { checkVcJwt } from '../proofs/vcJwt'
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
  const [from, until] = [firstText(document, ['validFrom', 'issuanceDate']), firstText(document, ['validUntil', 'expirationDate'])]
  const about = { issuerId, issuedAt: from }
  const signature = token
    ? unreadableInOneWay(checkVcJwt({ kind: 'jwt', ...token }, about, context, resolveKey), token.problems)
    : unreadableInOneWay(await checkProofs(document, held.problems, about, context, resolveKey), held.problems)
  const exp = token?.payload.exp
  const validFrom = from === null ? null : readInstant(from, 'start')
  const written = until === null ? null : readInstant(until, 'end')
  const ends = typeof exp === 'number' ? new Date(exp * 1000) : null
  const validUntil = ends && (!written || ends < written) ? ends : written
  return { document, issuerId, issuedAt: from, validFrom, validUntil, hasBadDate: (from !== null && !validFrom) || (until !== null && !written), signature }
}

const firstText = (document: JsonObject, members: readonly string[]): string | null =>
  members.map((member) => textOf(document[member])).find((text) => text !== null) ?? null

const forms = { flat: 'ob3-flat', vc: 'ob3-vc', vp: 'ob3-vc', jose: 'vc-jose' } as const

/** A list given as a JWT, in its compact form; null for JSON. */
function readToken(text: string) {
  const compact = text.trim()
  const decoded = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(compact) ? decodeToken(compact) : null
  if (!decoded?.ok) return null
  const { token, document, problems } = decoded.value
  return { token: compact, header: token.header, payload: token.payload, document, form: forms[token.form], problems }
}

const rank: Readonly<Record<IssuerValue, number>> = { registered: 3, unregistered: 2, unauthenticated: 1, unresolved: 0, mismatch: 0 }

export type Belief = 'believed' | 'altered' | 'of-another' | 'less-proven' | 'undecided'

/**
 * May this list speak about this credential? It must be intact, of the same issuer, and proven no less than the credential itself: a list that somebody
 * signed with a key of his own in the name of a registered issuer clears nobody.
 *
 * @source Bitstring Status List 1.0, section 3.2
 */
export function believe({ issuerId, signature: { integrity, issuer } }: JudgedList, subject: StatusSubject): Belief {
  if (integrity.value === 'altered' || integrity.value === 'malformed' || integrity.value === 'unsigned' || issuer.value === 'mismatch') return 'altered'
  if (issuerId === null || issuerId !== subject.issuerId) return 'of-another'
  if (integrity.value !== 'intact') return 'undecided'
  return rank[issuer.value] >= rank[subject.issuer] ? 'believed' : 'less-proven'
}
