import type { CoverageTable } from '../../../shared/contract/coverage'
import { depthBySkill, thinInCity, unitsOf } from '../../../shared/coverage'

/** What is thinnest in this table: the numbers and names of the sentence above the map. */
export interface MapFindings {
  readonly skills: number
  readonly units: number
  /** Skills without a holder in the city, and skills with one holder; in the order of the table. */
  readonly nobody: readonly string[]
  readonly single: readonly string[]
  /** The skill that most 課 lack, with the number of 課 where 0 and where 1 person holds it. Null without skills or 課. */
  readonly thinnest: { readonly name: string; readonly nobody: number; readonly single: number } | null
}

/** The whole city is the first row; branches are left out, since their leaves are counted. */
export function findingsOf(table: CoverageTable): MapFindings {
  const units = unitsOf(table).length
  const [thinnest] = depthBySkill(table)
  return {
    ...thinInCity(table),
    units,
    thinnest: thinnest === undefined || units === 0 ? null : { name: thinnest.name, nobody: thinnest.depths[0], single: thinnest.depths[1] },
  }
}
