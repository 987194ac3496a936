import { type RosterField, type RosterMapping, rosterFields } from '../../shared/contract/roster'
import { failure, type Problem, type Result, success } from '../../shared/model/problem'
import { recogniseHeader } from './fields'
import { plainText } from './plainText'

/** The place of a roster's header and the meaning of its columns. */
export interface Headers {
  /** Index of the first row below the header. */
  readonly firstDataRow: number
  /** One for each column, blank where it has none. Two header rows are put together where the lower one alone does not distinguish the columns. */
  readonly headers: readonly string[]
  readonly columns: ReadonlyMap<RosterField, number>
  /** Our name → the header taken for it. */
  readonly mapping: RosterMapping
}

/** Titles above a header are rarely more than a few rows; a roster without one is not searched to its end. */
const searchedRows = 40

interface HeaderColumn {
  readonly upper: string
  readonly lower: string
}

interface Candidate {
  readonly firstDataRow: number
  readonly columns: readonly HeaderColumn[]
  readonly found: ReadonlyMap<RosterField, number>
}

/** The header as far as it is recognised, and what it lacks. */
export interface GuessedHeaders {
  readonly headers: Headers
  /** Null where it suffices to read the roster by. */
  readonly problem: Problem | null
}

/**
 * Which rows are the header, and which column holds what?
 *
 * Titles above, two header rows with merged cells, blanks and line breaks inside words are read. A header that is given is taken before any guess; an empty
 * one says that there is no such column. Where no word is recognised, the first row of several different texts is taken for the header.
 *
 * @returns With `roster.mapping` (and the header) where a given header is not in the file, or `roster.no-…-column` for the first kind of column that is missing.
 */
export function guessHeaders(rows: readonly (readonly string[])[], given: RosterMapping): GuessedHeaders {
  const best = bestCandidate(rows, given) ?? candidateOf(rows, Math.max(0, rows.slice(0, searchedRows).findIndex(hasSeveralTexts)), 1, given)
  const labels = labelsOf(best.columns)
  const columns = new Map(best.found)
  const lost: string[] = []
  for (const field of rosterFields) {
    const header = given[field]
    if (header === undefined || header === '') continue
    const column = columnNamed(header, best.columns, labels)
    if (column < 0) {
      lost.push(header)
      continue
    }
    for (const [other, taken] of columns) if (taken === column && given[other] === undefined) columns.delete(other)
    columns.set(field, column)
  }
  const mapping = Object.fromEntries([...columns].map(([field, column]) => [field, labels[column] ?? '']))
  return {
    headers: { firstDataRow: best.firstDataRow, headers: labels, columns, mapping },
    problem: lost[0] === undefined ? lackingIn(columns) : { code: 'roster.mapping', detail: lost[0] },
  }
}

/** The header, where it suffices to read the roster by. Fails with the problem of `guessHeaders`. */
export function findHeaders(rows: readonly (readonly string[])[], given: RosterMapping): Result<Headers> {
  const { headers, problem } = guessHeaders(rows, given)
  return problem === null ? success(headers) : failure(problem)
}

/** Do the rows have a header by which they can be read as a roster? */
export const hasRosterHead = (rows: readonly (readonly string[])[]): boolean => guessHeaders(rows, {}).problem === null

/** One or two rows in which most columns are recognised; null where none is anywhere. */
const bestCandidate = (rows: readonly (readonly string[])[], given: RosterMapping): Candidate | null =>
  rows
    .slice(0, searchedRows)
    .flatMap((_, index) => [candidateOf(rows, index, 1, given), candidateOf(rows, index, 2, given)])
    // Among equals the first, and one header row before two.
    .reduce<Candidate | null>((most, next) => (next.found.size > (most?.found.size ?? 0) ? next : most), null)

/** Is this more than a blank, a title or a note in merged cells? */
export const hasSeveralTexts = (cells: readonly string[]): boolean => new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size > 1

function lackingIn(columns: ReadonlyMap<RosterField, number>): Problem | null {
  if (!columns.has('staffNumber')) return { code: 'roster.no-staff-number-column' }
  if (!columns.has('name') && !columns.has('familyName')) return { code: 'roster.no-name-column' }
  return divisionFields.some((field) => columns.has(field)) ? null : { code: 'roster.no-division-column' }
}

const divisionFields: readonly RosterField[] = ['divisionCode', 'department', 'section', 'unit']

/** What one or two rows would mean as a header. */
function candidateOf(rows: readonly (readonly string[])[], index: number, height: 1 | 2, given: RosterMapping): Candidate {
  const upper = height === 2 ? (rows[index] ?? []) : []
  const lower = rows[index + height - 1] ?? []
  const width = Math.max(upper.length, lower.length)
  const columns: HeaderColumn[] = []
  let group = ''
  for (let column = 0; column < width; column++) {
    const above = (upper[column] ?? '').trim()
    const below = (lower[column] ?? '').trim()
    if (above !== '') group = above
    // A CSV has the text of a merged group only in its first column.
    columns.push({ upper: above === '' && below !== '' && height === 2 ? group : above, lower: below })
  }
  return { firstDataRow: index + height, columns, found: recogniseColumns(columns, given) }
}

/** The field of each column; of several columns for one field the surest, then the leftmost. */
function recogniseColumns(columns: readonly HeaderColumn[], given: RosterMapping): ReadonlyMap<RosterField, number> {
  const found = new Map<RosterField, { readonly column: number; readonly doubt: number }>()
  const taken = new Set(Object.values(given).map(plainText))
  // An empty header names no field.
  taken.delete('')
  columns.forEach((header, column) => {
    const recognised = recogniseColumn(header, given, taken)
    if (!recognised) return
    const before = found.get(recognised.field)
    if (!before || recognised.doubt < before.doubt) found.set(recognised.field, { column, doubt: recognised.doubt })
  })
  return new Map([...found].map(([field, { column }]) => [field, column]))
}

function recogniseColumn(
  { upper, lower }: HeaderColumn,
  given: RosterMapping,
  taken: ReadonlySet<string>,
): { readonly field: RosterField; readonly doubt: number } | null {
  const texts = lower === '' || upper === lower ? [upper] : upper === '' ? [lower] : [`${upper}${lower}`, lower]
  for (const text of texts) {
    if (!taken.has(plainText(text))) continue
    const field = rosterFields.find((name) => given[name] !== undefined && plainText(given[name]) === plainText(text))
    if (field) return { field, doubt: -1 }
  }
  const recognised = texts.map(recogniseHeader).filter((one) => one !== null && given[one.field] === undefined)
  return recognised.reduce((surest, next) => (surest && next && surest.doubt <= next.doubt ? surest : next), null)
}

/** What a person would call each column: the lower word, with the upper one before it where the lower occurs several times. */
function labelsOf(columns: readonly HeaderColumn[]): readonly string[] {
  const short = columns.map(({ upper, lower }) => (lower === '' ? upper : lower))
  return columns.map(({ upper, lower }, index) => {
    const label = short[index]!
    const alone = short.indexOf(label) === short.lastIndexOf(label)
    return alone || upper === '' || lower === '' || upper === lower ? label : `${upper} ${lower}`
  })
}

function columnNamed(header: string, columns: readonly HeaderColumn[], labels: readonly string[]): number {
  const exact = labels.indexOf(header.trim())
  if (exact >= 0) return exact
  const wanted = plainText(header)
  if (wanted === '') return -1
  return columns.findIndex(({ upper, lower }, index) => [labels[index]!, lower, `${upper}${lower}`].some((text) => plainText(text) === wanted))
}
