import type { GapScope, GapTarget } from '../../../shared/contract/requirement'
import type { RiskQuestion } from '../../../shared/contract/risk'
import { holdersOfCells, type PlacedDivision, type PlacedSkill } from '../../../shared/coverage'
import { type PostFilter, targetKey } from '../../../shared/model/requirement'
import type { Columns } from '../coverage/columns/columns'
import { dayNumber } from '../coverage/columns/dayNumber'
import { heldOn } from '../coverage/heldOn'
import { readMapped } from '../coverage/mapped'
import { presentOn, readDivisionTree } from '../coverage/present'
import type { Database } from '../database/statement'
import type { DivisionOnDay } from '../department/division'
import { countGap } from './gap'
import { filteredPosts } from './postFilter'

/** A target that is met on the first day and unmet on the later one. */
export interface UnmetTarget {
  readonly before: GapTarget
  readonly after: GapTarget
  /** The places of its holders of the first day who are none on the later one. */
  readonly lost: readonly number[]
}

const narrows = ({ posts, jobTypes, employments }: PostFilter): boolean => posts.length + jobTypes.length + employments.length > 0

/** The stored ids of divisions as their own places. */
const ownPlaces = (length: number): Int32Array => Int32Array.from({ length }, (_, id) => id)

/** The stored ids of the divisions in which a person has a post that counts on the day. */
export function countedDivisions(
  db: Database,
  { people }: Columns,
  filter: PostFilter,
  { person, day }: { readonly person: number; readonly day: number },
): readonly number[] {
  const most = people.division.reduce((greatest, id) => Math.max(greatest, id), 0)
  const pairs = filteredPosts(db, people, filter, { present: Int32Array.of(person, 0), divisionPlaces: ownPlaces(most + 1), on: day })
  return [...pairs].filter((_, index) => index % 2 === 1)
}

function numbersOf(divisions: readonly PlacedDivision<DivisionOnDay>[]): Int32Array {
  const numbers = new Int32Array(divisions.reduce((most, { division }) => Math.max(most, division.id), 0) + 1)
  for (const [place, { division }] of divisions.entries()) numbers[division.id] = place + 1
  return numbers
}

/** The places of the people who hold a target's skill on the day of the scope. */
function holdersOfTarget(db: Database, columns: Columns, skills: readonly PlacedSkill[], scope: GapScope, target: GapTarget): readonly number[] {
  const divisions = readDivisionTree(db, scope)
  const division = target.divisionCode === null ? 0 : divisions.findIndex((one) => one.division.code === target.divisionCode) + 1
  const skill = skills.findIndex(({ path }) => path === target.skill)
  if (skill < 0) return []
  const { posts: present } = presentOn(columns.people, divisions, { ...scope, level: target.level })
  const posts = narrows(target)
    ? filteredPosts(db, columns.people, target, { present, divisionPlaces: numbersOf(divisions), on: dayNumber(scope.on) })
    : present
  const { counting } = heldOn(columns, readMapped(db, skills, target.level), skills.length, { ...scope, level: target.level })
  return holdersOfCells({ divisions, skills, posts, counting, holders: [] }, [{ division, skill }])[0]!
}

/** The targets met on the first day, counted without leavers' dates, and unmet on the later one, counted with them; in the order of the first day. */
export function readUnmet(db: Database, columns: Columns, skills: readonly PlacedSkill[], { on, until, grades }: RiskQuestion): readonly UnmetTarget[] {
  const scopes = { before: { on, grades, includeLeave: false, withLeavers: false }, after: { on: until, grades, includeLeave: false, withLeavers: true } }
  const unmet = new Map(
    countGap(db, columns, scopes.after, null)
      .targets.filter(({ state }) => state === 'unmet')
      .map((target) => [targetKey(target), target]),
  )
  return countGap(db, columns, scopes.before, null)
    .targets.filter(({ state }) => state === 'met')
    .flatMap((before) => {
      const after = unmet.get(targetKey(before))
      if (after === undefined) return []
      const still = new Set(holdersOfTarget(db, columns, skills, scopes.after, after))
      return [{ before, after, lost: holdersOfTarget(db, columns, skills, scopes.before, before).filter((person) => !still.has(person)) }]
    })
}
