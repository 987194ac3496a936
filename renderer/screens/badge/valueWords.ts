import type { AxisName, AxisValues } from '../../../shared/model/verification'
import type { Text } from '../../../shared/text'
import type { Explanation } from '../../../shared/text/explanation'

type ValueWords = Explanation & { readonly label: string }

/** The texts of the value of one axis. */
export function valueWords(verdict: Text['verdict'], axis: AxisName, axes: AxisValues): ValueWords {
  // Each axis has its own values: the table is indexed by the value of that axis, and the compiler checks that the tables are complete.
  const ofAxis: Readonly<Record<string, ValueWords>> = verdict.values[axis]
  return ofAxis[axes[axis]] ?? { label: axes[axis], found: axes[axis], why: '', next: '' }
}
