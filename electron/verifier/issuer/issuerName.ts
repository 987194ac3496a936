import type { Problem } from '../../../shared/model/problem'
import type { Grade } from '../../../shared/model/verification'
import { completeCredential } from '../../parser'
import type { ParsedCredential, ParsedEnvelope } from '../../parser/parsed'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { servedChain, storedIn } from '../hosted/assertionChain'
import { entriesOf } from '../keys/register'
import { issuerIdOf } from '../secured'
import type { SignatureFinding } from '../signature'
import { lookAlikes, registeredNames } from './lookAlike'

const lookAlikesIn = indexed(({ register }) => lookAlikes(registeredNames(register)))

/**
 * Which name may be shown for the issuer? Only the register's, and only where a registered key or the badge's own address proved the issuer. Anybody can write
 * the id and the name of a university into a badge; a claimed name that could be mistaken for a registered one is a problem.
 */
export function checkIssuerName(
  parsed: ParsedCredential | ParsedEnvelope,
  { issuer }: SignatureFinding,
  grade: Grade,
  context: VerifierContext,
): { readonly issuerName: string | null; readonly problems: readonly Problem[] } {
  if (issuer.value === 'registered' || grade === 'confirmed') {
    const isHosted = grade === 'confirmed' && parsed.secured.kind === 'hosted'
    const [entry] = entriesOf(context, isHosted ? servedChain(parsed.secured.document, context).issuerId : issuerIdOf(parsed, context))
    if (entry) return { issuerName: entry.name, problems: [] }
  }
  const claimed = completeCredential(parsed.credential, storedIn(context)).issuer.name
  const resembled = claimed === null ? null : lookAlikesIn(context)(claimed)
  return { issuerName: null, problems: resembled === null ? [] : [{ code: 'issuer.look-alike', at: '/issuer/name', detail: resembled }] }
}
