import type { RiskPerson } from '../../../shared/contract/risk'
import type { DatedRisk } from '../need'
import { defineReport, type Words } from '../report'
import { type DataTable, type ReportBlock, type ReportColumn, type ReportRow, text } from '../sheet'
import { makerOf } from './countedNotes'

/** 4月1日に失われるもの: losses, leavers, badges that end and single holders, a block each, in the order of the lists. */
export const risk = defineReport({
  name: 'risk',
  formats: ['xlsx', 'csv', 'pdf', 'html'],
  needs: ['risk'],
  make(data, words) {
    const { report, risk: risks, verdict, people } = words.text
    const { on, until, grades, table } = data.risk
    const { losses, leavers, ending } = table
    const counted = grades.map((grade) => `${verdict.grades[grade].letter} ${verdict.grades[grade].name}`)
    const rows = dataOf(data.risk, words)
    const sentence = losses.length === 0 ? risks.leadNone(leavers.length, ending.length) : risks.lead(leavers.length, ending.length, losses.length)
    return {
      title: report.titles.risk!,
      sentence: sentence.replaceAll('**', ''),
      facts: [...(data.cityName ? [data.cityName] : []), report.on(on), risks.bandLeavers(report.bothDays(until))],
      blocks: blocksOf(data.risk, words),
      legend: [],
      notes: [...(data.undoing ? [report.notes.undoing] : []), report.notes.counted(counted), risks.leftOut(Object.values(people.leave)), report.notes.zero],
      maker: makerOf(data, words),
      seals: [],
      page: { size: 'A4', landscape: true },
      sheetNames: report.sheetNames,
      pageNumber: report.pageNumber,
      language: words.locale,
      data: rows,
      csv: rows,
    }
  },
})

const left = (heading: string, width: number): ReportColumn => ({ heading, width, align: 'left' })
/** A path with a place to break the line behind each level; a bare `/` has none. */
const breakable = (path: string): string => path.replaceAll('/', '／\u200b')
const line = (...cells: readonly (string | null)[]): ReportRow => ({ kind: 'line', indent: 0, cells: cells.map(text) })

function namesOf(people: readonly RiskPerson[]) {
  const byNumber = new Map(people.map((person) => [person.staffNumber, person]))
  return {
    name: (staffNumber: string) => byNumber.get(staffNumber)?.name ?? staffNumber,
    division: (staffNumber: string) => byNumber.get(staffNumber)?.division ?? '',
  }
}

function blocksOf({ table }: DatedRisk, { text: all }: Words): readonly ReportBlock[] {
  const { risk: words, shell } = all
  const { head, kinds, reasons } = words
  const { name, division } = namesOf(table.people)
  const place = (path: string) => (path === '*' ? words.whole : breakable(path))
  const skill = (path: string, level: number) => `${breakable(path)} Lv${level}`
  return [
    {
      heading: kinds.losses,
      columns: [left(head.division, 60), left(head.skill, 60), left(head.change, 36), left(head.because, 110)],
      rows: table.losses.map((loss) =>
        line(
          place(loss.division),
          skill(loss.skill, loss.level),
          `${words.before(loss.before)}${words.after(loss.after)}${loss.target === null ? '' : words.required(loss.target.required)}`,
          shell.list(loss.because.map(({ staffNumber, reason, on }) => `${name(staffNumber)} ${words.because(reasons[reason], on)}`)),
        ),
      ),
    },
    {
      heading: kinds.leavers,
      columns: [left(head.staffNumber, 30), left(head.person, 50), left(head.division, 90), left(head.reason, 56), left(head.firstDay, 40)],
      rows: table.leavers.map(({ staffNumber, reason, on }) => line(staffNumber, name(staffNumber), breakable(division(staffNumber)), reasons[reason], on)),
    },
    {
      heading: kinds.ending,
      columns: [left(head.staffNumber, 30), left(head.person, 40), left(head.division, 60), left(head.skill, 60), left(head.badge, 46), left(head.lastDay, 30)],
      rows: table.ending.map((one) =>
        line(one.staffNumber, name(one.staffNumber), breakable(division(one.staffNumber)), skill(one.skill, one.level), one.achievementName, one.on),
      ),
    },
    {
      heading: kinds.single,
      columns: [left(head.division, 90), left(head.skill, 90), left(head.staffNumber, 36), left(head.person, 50)],
      rows: table.single.map((one) => line(place(one.division), breakable(one.skill), one.staffNumber, name(one.staffNumber))),
    },
  ].filter(({ rows }) => rows.length > 0)
}

/** One row for each line of the lists; of a loss one for each person lost. */
function dataOf({ on, until, table }: DatedRisk, { text: all }: Words): DataTable {
  const { risk: words, report } = all
  const { head, kinds, reasons } = words
  const { name, division } = namesOf(table.people)
  const place = (path: string) => (path === '*' ? words.whole : path)
  const days = [on, until]
  return {
    columns: [
      ...[words.bandFrom, words.bandUntil, words.lists, report.divisionCode, head.division, head.skill, head.level],
      ...[head.before, head.after, head.required, head.staffNumber, head.person, head.reason, head.day, head.badge],
    ],
    rows: [
      ...table.losses.flatMap((loss) => {
        const cell = [
          ...days,
          kinds.losses,
          loss.divisionCode,
          place(loss.division),
          loss.skill,
          loss.level,
          loss.before,
          loss.after,
          loss.target?.required ?? null,
        ]
        if (loss.because.length === 0) return [[...cell, null, null, null, null, null]]
        return loss.because.map((one) => [...cell, one.staffNumber, name(one.staffNumber), reasons[one.reason], one.on, null])
      }),
      ...table.leavers.map((one) => [
        ...[...days, kinds.leavers, null, division(one.staffNumber), null, null, null, null, null],
        ...[one.staffNumber, name(one.staffNumber), reasons[one.reason], one.on, null],
      ]),
      ...table.ending.map((one) => [
        ...[...days, kinds.ending, null, division(one.staffNumber), one.skill, one.level, null, null, null],
        ...[one.staffNumber, name(one.staffNumber), reasons['badge-ended'], one.on, one.achievementName],
      ]),
      ...table.single.map((one) => [
        ...[...days, kinds.single, one.divisionCode, place(one.division), one.skill, 1, 1, null, null],
        ...[one.staffNumber, name(one.staffNumber), null, null, null],
      ]),
    ],
  }
}
