import type { ListedRequirement } from '../../../shared/contract/requirement'
import { divisionTree, type PlacedDivision, type PlacedSkill } from '../../../shared/coverage'
import type { Day } from '../../../shared/model/day'
import type { Requirement } from '../../../shared/model/requirement'
import { readSkillTree } from '../coverage/present'
import { type Database, readAll, snapshot } from '../database/statement'
import { readDivisionsOn } from '../department/division'
import { readStoredRequirements } from './requirement'

/** The requirement as a contract's value: its lists are its own. */
const copied = (one: Requirement): Omit<ListedRequirement, 'divisionPath' | 'gone'> => ({
  ...one,
  exceptions: [...one.exceptions],
  posts: [...one.posts],
  jobTypes: [...one.jobTypes],
  employments: [...one.employments],
})

/** Requirements with the names of a day, in the order of the trees: divisions (those that are gone come last), skills, level, id. */
export function listRequirements(
  requirements: readonly Requirement[],
  divisions: readonly PlacedDivision[],
  skills: readonly PlacedSkill[],
): readonly ListedRequirement[] {
  const places = new Map<string | null, number>([[null, -1], ...divisions.map(({ division }, place): [string, number] => [division.code, place])])
  const order = new Map(skills.map(({ path }, place) => [path, place]))
  const listed = requirements.map((one) => {
    const place = places.get(one.divisionCode)
    const skill = order.get(one.skill)
    const gone: ListedRequirement['gone'] = [...(place === undefined ? (['division'] as const) : []), ...(skill === undefined ? (['skill'] as const) : [])]
    return {
      keys: [place ?? divisions.length, skill ?? skills.length, one.level] as const,
      value: { ...copied(one), divisionPath: place === undefined || place < 0 ? null : divisions[place]!.path, gone },
    }
  })
  const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
  return listed
    .sort(
      ({ keys: one, value }, { keys: other, value: next }) =>
        one[0] - other[0] ||
        byText(value.divisionCode ?? '', next.divisionCode ?? '') ||
        one[1] - other[1] ||
        byText(value.skill, next.skill) ||
        one[2] - other[2] ||
        byText(value.id, next.id),
    )
    .map(({ value }) => value)
}

/** All requirements with the names of a day. */
export const readRequirements = (db: Database, on: Day): readonly ListedRequirement[] =>
  snapshot(db, () => listRequirements(readStoredRequirements(db), divisionTree(readDivisionsOn(db, on)), readSkillTree(db)))

/** The codes of all divisions there have ever been, and the skills in the tree with those above them. */
export const readNames = (db: Database, on: Day) =>
  snapshot(db, () => ({
    stored: readStoredRequirements(db),
    codes: new Set(readAll<{ code: string }>(db, 'SELECT code FROM division').map(({ code }) => code)),
    divisions: divisionTree(readDivisionsOn(db, on)),
    skills: new Set(readSkillTree(db).map(({ path }) => path)),
  }))
