import type { JsonObject } from '../../../shared/model/json'
import type { IssuerValue } from '../../../shared/model/verification'
import { asRead } from '../../parser'
import type { SupportDocument } from '../../parser/parsed'
import { securedClaims } from '../../parser/secured'
import { readListCredential } from '../../parser/statusList'
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
  const { credential, document, raw, token, problems } = readListCredential(held)
  const { issuer, validFrom: from, validUntil: until } = credential
  const about = { issuerId: issuer.id, issuedAt: from }
  const secured = securedClaims({ document, raw, text: held.text, token })
  const signature =
    secured.kind === 'jwt' ? checkVcJwt(secured, about, context, resolveKey) : await checkProofs(asRead(raw), problems, about, context, resolveKey)
  const validFrom = from === null ? null : readInstant(from, 'start')
  const validUntil = until === null ? null : readInstant(until, 'end')
  const hasBadDate = (from !== null && !validFrom) || (until !== null && !validUntil)
  return { document, issuerId: issuer.id, issuedAt: from, validFrom, validUntil, hasBadDate, signature: unreadableInOneWay(signature, problems) }
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
