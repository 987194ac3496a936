import type { Problem } from '../../shared/model/problem'
import type { SignatureFinding } from './signature'

/** Faults of the text by which programs read different values: it is not known which of them was signed. */
const faults: ReadonlySet<string> = new Set(['json.duplicate-member', 'json.forbidden-member', 'json.lone-surrogate', 'json.unsafe-number'])

/** The document gives one value in two ways, each of them readable. */
const isAmbiguous = ({ code }: Problem): boolean => code === 'document.ambiguous'

/**
 * The finding, or `malformed` where the document can be read in more than one way: a signature over two meanings proves neither, and no later document can
 * decide. An unsigned file only points to the badge at its own address: an ambiguous one is not forged, but never confirmed.
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
