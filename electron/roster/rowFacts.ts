import type { RosterField, RosterProblem } from '../../shared/contract/roster'
import { addDays, type Day, lastDay } from '../../shared/model/day'
import type { Leave } from '../../shared/model/department'
import type { RosterProblemCode } from '../../shared/model/problems/roster'
import { cleanCell } from './cleanCell'
import { readDayCell } from './days'
import { emailsOf } from './emails'
import type { Headers } from './headers'
import { plainText } from './plainText'
import type { Stated } from './rosterRead'
import { isBlankWord, readConcurrent, readLeave } from './words'

/** One data row, its cells read by field. */
export interface RowFacts {
  /** 1 for the file's first row. */
  readonly row: number
  readonly staffNumber: string
  readonly name: string
  readonly kana: Stated<string>
  readonly formerName: Stated<string>
  readonly emails: readonly string[]
  readonly dids: readonly string[]
  readonly code: string | null
  readonly path: readonly string[]
  readonly post: Stated<string>
  readonly jobType: Stated<string>
  readonly employment: Stated<string>
  /** Undefined where the file has no such column, or leaves it blank in a 兼務 row. */
  readonly leave: Leave | undefined
  /** Undefined where the file has no such column. */
  readonly concurrent: boolean | undefined
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly birthDate: Stated<Day>
  readonly hiredOn: Stated<Day>
  readonly termEndsOn: Stated<Day>
}

const characterProblems: readonly (readonly [RosterProblemCode, RegExp])[] = [
  ['roster.private-use-character', /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u],
  ['roster.variation-selector', /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u],
  ['roster.replacement-character', /\ufffd/],
]

const textFields: readonly RosterField[] = [
  'staffNumber',
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
  'formerName',
  'department',
  'section',
  'unit',
  'post',
  'jobType',
  'employment',
]

/** Reads the cells of one data row. Nothing is altered but blanks and invisible characters at both ends; what looks wrong is reported through `flag` and kept where possible. */
export function readRow(
  cells: readonly string[],
  row: number,
  { columns, headers }: Headers,
  date1904: boolean,
  flag: (problem: RosterProblem) => void,
): RowFacts {
  const has = (field: RosterField) => columns.has(field)
  const report = (code: RosterProblemCode, field: RosterField, value: string | null) =>
    flag({ code, row, column: headers[columns.get(field) ?? -1] ?? null, value, ...(value === null ? {} : { detail: value }) })
  const clean = new Map<RosterField, string>()
  for (const [field, column] of columns) {
    const cell = cells[column] ?? ''
    const { text: cleaned, problem } = cleanCell(cell)
    if (cleaned !== '') clean.set(field, cleaned)
    if (problem) report(problem, field, problem === 'roster.error-value' ? cell.trim() : cleaned)
  }
  const text = (field: RosterField) => clean.get(field) ?? ''
  const joinedText = (whole: RosterField, family: RosterField, given: RosterField): string =>
    text(whole) || [text(family), text(given)].filter((part) => part !== '').join('　')
  const stated = (field: RosterField): Stated<string> => (has(field) ? text(field) || null : undefined)
  const day = (field: RosterField): Stated<Day> => {
    if (!has(field)) return undefined
    const cell = text(field)
    if (isBlankWord(cell)) return null
    const read = readDayCell(cell, { date1904 })
    if (!read) report('roster.bad-date', field, cell)
    else if (read.problem) report(read.problem, field, cell)
    // An unreadable date does not mean that there is none.
    return read?.day
  }
  const following = (last: Stated<Day>): Stated<Day> => (last ? dayAfter(last) : last)
  const marked = <Value>(field: RosterField, read: (cell: string) => Value | null, code: RosterProblemCode, otherwise: Value): Value | undefined => {
    if (!has(field)) return undefined
    const value = read(text(field))
    if (value === null) report(code, field, text(field))
    return value ?? otherwise
  }

  for (const field of textFields) for (const [code, pattern] of characterProblems) if (pattern.test(text(field))) report(code, field, text(field))
  if (/[０-９Ａ-Ｚａ-ｚ]/.test(text('staffNumber'))) report('roster.staff-number-full-width', 'staffNumber', text('staffNumber'))
  for (const field of ['staffNumber', 'divisionCode'] as const) if (/^\d(\.\d+)?E\+?\d+$/i.test(text(field))) report('roster.scientific', field, text(field))
  const addresses = emailsOf(text('email')).filter((part) => part !== '' && !isBlankWord(part))
  for (const address of addresses) if (!isEmail(address)) report('roster.bad-email', 'email', address)
  const startsOn = day('startsOn') ?? null
  let endsOn = following(day('endsOn')) ?? null
  if (startsOn && endsOn && endsOn <= startsOn) {
    report('roster.reversed-dates', 'endsOn', text('endsOn'))
    endsOn = null
  }
  const concurrent = marked('concurrent', readConcurrent, 'roster.unknown-concurrent', false)
  return {
    row,
    staffNumber: text('staffNumber'),
    name: joinedText('name', 'familyName', 'givenName'),
    kana: has('kana') || has('familyKana') || has('givenKana') ? joinedText('kana', 'familyKana', 'givenKana') || null : undefined,
    formerName: stated('formerName'),
    emails: addresses.filter(isEmail),
    dids: listOf(text('did')),
    code: text('divisionCode') || null,
    path: pathOf([text('department'), text('section'), text('unit')]),
    post: stated('post'),
    jobType: stated('jobType'),
    employment: stated('employment'),
    leave: concurrent && text('leave') === '' ? undefined : marked('leave', readLeave, 'roster.unknown-leave', 'none'),
    concurrent,
    startsOn,
    endsOn,
    birthDate: day('birthDate'),
    hiredOn: day('hiredOn'),
    termEndsOn: following(day('termEndsOn')),
  }
}

/** `9999/12/31` is how many systems write "no end". */
const dayAfter = (last: Day): Day => (last === lastDay ? lastDay : addDays(last, 1))

/** Several values in one cell; words for "none" are no values. */
const listOf = (text: string): readonly string[] =>
  text
    .split(/[;；,，、\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isBlankWord(part))

const isEmail = (text: string): boolean => /^[^\s@＠]+[@＠][^\s@＠]+$/.test(text)

/** Ends of words by which two names in one cell are separated: `福祉部 生活福祉課`. */
const divisionEnd = /(部|局|課|室|所|係|班|担当|グループ|チーム|センター|館|園|校|本部|事務局|委員会)$/

/** Names from the root down. A cell may hold several levels; a cell merged over two columns gives the same name twice. */
export function pathOf(cells: readonly string[]): readonly string[] {
  const names = cells.flatMap((cell) => {
    const parts = cell.split(/\s*[/／>＞→]\s*/).filter((part) => part !== '')
    return parts.flatMap((part) => {
      const words = part.split(/\s+/)
      return words.length > 1 && words.every((word) => divisionEnd.test(word)) ? words : [part]
    })
  })
  return names.filter((name, index) => index === 0 || plainText(name) !== plainText(names[index - 1]!))
}

/** A row whose division has been found in the tree. */
export type SeatedRow = RowFacts & { readonly divisionCode: string | null }
