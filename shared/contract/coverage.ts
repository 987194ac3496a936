import { z } from 'zod'
import { call } from './call'
import { count, scope } from './parts'

export const coverageDivision = z.strictObject({
  /** Null for the whole city. */
  code: z.string().nullable(),
  name: z.string(),
  /** `福祉部/生活福祉課`; `*` for the whole city. */
  path: z.string(),
  parentCode: z.string().nullable(),
  /** 0 the city, 1 部, 2 課 … */
  depth: count,
  /** People assigned on the day, with sub-divisions, each once. */
  people: count,
  children: count,
})
export type CoverageDivision = z.infer<typeof coverageDivision>

export const coverageSkill = z.strictObject({
  path: z.string(),
  name: z.string(),
  depth: count,
  /** A branch has skills below it: its holders are the distinct people with any of them. */
  branch: z.boolean(),
})
export type CoverageSkill = z.infer<typeof coverageSkill>

/** Divisions × skills on one day. Both lists are in tree order, parents first; row `d`, column `s` of each matrix belongs to `divisions[d]`, `skills[s]`. */
export const coverageTable = z.strictObject({
  scope,
  divisions: z.array(coverageDivision),
  skills: z.array(coverageSkill),
  /** Distinct people who hold a counting badge for the skill at the level or above. */
  holders: z.array(z.array(count)),
  /** Distinct people who hold only badges that do not count (unregistered, unproven): shown apart, never added. */
  apart: z.array(z.array(count)),
  /** What was left out, for the band under the table. */
  left: z.strictObject({
    onLeave: count,
    /** People with a post on the day who have gone by then; 0 where the scope counts them. */
    leavers: count,
    unproven: count,
    unregistered: count,
    rejected: count,
    expired: count,
    revoked: count,
    unmatched: count,
    unmapped: count,
  }),
})
export type CoverageTable = z.infer<typeof coverageTable>

export const coverageCalls = {
  'coverage.read': call('engine', { reads: ['roster', 'badges', 'skills'] }, scope, coverageTable),
}
