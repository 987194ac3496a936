import { asList, isObject, type JsonObject, textOf } from '../../../shared/model/json'
import type { SupportDocument } from '../../parser/parsed'
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
  const issuer = document.issuer
  const issuerId = textOf(issuer) ?? (isObject(issuer) ? textOf(issuer.id) : null)
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
  const isRevoked = asList(document.revokedCredential ?? document.revokedCredentials).some((entry) => names(entry, subject.credentialId))
  return { finding: { value: isRevoked ? 'revoked' : 'clear', seen }, problems: [] }
}

function names(entry: unknown, credentialId: string | null): boolean {
  if (credentialId === null) return false
  if (typeof entry === 'string') return entry === credentialId
  return typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === credentialId && !('revoked' in entry && entry.revoked === false)
}
