import { type JsonObject, textOf } from '../../../shared/model/json'
import { readRevocations } from '../../parser/revocations'
import { isAmbiguous } from '../../parser/support'
import type { VerifierContext } from '../context/context'
import { documentUrl, noList, type StatusMethod, type StatusOutcome, type StatusSubject } from './method'
import { listsAt } from './storedLists'
import { isPast, isUsable, type ListSeen, type VerifiedList, verifyLists } from './verifyList'
import { newest, withClaims, withoutProof } from './withoutProof'

const listUrl = (entry: JsonObject): string | null => documentUrl(textOf(entry.id))

/**
 * A plain list of the issuer's revoked credentials. The standard does not sign it: it counts where its own address served it, or where it is signed anyway.
 *
 * @source 1EdTech Revocation List Status Method 1.0, sections 2 and 3
 */
export const revocationList1EdTech: StatusMethod = {
  types: ['1EdTechRevocationList'],
  source: '1EdTech Revocation List Status Method 1.0, sections 2 and 3',
  listUrl,
  async check(entry, subject, context) {
    const url = listUrl(entry)
    if (url === null) return noList(null)
    const lists = await verifyLists(listsAt(context, url), subject, context)
    const outcomes = lists.filter(({ standing }) => standing === 'proven').map((one) => ({ date: one.date, outcome: outcomeOf(one, url, subject, context) }))
    return withClaims(newest(outcomes) ?? withoutProof(lists, url, subject.issuerId, '/credentialStatus'), lists, url, ({ list }) => isRevoked(list, subject))
  },
}

const isRevoked = ({ document }: VerifiedList, { credentialId }: StatusSubject): boolean =>
  credentialId !== null && readRevocations(document).revokes([credentialId])

function outcomeOf({ list, stored }: ListSeen, url: string, subject: StatusSubject, context: VerifierContext): StatusOutcome {
  const seen = [{ kind: 'list' as const, text: url }]
  if (!isUsable(list, context)) {
    return { finding: { value: 'invalid-list', seen, at: '/credentialStatus' }, problems: [{ code: 'status.list-invalid', detail: url }] }
  }
  if (isRevoked(list, subject)) return { finding: { value: 'revoked', seen }, problems: [] }
  if (!readRevocations(list.document).isList || isAmbiguous(stored.document)) {
    return { finding: { value: 'invalid-list', seen, at: '/credentialStatus' }, problems: [{ code: 'status.list-invalid', detail: url }] }
  }
  const expired = isPast(list, context) && { code: 'status.list-expired' as const, detail: String(list.validUntil?.toISOString()) }
  return expired
    ? { finding: { value: 'invalid-list', seen, at: '/credentialStatus' }, problems: [expired] }
    : { finding: { value: 'clear', seen }, problems: [] }
}
