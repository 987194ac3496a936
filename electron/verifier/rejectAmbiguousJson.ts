import type { Problem } from '../../shared/model/problem'
import type { SignatureFinding } from './signature'

/** Text that says different things to different readers: whatever a signature covers, it is not known which of them was signed. */
const faults: ReadonlySet<string> = new Set(['json.duplicate-member', 'json.forbidden-member', 'json.lone-surrogate', 'json.unsafe-number'])

/** The document says one thing in two ways, each of them readable. */
const isAmbiguous = ({ code }: Problem): boolean => code === 'document.ambiguous'

/**
 * The finding, or `malformed` where the document can be read in more than one way: who signs two meanings has signed neither, and nothing that arrives later
 * could tell. A file that is not signed only points to the badge at its own address: it is not forged for being written twice, but never confirmed.
 *
 * @source RFC 7493 (I-JSON), section 2; JSON-LD 1.1 API, section 5.1.2 (colliding keywords)
 */
export function rejectAmbiguousJson(finding: SignatureFinding & { readonly confirmed?: boolean }, problems: readonly Problem[]): typeof finding {
  const isUnsigned = finding.integrity.value === 'unsigned'
  const fault = problems.find((problem) => faults.has(problem.code) || (isAmbiguous(problem) && !isUnsigned))
  if (!fault) return problems.some(isAmbiguous) ? { ...finding, confirmed: false } : finding
  const { seen } = finding.integrity
  return { ...finding, integrity: { value: 'malformed', seen, ...(fault.at === undefined ? {} : { at: fault.at }) } }
}
