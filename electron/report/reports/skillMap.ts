import type { CoverageDivision, CoverageSkill, CoverageTable } from '../../../shared/contract/coverage'
import type { Report, Words } from '../report'
import { type DataTable, type LegendEntry, number, type ReportBlock, type ReportCell, type ReportColumn, type ReportRow, text as textCell } from '../sheet'
import { countedNotes, coverageFacts, makerOf } from './countedNotes'

/** 係 stand inside their 課 on paper: 0 the city, 1 部, 2 課. */
const printedDepth = 2

/** 部署別スキルマップ: every 部 and 課 against every skill, for a meeting on A3. */
export const skillMap: Report = {
  name: 'skill-map',
  formats: ['pdf', 'xlsx', 'csv', 'html'],
  make(data, words) {
    const { coverage } = data
    if (!coverage) return null
    const { report } = words.text
    const leaves = coverage.skills.filter(({ branch }) => !branch)
    const city = coverage.divisions.findIndex(({ code }) => code === null)
    const held = (skill: CoverageSkill) => coverage.holders[city]?.[coverage.skills.indexOf(skill)] ?? 0
    const named = (count: number) => leaves.filter((skill) => held(skill) === count).map(({ name }) => name)
    const hasUnits = coverage.divisions.some(({ depth }) => depth > printedDepth)
    return {
      title: report.titles['skill-map']!,
      sentence: report.skillMap.finding(leaves.length, named(0), named(1)),
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
}

const nameOf = ({ code, name }: CoverageDivision, { text }: Words): string => (code === null ? text.report.city : name)
const pathOf = ({ code, path }: CoverageDivision, { text }: Words): string => (code === null ? text.report.city : path)

function blockOf(coverage: CoverageTable, leaves: readonly CoverageSkill[], words: Words): ReportBlock {
  const { report } = words.text
  const branchOf = ({ path }: CoverageSkill) => path.split('/').slice(0, -1).join('／')
  const columns: readonly ReportColumn[] = [
    { heading: report.division, width: 46, align: 'left', fixed: true },
    { heading: report.headcount, width: 19, align: 'center', fixed: true },
    ...leaves.map(
      (skill): ReportColumn => ({ heading: skill.name, width: 27, align: 'center', ...(branchOf(skill) === '' ? {} : { group: branchOf(skill) }) }),
    ),
  ]
  const rows = coverage.divisions.flatMap((division, index): ReportRow[] => {
    if (division.depth > printedDepth) return []
    const depths = leaves.map((skill): ReportCell => {
      const column = coverage.skills.indexOf(skill)
      return {
        kind: 'depth',
        holders: coverage.holders[index]?.[column] ?? 0,
        people: division.people,
        need: null,
        apart: coverage.apart[index]?.[column] ?? 0,
      }
    })
    return [{ ...styleOf(division), cells: [textCell(nameOf(division, words)), number(division.people), ...depths] }]
  })
  return { heading: null, columns, rows }
}

/** The city and each 部 that has 課 stand out; a 課 that stands under no 部 begins a part of its own. */
function styleOf({ depth, children }: CoverageDivision): Pick<ReportRow, 'kind' | 'indent' | 'ruled'> {
  if (depth === 0) return { kind: 'total', indent: 0 }
  if (depth === 1) return { kind: children > 0 ? 'group' : 'line', indent: 0, ruled: true }
  return { kind: 'line', indent: depth - 1 }
}

function legendOf({ apart, divisions }: CoverageTable, { text }: Words): readonly LegendEntry[] {
  const words = text.report.skillMap
  return [
    ...([0, 1, 2, 3] as const).map((mark): LegendEntry => ({ mark, text: words.holders[mark]! })),
    { mark: null, text: words.numbers },
    ...(apart.some((row) => row.some((count) => count > 0)) ? [{ mark: 'apart', text: words.apart } as const] : []),
    { mark: null, text: words.bar },
    ...(divisions.some(({ people }) => people === 0) ? [{ mark: null, text: words.noPeople } as const] : []),
  ]
}

/** One line for each division and skill, branches and 係 included. */
function tidy(coverage: CoverageTable, words: Words): DataTable {
  const { scope, divisions, skills, holders, apart } = coverage
  const rows = divisions.flatMap((division, row) =>
    skills.map(({ path }, column) => [
      scope.on,
      division.code ?? '',
      pathOf(division, words),
      division.depth,
      division.people,
      path,
      scope.level,
      holders[row]?.[column] ?? 0,
      apart[row]?.[column] ?? 0,
    ]),
  )
  return { columns: words.text.report.skillMap.data, rows }
}

/** Divisions down, skills across, numbers alone. */
function crossed({ divisions, skills, holders }: CoverageTable, leaves: readonly CoverageSkill[], words: Words): DataTable {
  const { report } = words.text
  return {
    columns: [report.divisionCode, report.division, report.headcount, ...leaves.map(({ path }) => path)],
    rows: divisions.map((division, row) => [
      division.code ?? '',
      pathOf(division, words),
      division.people,
      ...leaves.map((skill) => holders[row]?.[skills.indexOf(skill)] ?? 0),
    ]),
  }
}
