import { isUnit } from './depthBySkill'
import type { PlacedDivision } from './divisionTree'
import type { Pairs } from './rollUp'
import { holds, type SkillBits, wordsFor } from './skillBits'
import type { PlacedSkill } from './skillTree'

/** Posts and holdings of one day, by places in lists. Division 0 is the city; the others are one more than their places in the tree. */
export interface DayHoldings {
  readonly divisions: readonly PlacedDivision[]
  readonly skills: readonly PlacedSkill[]
  /** Person and division, one pair for each post; the posts of one person are adjacent. */
  readonly posts: Pairs
  readonly counting: SkillBits
  /** The result of `rollUp`: rows are divisions, columns are skills. */
  readonly holders: readonly (readonly number[])[]
}

/** A division and a skill, by their numbers. */
export interface Cell {
  readonly division: number
  readonly skill: number
}

/** The city and every 課 × every leaf skill, in tree order, where the condition holds. */
function chosenCells({ divisions, skills }: DayHoldings, isChosen: (cell: Cell) => boolean): readonly Cell[] {
  const units = [0, ...divisions.flatMap((division, place) => (isUnit(division) ? [place + 1] : []))]
  const leaves = skills.flatMap(({ branch }, place) => (branch ? [] : [place]))
  return units.flatMap((division) => leaves.map((skill) => ({ division, skill })).filter(isChosen))
}

/**
 * The city and every 課 × every leaf skill with holders on the first day and none on the later one. A division that does not exist on the later day has none.
 *
 * @source placement.md, section 2
 */
export function emptiedCells(before: DayHoldings, after: DayHoldings): readonly Cell[] {
  const numbers = new Map(after.divisions.map(({ division }, place) => [division.code, place + 1]))
  const later = [0, ...before.divisions.map(({ division }) => numbers.get(division.code) ?? -1)]
  return chosenCells(before, ({ division, skill }) => before.holders[division]![skill]! > 0 && (after.holders[later[division]!]?.[skill] ?? 0) === 0)
}

/** 一人依存: the city and every 課 × every leaf skill with exactly one holder. */
export const singleCells = (day: DayHoldings): readonly Cell[] => chosenCells(day, ({ division, skill }) => day.holders[division]![skill] === 1)

/** The holders of each cell, by their places, in the order people are listed in. */
export function holdersOfCells({ divisions, skills, posts, counting }: DayHoldings, cells: readonly Cell[]): readonly (readonly number[])[] {
  const words = wordsFor(skills.length)
  const found = cells.map((): number[] => [])
  const ofDivision = Map.groupBy(cells.keys(), (index) => cells[index]!.division)
  for (let at = 0; at < posts.length; at += 2) {
    const person = posts[at]!
    for (let division = posts[at + 1]!; division >= 0; division = division === 0 ? -1 : divisions[division - 1]!.parent + 1) {
      for (const index of ofDivision.get(division) ?? []) {
        const list = found[index]!
        if (list.at(-1) !== person && holds(counting, words, person, cells[index]!.skill)) list.push(person)
      }
    }
  }
  return found
}
