import type { Depth } from '../../shared/coverage'

/** The content of one cell. Formats decide how it looks; its meaning is fixed here. */
export type ReportCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Depth of a skill: symbol, number and bar. `required` is null where nobody is required; `people` is the denominator; `apart` hold only badges that do not count. */
  | { readonly kind: 'depth'; readonly holders: number; readonly people: number; readonly required: number | null; readonly apart: number }

export const text = (value: string | null): ReportCell => ({ kind: 'text', text: value ?? '' })
export const number = (value: number): ReportCell => ({ kind: 'number', value })

export interface ReportColumn {
  readonly heading: string
  /** A heading over several neighbouring columns. */
  readonly group?: string
  /** Millimetres on paper. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  /** For dates and the like: no line break inside. */
  readonly unbroken?: boolean
  /** Repeated at the left where a table is too wide for one page. */
  readonly fixed?: boolean
}

export interface ReportRow {
  /** `total` and `group` are bold and have no bars; `continued` belongs to the row above and stays on one page with it. */
  readonly kind: 'total' | 'group' | 'line' | 'continued'
  /** How far the first cell is indented. */
  readonly indent: number
  /** A heavy rule above. */
  readonly ruled?: boolean
  readonly cells: readonly ReportCell[]
}

export interface ReportBlock {
  readonly heading: string | null
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
}

export type DataRow = readonly (string | number | null)[]

/** A plain table for other programs: one fact in a row, no merged cells. Its rows may be read from the database while they are written, and more than once. */
export interface DataTable {
  readonly columns: readonly string[]
  readonly rows: Iterable<DataRow>
}

/** The rows of a table, each made when it is written. They can be gone through more than once if the source can. */
export const rowsFrom = <Source>(source: Iterable<Source>, toRow: (one: Source) => DataRow): Iterable<DataRow> => ({
  *[Symbol.iterator]() {
    for (const one of source) yield toRow(one)
  },
})

/** One entry of the legend: a depth symbol, a frame, a dotted edge, or a sentence alone. */
export interface LegendEntry {
  readonly mark: Depth | 'frame' | 'apart' | null
  readonly text: string
}

/** A report without a format: input of every format. */
export interface ReportSheet {
  readonly title: string
  /** The result, in one or two sentences. */
  readonly sentence: string
  /** City, day, scope: short facts under the sentence. */
  readonly facts: readonly string[]
  readonly blocks: readonly ReportBlock[]
  readonly legend: readonly LegendEntry[]
  /** Which badges were counted, which were not, and who was left out. */
  readonly notes: readonly string[]
  /** Author and day. */
  readonly maker: readonly string[]
  /** Boxes for seals; none where empty. */
  readonly seals: readonly string[]
  readonly page: { readonly size: 'A3' | 'A4'; readonly landscape: boolean }
  readonly sheetNames: { readonly print: string; readonly data: string }
  readonly pageNumber: { readonly between: string; readonly after: string }
  readonly language: 'ja' | 'en'
  /** For XLSX's second sheet. */
  readonly data: DataTable
  /** For CSV. */
  readonly csv: DataTable
}
