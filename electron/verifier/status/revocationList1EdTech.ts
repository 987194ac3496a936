import { type JsonObject, textOf } from '../../../shared/model/json'
import type { SupportDocument } from '../../parser/parsed'
import { readRevocations } from '../../parser/revocations'
import { isAmbiguous } from '../../parser/support'
import type { VerifierContext } from '../context'
import { believe, judgeList } from './believe'
import { listsAt } from './heldLists'
import { documentUrl, noList, type StatusMethod, type StatusOutcome, type StatusSubject } from './method'

const listUrl = (entry: JsonObject): string | null => documentUrl(textOf(entry.id))

/**
 * A plain list of the issuer's revoked credentials. The standard does not sign it: it stands on its address alone. A signed one must hold.
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
    const outcomes = await Promise.all(listsAt(context, url).map((held) => lookUp(held, url, subject, context)))
    const worst = ['revoked', 'clear', 'invalid-list', 'unknown'].flatMap((value) => outcomes.filter(({ finding }) => finding.value === value))
    return worst[0] ?? noList(url)
  },
}

async function lookUp(held: SupportDocument, url: string, subject: StatusSubject, context: VerifierContext): Promise<StatusOutcome> {
  const { document } = held
  const seen = [{ kind: 'list' as const, text: url }]
  const { isList, issuerId, revokes } = readRevocations(document)
  if (issuerId !== null && issuerId !== subject.issuerId) {
    return { finding: { value: 'invalid-list', seen, at: '/credentialStatus' }, problems: [{ code: 'status.list-of-another', detail: issuerId }] }
  }
  if (document.proof !== undefined) {
    const belief = believe(await judgeList(held, context), subject)
    if (belief !== 'believed') {
      const code = belief === 'altered' ? ('status.list-invalid' as const) : ('status.list-unproven' as const)
      return { finding: { value: belief === 'undecided' ? 'unknown' : 'invalid-list', seen, at: '/credentialStatus' }, problems: [{ code, detail: url }] }
    }
  }
  if (subject.credentialId !== null && revokes([subject.credentialId])) return { finding: { value: 'revoked', seen }, problems: [] }
  if (isList && !isAmbiguous(held)) return { finding: { value: 'clear', seen }, problems: [] }
  return { finding: { value: 'invalid-list', seen, at: '/credentialStatus' }, problems: [{ code: 'status.list-invalid', detail: url }] }
}
