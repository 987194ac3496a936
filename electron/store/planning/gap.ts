import type { GapScope, GapTable, GapTarget } from '../../../shared/contract/requirement'
import {
  divisionsBelow,
  gapTotals,
  isInForce,
  type PlacedDivision,
  type PlacedSkill,
  type PlacedTarget,
  type RolledUp,
  rollUp,
  targetResult,
  targetsOn,
} from '../../../shared/coverage'
import type { PostFilter } from '../../../shared/model/requirement'
import type { Level } from '../../../shared/model/skill'
import { type Columns, withColumns } from '../coverage/columns/columns'
import { dayNumber } from '../coverage/columns/dayNumber'
import { heldOn } from '../coverage/heldOn'
import { readMapped } from '../coverage/mapped'
import { presentOn, readDivisionTree, readSkillTree } from '../coverage/present'
import type { Database } from '../database/statement'
import type { DivisionOnDay } from '../department/division'
import { listRequirements } from './listed'
import { filteredPosts } from './postFilter'
import { readStoredRequirements } from './requirement'

interface Counting {
  readonly db: Database
  readonly columns: Columns
  readonly scope: GapScope
  readonly divisions: readonly PlacedDivision<DivisionOnDay>[]
  readonly skills: readonly PlacedSkill[]
  readonly present: Int32Array
}

/** Stored division id → its number among the divisions of the day; 0, the city, for one that does not exist that day. */
function placesOf(divisions: readonly PlacedDivision<DivisionOnDay>[]): Int32Array {
  const places = new Int32Array(divisions.reduce((most, { division }) => Math.max(most, division.id), 0) + 1)
  for (const [place, { division }] of divisions.entries()) places[division.id] = place + 1
  return places
}

const narrowsNothing = ({ posts, jobTypes, employments }: PostFilter): boolean => posts.length + jobTypes.length + employments.length === 0

const filterKey = ({ posts, jobTypes, employments }: PostFilter): string => JSON.stringify([posts, jobTypes, employments])

/** The counts of each level and each filter, made once when they are first asked for. */
function countsFor({ db, columns, scope, divisions, skills, present }: Counting): (level: Level, filter: PostFilter) => RolledUp {
  const divisionParents = [-1, ...divisions.map(({ parent }) => parent + 1)]
  const people = columns.people.ids.length
  const [bits, posts, counts] = [new Map<Level, ReturnType<typeof heldOn>>(), new Map<string, Int32Array>(), new Map<string, RolledUp>()]
  const divisionPlaces = placesOf(divisions)
  const bitsAt = (level: Level) => {
    const made = bits.get(level) ?? heldOn(columns, readMapped(db, skills, level), skills.length, { ...scope, level })
    bits.set(level, made)
    return made
  }
  const postsOf = (filter: PostFilter, key: string) => {
    const made = narrowsNothing(filter)
      ? present
      : (posts.get(key) ?? filteredPosts(db, columns.people, filter, { present, divisionPlaces, on: dayNumber(scope.on) }))
    posts.set(key, made)
    return made
  }
  return (level, filter) => {
    const filtered = filterKey(filter)
    const key = `${level} ${filtered}`
    const known = counts.get(key)
    if (known !== undefined) return known
    const { counting, apart } = bitsAt(level)
    const made = rollUp({ people, divisionParents, skills: skills.length, posts: postsOf(filter, filtered), counting, apart })
    counts.set(key, made)
    return made
  }
}

/** The target as the contract has it. */
function lineOf(
  { division, ...target }: PlacedTarget,
  path: string,
  counts: { readonly holders: number; readonly people: number; readonly present: number },
): GapTarget {
  const lists = { posts: [...target.posts], jobTypes: [...target.jobTypes], employments: [...target.employments] }
  return { ...target, ...lists, division: path, ...targetResult(target, counts) }
}

/** As `readGap`, from columns already at hand. */
export function countGap(db: Database, columns: Columns, scope: GapScope, divisionCode: string | null): GapTable {
  const [divisions, skills, requirements] = [readDivisionTree(db, scope), readSkillTree(db), readStoredRequirements(db)]
  const inForce = requirements.filter((one) => isInForce(one, scope.on))
  const top = divisionCode === null ? 0 : divisions.findIndex(({ division }) => division.code === divisionCode) + 1
  const below = new Set(divisionCode !== null && top === 0 ? [] : divisionsBelow(divisions, top))
  const targets = targetsOn(inForce, divisions, skills, scope.on).filter(({ division }) => below.has(division))
  const skillPlaces = new Map(skills.map(({ path }, place) => [path, place]))
  const { posts: present } = presentOn(columns.people, divisions, { ...scope, level: 1 })
  const counts = countsFor({ db, columns, scope, divisions, skills, present })
  const everybody = { posts: [], jobTypes: [], employments: [] }
  const lines = targets.map((target) => {
    const counted = counts(target.level, target)
    const column = skillPlaces.get(target.skill)
    const path = target.division === 0 ? '*' : divisions[target.division - 1]!.path
    return lineOf(target, path, {
      // A skill that is in the tree no more has no holders.
      holders: column === undefined ? 0 : counted.holders[target.division]![column]!,
      people: counted.people[target.division]!,
      present: counts(target.level, everybody).people[target.division]!,
    })
  })
  const gone = listRequirements(inForce, divisions, skills).filter((one) => one.gone.length > 0)
  return { scope, targets: lines, totals: gapTotals(lines), gone: [...gone] }
}

/**
 * Every target of a day with its result. People on leave and leavers are left out as the scope says, as in coverage.
 *
 * @param divisionCode Only targets at or below this division; null for all.
 * @source placement.md, section 1
 */
export const readGap = (db: Database, scope: GapScope, divisionCode: string | null = null): GapTable =>
  withColumns(db, (columns) => countGap(db, columns, scope, divisionCode))
