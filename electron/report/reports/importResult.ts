import type { ImportItem, Outcome } from '../../../shared/contract/importing'
import { tokyoDay } from '../../../shared/model/day'
import { gradeValues } from '../../../shared/model/verification'
import type { ImportDetail } from '../need'
import { defineReport, type Words } from '../report'
import { type DataTable, number, type ReportBlock, type ReportColumn, type ReportRow, rowsFrom, text } from '../sheet'
import { makerOf } from './countedNotes'

const outcomes: readonly Outcome[] = ['new', 'replaced', 'duplicate', 'unmatched', 'rejected', 'support', 'unreadable', 'ignored']

/** Outcomes a person has to look at. */
const listed: readonly Outcome[] = ['rejected', 'unreadable', 'unmatched']

/** 取込結果報告書: the outcome of every file of an import. */
export const importResult = defineReport({
  name: 'import-result',
  formats: ['pdf', 'xlsx', 'csv', 'html'],
  needs: ['import', 'importItems'],
  make(data, words) {
    const detail = data.import
    const { summary } = detail
    const { report } = words.text
    const own = report.importResult
    const table = tableOf(data.importItems, words)
    const { new: added, replaced, rejected, unreadable } = summary.outcomes
    return {
      title: report.titles['import-result']!,
      sentence: summary.state === 'done' ? own.finding(summary.received, added + replaced, rejected, unreadable) : own.unfinished(summary.done),
      facts: [...(data.cityName ? [data.cityName] : []), own.sources(summary.sources), own.judgedAt(localTime(summary.at)), own.importId(summary.importId)],
      blocks: [
        outcomeBlock(detail, words),
        gradeBlock(detail, words),
        changeBlock(detail, words),
        reasonBlock(detail, words),
        itemBlock(detail, data.importItems, words),
      ].filter(({ rows }) => rows.length > 0),
      legend: [],
      notes: [
        own.expired(detail.expired),
        own.revoked(detail.revoked),
        own.statusUnknown(detail.statusUnknown),
        ...(detail.unsolicited > 0 ? [own.unsolicited(detail.unsolicited)] : []),
        own.unproven,
        own.listed,
      ],
      maker: makerOf(data, words),
      seals: report.seals,
      page: { size: 'A4', landscape: false },
      sheetNames: report.sheetNames,
      pageNumber: report.pageNumber,
      language: words.locale,
      data: table,
      csv: table,
    }
  },
})

/** An instant in Japanese time, to the minute. */
function localTime(at: string): string {
  const instant = new Date(at)
  return Number.isNaN(instant.getTime()) ? at : `${tokyoDay(instant)} ${new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(11, 16)}`
}

const column = (heading: string, width: number, align: ReportColumn['align'] = 'left'): ReportColumn => ({ heading, width, align })
const line = (cells: ReportRow['cells'], kind: ReportRow['kind'] = 'line'): ReportRow => ({ kind, indent: 0, cells })

function outcomeBlock({ summary }: ImportDetail, { text: all }: Words): ReportBlock {
  const { columns, blocks, meanings, total, totalMeaning } = all.report.importResult
  return {
    heading: blocks.outcomes,
    columns: [column(columns.outcome, 32), column(columns.count, 24, 'right'), column(columns.meaning, 126)],
    rows: [
      ...outcomes.map((outcome) => line([text(all.importing.outcomes[outcome]), number(summary.outcomes[outcome]), text(meanings[outcome])])),
      line([text(total), number(summary.received), text(totalMeaning)], 'total'),
    ],
  }
}

function gradeBlock({ summary }: ImportDetail, { text: all }: Words): ReportBlock {
  const { columns, blocks } = all.report.importResult
  return {
    heading: blocks.grades,
    columns: [column(columns.grade, 46), column(columns.count, 24, 'right'), column(columns.meaning, 112)],
    rows: gradeValues.map((grade) => {
      const { letter, name, sentence } = all.verdict.grades[grade]
      return line([text(`${letter} ${name}`), number(summary.grades[grade]), text(sentence)])
    }),
  }
}

/** How the grades of earlier badges changed because of documents of this import. */
function changeBlock({ moves }: ImportDetail, { text: all }: Words): ReportBlock {
  const { columns, blocks } = all.report.importResult
  const named = (grade: (typeof moves)[number]['from']) => text(`${all.verdict.grades[grade].letter} ${all.verdict.grades[grade].name}`)
  return {
    heading: blocks.changes,
    columns: [column(columns.before, 46), column(columns.after, 46), column(columns.count, 24, 'right')],
    rows: moves.map(({ from, to, count }) => line([named(from), named(to), number(count)])),
  }
}

function reasonBlock({ reasons }: ImportDetail, { text: all }: Words): ReportBlock {
  const { columns, blocks } = all.report.importResult
  return {
    heading: blocks.reasons,
    columns: [column(columns.outcome, 24), column(columns.count, 18, 'right'), column(columns.reason, 62), column(columns.next, 78)],
    rows: reasons.map(({ outcome, problem, count }) =>
      line([
        text(all.importing.outcomes[outcome]),
        number(count),
        text(all.problems[problem.code]?.found ?? problem.code),
        text(all.problems[problem.code]?.next ?? ''),
      ]),
    ),
  }
}

function itemBlock({ summary }: ImportDetail, items: Iterable<ImportItem>, words: Words): ReportBlock {
  const { columns, blocks } = words.text.report.importResult
  return {
    heading: blocks.items,
    columns: [
      column(columns.sequence, 14, 'right'),
      column(columns.source, 70),
      column(columns.outcome, 22),
      column(columns.badge, 38),
      column(columns.reason, 38),
    ],
    // Items are read only where there is one to list.
    rows: Array.from(listed.some((outcome) => summary.outcomes[outcome] > 0) ? onlyListed(items) : [], (item) =>
      line([
        number(item.sequence),
        text(item.source),
        text(words.text.importing.outcomes[item.outcome]),
        text(item.achievementName),
        text(reasonOf(item, words)),
      ]),
    ),
  }
}

function* onlyListed(items: Iterable<ImportItem>): Generator<ImportItem> {
  for (const item of items) if (listed.includes(item.outcome)) yield item
}

function reasonOf({ problem, grade }: ImportItem, { text: all }: Words): string {
  if (problem) return all.problems[problem.code]?.found ?? problem.code
  return grade ? `${all.verdict.grades[grade].letter} ${all.verdict.grades[grade].name}` : ''
}

/** Every item, in the order of the import. */
function tableOf(items: Iterable<ImportItem>, words: Words): DataTable {
  const { columns } = words.text.report.importResult
  const { grades } = words.text.verdict
  return {
    columns: [
      columns.sequence,
      columns.source,
      columns.outcome,
      columns.badge,
      columns.grade,
      columns.staffNumber,
      columns.person,
      columns.code,
      columns.reason,
    ],
    rows: rowsFrom(items, (item) => [
      item.sequence,
      item.source,
      words.text.importing.outcomes[item.outcome],
      item.achievementName,
      item.grade ? `${grades[item.grade].letter} ${grades[item.grade].name}` : '',
      item.staffNumber,
      item.personName,
      item.problem?.code ?? '',
      item.problem ? reasonOf(item, words) : '',
    ]),
  }
}
