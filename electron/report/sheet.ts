/** What stands in one place of a report. Renderers decide how it looks; the meaning is fixed here. */
export type ReportCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Depth of a skill: symbol, number and bar. `need` is null where nobody is required; `people` is the denominator; `apart` hold only badges that do not count. */
  | { readonly kind: 'depth'; readonly holders: number; readonly people: number; readonly need: number | null; readonly apart: number }

export const text = (value: string | null): ReportCell => ({ kind: 'text', text: value ?? '' })
export const number = (value: number): ReportCell => ({ kind: 'number', value })

export interface ReportColumn {
  readonly heading: string
  /** A heading over several neighbouring columns. */
  readonly group?: string
  /** Millimetres on paper. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  /** Dates and the like, which are read in one piece. */
  readonly unbroken?: boolean
  /** Repeated at the left where a table is too wide for one page. */
  readonly fixed?: boolean
}

export interface ReportRow {
  /** `total` and `group` stand out and carry no bars; `continued` belongs to the row above and is not parted from it. */
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

/** A plain table for other programs: one fact a row, nothing merged. */
export interface DataTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** One thing of the legend: a depth symbol, a frame, a dotted edge, or a sentence alone. */
export interface LegendEntry {
  readonly mark: 0 | 1 | 2 | 3 | 'frame' | 'apart' | null
  readonly text: string
}

/** A report without a format: every renderer takes it as it is. */
export interface ReportSheet {
  readonly title: string
  /** The finding, in one or two sentences. */
  readonly sentence: string
  /** City, day, scope: short facts under the sentence. */
  readonly facts: readonly string[]
  readonly blocks: readonly ReportBlock[]
  readonly legend: readonly LegendEntry[]
  /** What was counted, what was not, what was left out. */
  readonly notes: readonly string[]
  /** Who made it and when. */
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

/** Which symbol stands for a number of holders: ✕ 0, ▲ 1, ○ 2, ◎ 3 and more. */
export const depthMark = (holders: number): 0 | 1 | 2 | 3 => (holders >= 3 ? 3 : holders === 2 ? 2 : holders === 1 ? 1 : 0)

export const depthSymbols = ['✕', '▲', '○', '◎'] as const

/** Fewer than are required. */
export const isBelowNeed = ({ holders, need }: { readonly holders: number; readonly need: number | null }): boolean => need !== null && holders < need
