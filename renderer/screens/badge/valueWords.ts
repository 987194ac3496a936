import type { AxisName, AxisValues } from '../../../shared/model/verification'
import type { Text } from '../../../shared/text'
import type { Explanation } from '../../../shared/text/explanation'

type ValueWords = Explanation & { readonly label: string }

/** The words for what one axis of a badge holds. */
export function valueWords(verdict: Text['verdict'], axis: AxisName, axes: AxisValues): ValueWords {
  // Each axis has its own values: the table is indexed by what that axis holds, and the compiler keeps the tables whole.
  const ofAxis: Readonly<Record<string, ValueWords>> = verdict.values[axis]
  return ofAxis[axes[axis]] ?? { label: axes[axis], found: axes[axis], why: '', next: '' }
}
