import type { Day } from '../model/day'
import type { Requirement, RequirementRule, Target } from '../model/requirement'
import { isUnit } from './depthBySkill'
import type { PlacedDivision } from './divisionTree'
import type { PlacedSkill } from './skillTree'

/** A target with the number of its division: 0 is the city, the others are one more than their places in the tree. */
export interface PlacedTarget extends Target {
  readonly division: number
}

/** The number of the division above; the city is above those without a parent, and nothing (-1) is above the city. */
const above = (divisions: readonly PlacedDivision[], division: number): number => (division === 0 ? -1 : divisions[division - 1]!.parent + 1)

/** Whether a requirement is in force on the day. */
export const isInForce = ({ startsOn, endsOn }: Pick<Requirement, 'startsOn' | 'endsOn'>, day: Day): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || day < endsOn)

/** The divisions at or below a division, itself first: those after it in tree order, as long as they are deeper. */
export function divisionsBelow(divisions: readonly PlacedDivision[], division: number): readonly number[] {
  if (division === 0) return [0, ...divisions.map((_, place) => place + 1)]
  const { depth } = divisions[division - 1]!
  let end = division
  while (end < divisions.length && divisions[end]!.depth > depth) end += 1
  return Array.from({ length: end - division + 1 }, (_, index) => division + index)
}

/** The rule at a 課: that of the nearest exception upwards, up to the division of the requirement; null where the exception takes it away. */
function ruleAt(
  requirement: Requirement,
  divisions: readonly PlacedDivision[],
  division: number,
  top: number,
): Pick<Target, 'exception'> & { readonly rule: RequirementRule | null } {
  for (let place = division; place > 0; place = above(divisions, place)) {
    const { code } = divisions[place - 1]!.division
    const exception = requirement.exceptions.find(({ divisionCode }) => divisionCode === code)
    if (exception !== undefined) return { exception: exception.id, rule: exception.rule }
    if (place === top) break
  }
  return { exception: null, rule: requirement.rule }
}

function targetsOfOne(requirement: Requirement, divisions: readonly PlacedDivision[], top: number): readonly PlacedTarget[] {
  const { id, skill, level, reach, posts, jobTypes, employments } = requirement
  const same = { id, skill, level, reach, posts, jobTypes, employments }
  const codeOf = (division: number) => (division === 0 ? null : divisions[division - 1]!.division.code)
  if (reach === 'division') return [{ ...same, exception: null, rule: requirement.rule, division: top, divisionCode: codeOf(top) }]
  return divisionsBelow(divisions, top).flatMap((division) => {
    if (division === 0 || !isUnit(divisions[division - 1]!)) return []
    const { exception, rule } = ruleAt(requirement, divisions, division, top)
    return rule === null ? [] : [{ ...same, exception, rule, division, divisionCode: codeOf(division) }]
  })
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * The targets of all requirements in force on a day: the city first, then divisions in tree order; within one, skills in tree order, level, id. Skills that are
 * in the tree no more come last. A requirement whose division does not exist that day has no target.
 *
 * @param divisions The tree of that day, without the city.
 * @source placement.md, section 1
 */
export function targetsOn(
  requirements: readonly Requirement[],
  divisions: readonly PlacedDivision[],
  skills: readonly PlacedSkill[],
  day: Day,
): readonly PlacedTarget[] {
  const numbers = new Map<string | null, number>([[null, 0], ...divisions.map(({ division }, place): [string, number] => [division.code, place + 1])])
  const order = new Map(skills.map(({ path }, place) => [path, place]))
  const placeOf = (skill: string) => order.get(skill) ?? skills.length
  return requirements
    .filter((requirement) => isInForce(requirement, day))
    .flatMap((requirement) => {
      const top = numbers.get(requirement.divisionCode)
      return top === undefined ? [] : targetsOfOne(requirement, divisions, top)
    })
    .toSorted(
      (one, other) =>
        one.division - other.division ||
        placeOf(one.skill) - placeOf(other.skill) ||
        byText(one.skill, other.skill) ||
        one.level - other.level ||
        byText(one.id, other.id),
    )
}
