import type { GapTotals, RequirementRule, Target, TargetResult } from '../model/requirement'

/** The people counted for a target. */
export interface TargetCounts {
  /** Distinct people with a post that counts, and with a counting badge. */
  readonly holders: number
  /** Distinct people with a post that counts. */
  readonly people: number
  /** Distinct people with any post in the division. */
  readonly present: number
}

/** How many holders a rule asks for. A share is rounded up in whole numbers: 7 % of 100 is 7, where `Math.ceil(0.07 * 100)` is 8. */
export const requiredBy = (rule: RequirementRule, people: number): number =>
  rule.kind === 'people' ? rule.people : Math.floor((rule.basisPoints * people + 9999) / 10_000)

/** Whether a target has nothing to be measured by: a share of nobody, or a 課 reached by `sections` without anybody in it. */
const isEmpty = ({ rule, reach }: Pick<Target, 'rule' | 'reach'>, { people, present }: TargetCounts): boolean =>
  rule.kind === 'share' ? people === 0 : reach === 'sections' && present === 0

/**
 * What a target comes to with so many people.
 *
 * @source placement.md, section 1
 */
export function targetResult(target: Pick<Target, 'rule' | 'reach'>, counts: TargetCounts): TargetResult {
  const { holders, people } = counts
  const required = requiredBy(target.rule, people)
  if (isEmpty(target, counts)) return { required, holders, people, state: 'none', short: 0, busFactor: null }
  const met = holders >= required
  return { required, holders, people, state: met ? 'met' : 'unmet', short: met ? 0 : required - holders, busFactor: met ? holders - required + 1 : null }
}

/** The sums over targets. */
export function gapTotals(targets: readonly Pick<TargetResult, 'state' | 'short'>[]): GapTotals {
  const sums = { targets: targets.length, met: 0, unmet: 0, none: 0, short: 0 }
  for (const { state, short } of targets) {
    sums[state] += 1
    sums.short += short
  }
  return sums
}

/** A target that narrows nobody out: its holders are those of the coverage table. */
const countsEverybody = ({ posts, jobTypes, employments }: Target): boolean => posts.length + jobTypes.length + employments.length === 0

/** The key of a cell of the coverage table at a level. */
export const cellKey = (divisionCode: string | null, skill: string, level: number): string => JSON.stringify([divisionCode, skill, level])

/**
 * What each cell of the coverage table requires: of several targets the highest number. Targets that count only some posts have other holders than the cell and
 * are left out, and so are those in state `none`.
 */
export function requiredInCells(targets: readonly (Target & Pick<TargetResult, 'required' | 'state'>)[]): ReadonlyMap<string, number> {
  const cells = new Map<string, number>()
  for (const target of targets) {
    if (!countsEverybody(target) || target.state === 'none') continue
    const key = cellKey(target.divisionCode, target.skill, target.level)
    cells.set(key, Math.max(cells.get(key) ?? 0, target.required))
  }
  return cells
}
