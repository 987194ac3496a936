import type { CoverageDivision, CoverageSkill, CoverageTable } from '../../../shared/contract/coverage'
import { depths, holdersAt, leavesOf, thinInCity } from '../../../shared/coverage'
import { defineReport, type Words } from '../report'
import {
  type DataRow,
  type DataTable,
  type LegendEntry,
  number,
  type ReportBlock,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
  rowsFrom,
  text as textCell,
} from '../sheet'
import { countedNotes, coverageFacts, makerOf } from './countedNotes'

/** The deepest level with rows of its own on paper: 0 the city, 1 部, 2 課. The people of a 係 are counted in its 課. */
const printedDepth = 2

/** A leaf skill with its column in the table. */
interface PrintedLeaf {
  readonly column: number
  readonly skill: CoverageSkill
}

/** 部署別スキルマップ: every 部 and 課 against every skill, for a meeting on A3. */
export const skillMap = defineReport({
  name: 'skill-map',
  formats: ['pdf', 'xlsx', 'csv', 'html'],
  needs: ['coverage'],
  make(data, words) {
    const { coverage } = data
    const { report } = words.text
    const leaves = leavesOf(coverage).map(({ column }): PrintedLeaf => ({ column, skill: coverage.skills[column]! }))
    const thin = thinInCity(coverage)
    const hasUnits = coverage.divisions.some(({ depth }) => depth > printedDepth)
    return {
      title: report.titles['skill-map']!,
      sentence: report.skillMap.finding(thin.skills, thin.nobody, thin.single),
      facts: coverageFacts(coverage, data.cityName, words),
      blocks: [blockOf(coverage, leaves, words)],
      legend: legendOf(coverage, words),
      notes: [...countedNotes(coverage, words), ...(hasUnits ? [report.skillMap.unitsInside] : [])],
      maker: makerOf(data, words),
      seals: report.seals,
      page: { size: 'A3', landscape: true },
      sheetNames: report.sheetNames,
      pageNumber: report.pageNumber,
      language: words.locale,
      data: tidy(coverage, words),
      csv: crossed(coverage, leaves, words),
    }
  },
})

const nameOf = ({ code, name }: CoverageDivision, { text }: Words): string => (code === null ? text.report.city : name)
const pathOf = ({ code, path }: CoverageDivision, { text }: Words): string => (code === null ? text.report.city : path)

function blockOf(coverage: CoverageTable, leaves: readonly PrintedLeaf[], words: Words): ReportBlock {
  const { report } = words.text
  const branchOf = ({ path }: CoverageSkill) => path.split('/').slice(0, -1).join('／')
  const columns: readonly ReportColumn[] = [
    { heading: report.division, width: 46, align: 'left', fixed: true },
    { heading: report.headcount, width: 19, align: 'center', fixed: true },
    ...leaves.map(
      ({ skill }): ReportColumn => ({ heading: skill.name, width: 27, align: 'center', ...(branchOf(skill) === '' ? {} : { group: branchOf(skill) }) }),
    ),
  ]
  const rows = coverage.divisions.flatMap((division, index): ReportRow[] => {
    if (division.depth > printedDepth) return []
    const cells = leaves.map(({ column }): ReportCell => {
      const holders = holdersAt(coverage, index, column)
      return { kind: 'depth', holders, people: division.people, required: null, apart: coverage.apart[index]?.[column] ?? 0 }
    })
    return [{ ...styleOf(division), cells: [textCell(nameOf(division, words)), number(division.people), ...cells] }]
  })
  return { heading: null, columns, rows }
}

/** The city and each 部 that has 課 are bold; a 課 under no 部 begins a group of its own. */
function styleOf({ depth, children }: CoverageDivision): Pick<ReportRow, 'kind' | 'indent' | 'ruled'> {
  if (depth === 0) return { kind: 'total', indent: 0 }
  if (depth === 1) return { kind: children > 0 ? 'group' : 'line', indent: 0, ruled: true }
  return { kind: 'line', indent: depth - 1 }
}

function legendOf({ apart, divisions }: CoverageTable, { text }: Words): readonly LegendEntry[] {
  const words = text.report.skillMap
  return [
    ...depths.map((mark): LegendEntry => ({ mark, text: words.holders[mark]! })),
    { mark: null, text: words.numbers },
    ...(apart.some((row) => row.some((count) => count > 0)) ? [{ mark: 'apart', text: words.apart } as const] : []),
    { mark: null, text: words.bar },
    ...(divisions.some(({ people }) => people === 0) ? [{ mark: null, text: words.noPeople } as const] : []),
  ]
}

/** One line for each division and skill, branches and 係 included. */
function tidy(coverage: CoverageTable, words: Words): DataTable {
  const { scope, divisions, skills, apart } = coverage
  function* rows(): Generator<DataRow> {
    for (const [row, division] of divisions.entries())
      for (const [column, { path }] of skills.entries())
        yield [
          scope.on,
          division.code ?? '',
          pathOf(division, words),
          division.depth,
          division.people,
          path,
          scope.level,
          holdersAt(coverage, row, column),
          apart[row]?.[column] ?? 0,
        ]
  }
  return { columns: words.text.report.skillMap.data, rows: { [Symbol.iterator]: rows } }
}

/** Divisions down, skills across, numbers alone. */
function crossed(coverage: CoverageTable, leaves: readonly PrintedLeaf[], words: Words): DataTable {
  const { report } = words.text
  return {
    columns: [report.divisionCode, report.division, report.headcount, ...leaves.map(({ skill }) => skill.path)],
    rows: rowsFrom([...coverage.divisions.entries()], ([row, division]) => [
      division.code ?? '',
      pathOf(division, words),
      division.people,
      ...leaves.map(({ column }) => holdersAt(coverage, row, column)),
    ]),
  }
}
