import type { CoverageTable } from '../../../shared/contract/coverage'
import type { Scope } from '../../../shared/contract/parts'
import { type PlacedDivision, type PlacedSkill, type RolledUp, rollUp, type SkillBits } from '../../../shared/coverage'
import type { Database } from '../database/statement'
import type { DivisionOnDay } from '../department/division'
import { type Columns, withColumns } from './columns/columns'
import { heldOn } from './heldOn'
import { readMapped } from './mapped'
import { peopleIn, presentOn, readDivisionTree, readSkillTree } from './present'

/** Coverage of one day by places in lists. The city is division 0 of `rolledUp`. */
export interface CountedCoverage {
  readonly divisions: readonly PlacedDivision<DivisionOnDay>[]
  readonly skills: readonly PlacedSkill[]
  readonly left: CoverageTable['left']
  readonly rolledUp: RolledUp
  /** Pairs of person and division, as `presentOn` returns them. */
  readonly posts: Int32Array
  /** Holdings by badges that count. */
  readonly counting: SkillBits
}

/** Counts every cell of one day. */
export function countCoverage(db: Database, columns: Columns, scope: Scope): CountedCoverage {
  const divisions = readDivisionTree(db, scope)
  const skills = readSkillTree(db)
  const { posts, onLeave, leavers } = presentOn(columns.people, divisions, scope)
  const { counting, apart, left } = heldOn(columns, readMapped(db, skills, scope.level), skills.length, scope)
  const divisionParents = [-1, ...divisions.map(({ parent }) => parent + 1)]
  const rolledUp = rollUp({ people: columns.people.ids.length, divisionParents, skills: skills.length, posts, counting, apart })
  return { divisions, skills, left: { onLeave: peopleIn(onLeave), leavers: peopleIn(leavers), ...left }, rolledUp, posts, counting }
}

/**
 * H(d,s,l,t) for every division and skill of one day: how many distinct people hold a counting badge.
 *
 * Divisions are those whose period covers the day, the city first, under the names and in the tree of that day.
 *
 * @source product.md, "Definitions"
 */
export const readCoverage = (db: Database, scope: Scope): CoverageTable =>
  withColumns(db, (columns) => {
    const { divisions, skills, left, rolledUp } = countCoverage(db, columns, scope)
    const codes = new Map(divisions.map(({ division }, place) => [place, division.code]))
    return {
      scope,
      divisions: [
        {
          code: null,
          name: '*',
          path: '*',
          parentCode: null,
          depth: 0,
          people: rolledUp.people[0]!,
          children: divisions.filter(({ parent }) => parent < 0).length,
        },
        ...divisions.map(({ division, path, depth, parent, children }, place) => ({
          code: division.code,
          name: division.name,
          path,
          parentCode: codes.get(parent) ?? null,
          depth,
          people: rolledUp.people[place + 1]!,
          children,
        })),
      ],
      skills: skills.map(({ path, name, depth, branch }) => ({ path, name, depth, branch })),
      holders: rolledUp.holders.map((row) => [...row]),
      apart: rolledUp.apart.map((row) => [...row]),
      left,
    }
  })
