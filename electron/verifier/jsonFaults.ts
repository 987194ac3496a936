import type { Problem } from '../../shared/model/problem'
import type { SignatureFinding } from './proofs/suite'

/** Text that says different things to different readers: whatever a signature covers, it is not known which of them was signed. */
const faults: ReadonlySet<string> = new Set(['json.duplicate-member', 'json.forbidden-member', 'json.lone-surrogate', 'json.unsafe-number'])

/** The finding, or `malformed` where the text of the document can be read in more than one way. @source RFC 7493 (I-JSON), section 2 */
export function unreadableInOneWay(finding: SignatureFinding, problems: readonly Problem[]): SignatureFinding {
  const fault = problems.find(({ code }) => faults.has(code))
  if (!fault) return finding
  const { seen } = finding.integrity
  return { ...finding, integrity: { value: 'malformed', seen, ...(fault.at === undefined ? {} : { at: fault.at }) } }
}
