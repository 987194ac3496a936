import type { CoverageTable } from '../../../shared/contract/coverage'
import { reach } from '../../../shared/coverage'
import type { Text } from '../../../shared/text'
import { type CellCounts, cellNumber } from './cell'
import type { MapColumn } from './columns'
import { type Needs, noNeeds } from './needs'
import type { MapRow, Show } from './rows'

export const countsOf = (table: CoverageTable, row: MapRow, column: MapColumn, needs: Needs = noNeeds): CellCounts => ({
  holders: table.holders[row.index]?.[column.index] ?? 0,
  apart: table.apart[row.index]?.[column.index] ?? 0,
  people: row.division.people,
  required: needs.at(row.index, column.index),
})

export const divisionName = (row: MapRow, text: Text): string => (row.division.code === null ? text.skillMap.city : row.division.name)

/** What a screen reader says of a cell: 「防災危機管理課、災害対策、2人、未確認1人」. */
export function spokenCell(division: string, skill: string, counts: CellCounts, show: Show, { skillMap }: Text): string {
  const { spoken } = skillMap
  const spokenNumber =
    counts.people === 0
      ? spoken.noPeople
      : show === 'share'
        ? spoken.share(counts.holders, counts.people, reach(counts.holders, counts.people) ?? 0)
        : spoken.holders(counts.holders)
  const { required, holders } = counts
  const withNeed = required === null || required === undefined ? spokenNumber : spoken.need(spokenNumber, required, holders)
  return spoken.cell(division, skill, withNeed, counts.people === 0 ? 0 : counts.apart)
}

/** A part of the map as rows of text with their heads, for the clipboard. Ends are included; column 0 is the division, 1 the people in scope, then the skills. */
export function copiedRows(
  table: CoverageTable,
  rows: readonly MapRow[],
  columns: readonly MapColumn[],
  part: { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] },
  show: Show,
  text: Text,
): readonly (readonly string[])[] {
  const skills = columns.slice(Math.max(0, part.columns[0] - 2), Math.max(0, part.columns[1] - 1))
  const withPeople = part.columns[0] <= 1 && part.columns[1] >= 1
  const { division, peopleName } = text.skillMap
  return [
    [division, ...(withPeople ? [peopleName] : []), ...skills.map(({ skill }) => skill.name)],
    ...rows
      .slice(part.rows[0], part.rows[1] + 1)
      .map((row) => [
        divisionName(row, text),
        ...(withPeople ? [String(row.division.people)] : []),
        ...skills.map((column) => cellNumber(countsOf(table, row, column), show)),
      ]),
  ]
}
