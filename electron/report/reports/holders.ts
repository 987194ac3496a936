import type { HeldSkill, PersonRow } from '../../../shared/contract/people'
import { defineReport, type Words } from '../report'
import { type DataTable, type ReportBlock, type ReportColumn, type ReportRow, rowsFrom, text } from '../sheet'
import { countedNotes, coverageFacts, makerOf } from './countedNotes'

/** 有資格者一覧: everyone who holds a badge that counts, with each skill, level and end. In the order of the need, which is by kana. */
export const holders = defineReport({
  name: 'holders',
  formats: ['xlsx', 'csv', 'pdf', 'html'],
  needs: ['coverage', 'people'],
  make(data, words) {
    const { coverage } = data
    const { report } = words.text
    const people = [...data.people]
      .map((person) => ({ ...person, skills: person.skills.filter(({ counts, level }) => counts && level >= coverage.scope.level) }))
      .filter(({ skills }) => skills.length > 0)
    const lines = people.flatMap((person) => person.skills.map((skill) => ({ person, skill })))
    const table = tableOf(lines, words)
    return {
      title: report.titles.holders!,
      sentence: report.holders.finding(new Set(people.map(({ staffNumber }) => staffNumber)).size, lines.length),
      facts: coverageFacts(coverage, data.cityName, words),
      blocks: [blockOf(people, words)],
      legend: [],
      notes: countedNotes(coverage, words),
      maker: makerOf(data, words),
      seals: [],
      page: { size: 'A4', landscape: true },
      sheetNames: report.sheetNames,
      pageNumber: report.pageNumber,
      language: words.locale,
      data: table,
      csv: table,
    }
  },
})

const gradeName = (grade: HeldSkill['grade'], { text: all }: Words): string => `${all.verdict.grades[grade].letter} ${all.verdict.grades[grade].name}`

/** The grade of a badge, with marks where its revocation is not checked and where another badge claims its id. */
const trustOf = ({ grade, statusUnknown, contested }: HeldSkill, words: Words): string => {
  const { shell } = words.text
  return [gradeName(grade, words), ...(statusUnknown ? [shell.statusUnknown] : []), ...(contested ? [shell.contested] : [])].join(' ')
}

/** A path with a place to break the line behind each level; a bare `/` has none. */
const breakable = (path: string): string => path.replaceAll('/', '／\u200b')

function blockOf(people: readonly PersonRow[], words: Words): ReportBlock {
  const { columns: heads, noEnd, concurrentMark } = words.text.report.holders
  const left = (heading: string, width: number): ReportColumn => ({ heading, width, align: 'left' })
  const date = (heading: string): ReportColumn => ({ ...left(heading, 26), unbroken: true })
  const columns: readonly ReportColumn[] = [
    left(heads.staffNumber, 20),
    left(heads.name, 28),
    left(heads.kana, 33),
    left(heads.division, 40),
    left(heads.post, 18),
    left(heads.skill, 36),
    { heading: heads.level, width: 14, align: 'center' },
    left(heads.grade, 27),
    date(heads.validFrom),
    date(heads.validUntil),
  ]
  const rows = people.flatMap((person) =>
    person.skills.map((skill, index): ReportRow => {
      const who = [
        person.staffNumber,
        person.name,
        person.kana,
        breakable(person.division),
        [person.post, person.concurrent ? concurrentMark : null].filter(Boolean).join(' '),
      ]
      const what = [breakable(skill.skill), `Lv${skill.level}`, trustOf(skill, words), skill.validFrom, skill.validUntil ?? noEnd]
      return { kind: index === 0 ? 'line' : 'continued', indent: 0, cells: [...(index === 0 ? who : who.map(() => '')), ...what].map(text) }
    }),
  )
  return { heading: null, columns, rows }
}

function tableOf(lines: readonly { readonly person: PersonRow; readonly skill: HeldSkill }[], words: Words): DataTable {
  const { columns: heads, concurrentMark } = words.text.report.holders
  const { divisionCode } = words.text.report
  return {
    columns: [
      ...[heads.staffNumber, heads.name, heads.kana, divisionCode, heads.division, heads.post, heads.concurrent],
      ...[heads.skill, heads.level, heads.badge, heads.grade, heads.validFrom, heads.validUntil, heads.revocation],
    ],
    rows: rowsFrom(lines, ({ person, skill }) => [
      ...[person.staffNumber, person.name, person.kana, person.divisionCode, person.division, person.post, person.concurrent ? concurrentMark : ''],
      ...[
        skill.skill,
        skill.level,
        skill.achievementName,
        gradeName(skill.grade, words),
        skill.validFrom,
        skill.validUntil,
        skill.statusUnknown ? words.text.shell.statusUnknown : '',
      ],
    ]),
  }
}
