import { type AxisName, type AxisValues, type Grade, gradeValues } from './verification'

type Verdict = AxisValues & { readonly grade: Grade }

/** The number of credentials that moved from one verdict to another. */
export interface Moved {
  readonly before: Verdict
  readonly after: Verdict
  readonly count: number
}

export interface GradeMove {
  readonly from: Grade
  readonly to: Grade
  readonly count: number
}

export interface AxisMove {
  readonly axis: AxisName
  readonly from: string
  readonly to: string
  readonly count: number
}

const axisNames = ['integrity', 'issuer', 'time', 'status', 'schema'] as const satisfies readonly AxisName[]

/** The recipient is a result of matching; the verdict only contains whether several people match the badge. */
const recipientOf = ({ recipient }: Verdict): string => (recipient === 'conflict' ? 'conflict' : '')

/**
 * How verdicts moved, by grade and by axis: each move once, grades in the order of the best new grade, axes in the order they are shown.
 * What stayed as it was is no move; a credential may be in several moves of axes and in at most one of grades.
 */
export function sumMoves(moved: readonly Moved[]): { readonly grades: GradeMove[]; readonly axes: AxisMove[] } {
  const grades = new Map<string, GradeMove>()
  const axes = new Map<string, AxisMove>()
  const add = <Move extends { readonly count: number }>(sums: Map<string, Move>, key: string, move: Move) =>
    sums.set(key, { ...move, count: (sums.get(key)?.count ?? 0) + move.count })
  for (const { before, after, count } of moved) {
    if (before.grade !== after.grade) add(grades, `${before.grade} ${after.grade}`, { from: before.grade, to: after.grade, count })
    for (const axis of axisNames) {
      const [from, to] = [before[axis], after[axis]]
      if (from !== to) add(axes, `${axis} ${from} ${to}`, { axis, from, to, count })
    }
    if (recipientOf(before) !== recipientOf(after))
      add(axes, `recipient ${after.recipient}`, { axis: 'recipient', from: before.recipient, to: after.recipient, count })
  }
  const rank = (grade: Grade) => gradeValues.indexOf(grade)
  const place = ({ axis }: AxisMove) => [...axisNames, 'recipient'].indexOf(axis)
  return {
    grades: [...grades.values()].sort((one, other) => rank(one.to) - rank(other.to) || rank(one.from) - rank(other.from)),
    axes: [...axes.values()].sort((one, other) => place(one) - place(other) || (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1)),
  }
}
