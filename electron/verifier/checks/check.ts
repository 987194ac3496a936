import type { Problem } from '../../../shared/model/problem'
import type { Axes, AxisName } from '../../../shared/model/verification'
import type { ParsedCredential, ParsedEnvelope } from '../../parser/parsed'
import type { VerifierContext } from '../context/context'

/** The outcome of one check, for one axis. */
export interface CheckOutcome<Axis extends AxisName> {
  readonly finding: Axes[Axis]
  readonly problems: readonly Problem[]
}

/** An entry of the table of checks that need no key. Pure: the instant comes in with the context. */
export interface Check<Axis extends AxisName> {
  readonly id: Axis
  /** Standard and section. */
  readonly source: string
  run(parsed: ParsedCredential | ParsedEnvelope, context: VerifierContext): CheckOutcome<Axis>
}
