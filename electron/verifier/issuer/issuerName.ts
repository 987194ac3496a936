import type { Problem } from '../../../shared/model/problem'
import type { IssuerRegister } from '../../../shared/model/register'
import type { Grade } from '../../../shared/model/verification'
import { completeCredential } from '../../parser'
import type { ParsedCredential, ParsedEnvelope } from '../../parser/parsed'
import type { VerifierContext } from '../context/context'
import { heldIn, vouchedChain } from '../hosted/assertionChain'
import { entriesOf } from '../keys/register'
import { issuerIdOf } from '../secured'
import type { SignatureFinding } from '../signature'
import { looksLike } from './lookAlike'

/** The names of a register, in the order of its entries; one list for each register. */
const names = new WeakMap<IssuerRegister, readonly string[]>()

function namesIn(register: IssuerRegister): readonly string[] {
  const known = names.get(register)
  if (known) return known
  const list = register.issuers.flatMap(({ name, nameEn }) => (nameEn === null ? [name] : [name, nameEn]))
  names.set(register, list)
  return list
}

/**
 * Which name may be shown for the issuer? Only the register's, and only where it was shown to be that issuer: by a registered key, or by the badge's own
 * address. Anybody can write the id and the name of a university into a badge; a claimed name that could be taken for a registered one is said so.
 */
export function checkIssuerName(
  parsed: ParsedCredential | ParsedEnvelope,
  { issuer }: SignatureFinding,
  grade: Grade,
  context: VerifierContext,
): { readonly issuerName: string | null; readonly problems: readonly Problem[] } {
  if (issuer.value === 'registered' || grade === 'confirmed') {
    const isHosted = grade === 'confirmed' && parsed.secured.kind === 'hosted'
    const [entry] = entriesOf(context.register, isHosted ? vouchedChain(parsed.secured.document, context).issuerId : issuerIdOf(parsed, context))
    if (entry) return { issuerName: entry.name, problems: [] }
  }
  const claimed = completeCredential(parsed.credential, heldIn(context)).issuer.name
  const resembled = claimed === null ? null : looksLike(claimed, namesIn(context.register))
  return { issuerName: null, problems: resembled === null ? [] : [{ code: 'issuer.look-alike', at: '/issuer/name', detail: resembled }] }
}
