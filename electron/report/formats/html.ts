import { depth, depthShare, isMet } from '../../../shared/coverage'
import type { LegendEntry, ReportBlock, ReportCell, ReportColumn, ReportRow, ReportSheet } from '../sheet'
import { htmlStyle, pageSpace } from './htmlStyle'

/** Text escaped for any place in HTML, attributes included. Every text from data is escaped here. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

/** A report as a complete document without other files: for the screen, and for printing to PDF. */
export function renderHtml(sheet: ReportSheet): string {
  const { title, sentence, facts, blocks, language } = sheet
  const body = blocks.map((block) => `${block.heading ? `<h2>${escapeHtml(block.heading)}</h2>` : ''}${partsOf(block, sheet).map(tableOf).join('')}`).join('')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${htmlStyle(sheet, rowHeight(sheet))}</style></head><body>${symbols}<header><div><h1>${escapeHtml(title)}</h1><p class="finding">${escapeHtml(sentence)}</p><p class="facts">${facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join('')}</p></div>${sealsOf(sheet)}</header><main>${body}</main>${footOf(sheet)}</body></html>`
}

const symbols = `<svg style="display:none" aria-hidden="true"><symbol id="s0" viewBox="0 0 12 12"><path d="M2 2l8 8M10 2l-8 8"/></symbol><symbol id="s1" viewBox="0 0 12 12"><path d="M6 1.2L11.4 11H.6z" fill="currentColor" stroke="none"/></symbol><symbol id="s2" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6"/></symbol><symbol id="s3" viewBox="0 0 12 12"><circle cx="6" cy="6" r="5.1" stroke-width="1.7"/><circle cx="6" cy="6" r="2" stroke-width="1.6"/></symbol></svg>`
const symbol = (mark: number): string => `<svg aria-hidden="true"><use href="#s${mark}"/></svg>`

function sealsOf({ seals }: ReportSheet): string {
  if (seals.length === 0) return '<div></div>'
  return `<table class="seals"><tr>${seals.map((seal) => `<th>${escapeHtml(seal)}</th>`).join('')}</tr><tr>${seals.map(() => '<td></td>').join('')}</tr></table>`
}

/** The height of a row in millimetres: a table of about one page fills the page, within readable limits. */
function rowHeight({ blocks, page }: ReportSheet): number {
  const rows = blocks[0]?.rows.length ?? 0
  const room = pageSpace(page).height - 94
  return Math.max(7, Math.min(9, Math.floor((room / Math.max(rows, 1)) * 10) / 10))
}

/** The narrowest a column of symbols can be. */
const narrowest = 20

/** The tables that a table too wide for the paper is divided into, each with the fixed columns at its left; widths are fitted to the paper. */
function partsOf(block: ReportBlock, { page }: ReportSheet): readonly ReportBlock[] {
  const { inner } = pageSpace(page)
  const fixed = block.columns.map((column, index) => ({ column, index })).filter(({ column }) => column.fixed)
  const free = block.columns.map((column, index) => ({ column, index })).filter(({ column }) => !column.fixed)
  const fixedWidth = fixed.reduce((sum, { column }) => sum + column.width, 0)
  const isSymbols = fixed.length > 0
  const count = isSymbols ? Math.ceil(free.length / Math.max(1, Math.floor((inner - fixedWidth) / narrowest))) : 1
  const size = Math.ceil(free.length / Math.max(count, 1))
  const wanted = free.slice(0, size).reduce((sum, { column }) => sum + column.width, 0)
  // A few columns are not stretched over the whole paper: symbols would be too far apart.
  const scale = wanted === 0 ? 1 : Math.min((inner - fixedWidth) / wanted, isSymbols ? 1.4 : 2)
  return Array.from({ length: Math.max(count, 1) }, (_, part) => {
    const chosen = [...fixed, ...free.slice(part * size, (part + 1) * size)]
    return {
      ...block,
      columns: chosen.map(({ column }) => (column.fixed ? column : { ...column, width: column.width * scale })),
      rows: block.rows.map((row) => ({ ...row, cells: chosen.map(({ index }) => row.cells[index] ?? { kind: 'text', text: '' }) })),
    }
  })
}

function tableOf({ columns, rows }: ReportBlock): string {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const dense = rows.some(({ cells }) => cells.some(({ kind }) => kind === 'depth'))
  return `<table class="sheet${dense ? '' : ' rows'}" style="width:${millimetres(width)}"><colgroup>${columns.map((column) => `<col style="width:${millimetres(column.width)}">`).join('')}</colgroup><thead>${headOf(columns)}</thead>${bodiesOf(
    rows,
    dense,
  )
    .map((body) => `<tbody>${body.map((row) => rowOf(row, columns)).join('')}</tbody>`)
    .join('')}</table>`
}

const millimetres = (value: number): string => `${Math.round(value * 100) / 100}mm`

/** Rows in groups that stay on one page: a person with all lines, a 部 with its 課. */
function bodiesOf(rows: readonly ReportRow[], dense: boolean): readonly (readonly ReportRow[])[] {
  const bodies: ReportRow[][] = []
  for (const row of rows) {
    const belongs = row.kind === 'continued' || (dense && row.kind === 'line' && row.ruled !== true)
    const last = bodies.at(-1)
    if (belongs && last !== undefined) last.push(row)
    else bodies.push([row])
  }
  return bodies
}

/** A heading may break where the script changes: 情報|セキュリティ. */
const heading = (text: string): string =>
  escapeHtml(text).replace(/([\p{Script=Han}])(?=[\p{Script=Katakana}])|([\p{Script=Katakana}ー])(?=[\p{Script=Han}])|([・／])/gu, '$&<wbr>')

function headOf(columns: readonly ReportColumn[]): string {
  const heads = (some: readonly ReportColumn[], rowspan = '') =>
    some.map(({ heading: words, align }) => `<th scope="col" class="${align}"${rowspan}>${heading(words)}</th>`).join('')
  if (!columns.some(({ group }) => group)) return `<tr>${heads(columns)}</tr>`
  const upper: string[] = []
  for (let at = 0; at < columns.length; ) {
    const { group } = columns[at]!
    let end = at + 1
    while (group && columns[end]?.group === group) end++
    upper.push(group ? `<th scope="colgroup" class="center" colspan="${end - at}">${heading(group)}</th>` : heads(columns.slice(at, end), ' rowspan="2"'))
    at = end
  }
  return `<tr class="groups">${upper.join('')}</tr><tr>${heads(columns.filter(({ group }) => group))}</tr>`
}

function rowOf({ kind, indent, ruled, cells }: ReportRow, columns: readonly ReportColumn[]): string {
  const hasBars = kind === 'line'
  const inner = cells.map((cell, index) => {
    const align = columns[index]?.align ?? 'left'
    if (index === 0)
      return `<th scope="row" class="${align}${kind === 'continued' ? ' who' : ''}"${indent > 0 ? ` style="padding-left:${2 + indent * 6}mm"` : ''}>${cellOf(cell, hasBars)}</th>`
    const below = cell.kind === 'depth' && isMet(cell) === false ? ' below' : ''
    const unbroken = columns[index]?.unbroken ? ' nowrap' : ''
    const who = kind === 'continued' && cell.kind === 'text' && cell.text === '' ? ' who' : ''
    return `<td class="${align}${cell.kind === 'depth' ? ' depth' : ''}${below}${who}${unbroken}">${cellOf(cell, hasBars)}</td>`
  })
  return `<tr class="${kind}${ruled ? ' ruled' : ''}">${inner.join('')}</tr>`
}

function cellOf(cell: ReportCell, hasBars: boolean): string {
  if (cell.kind === 'text') return escapeHtml(cell.text)
  if (cell.kind === 'number') return String(cell.value)
  const { holders, people, required, apart } = cell
  if (people === 0 && holders === 0) return '―'
  const length = depthShare(holders)
  const bar = hasBars && length > 0 ? `<i class="bar" style="width:calc((100% - 4mm) * ${Math.round(length * 1000) / 1000})"></i>` : ''
  const edge = apart > 0 ? '<i class="apart"></i>' : ''
  return `${symbol(depth(holders))}<b>${holders}</b>${required === null ? '' : `/${required}`}${bar}${edge}`
}

function footOf({ legend, notes, maker }: ReportSheet): string {
  const entries = legend.map((entry) => `<span>${legendMark(entry)}${escapeHtml(entry.text)}</span>`).join('')
  return `<footer>${entries === '' ? '' : `<div class="legend">${entries}</div>`}<div>${notes.map(escapeHtml).join('<wbr> ')}</div><div class="maker">${maker.map(escapeHtml).join('<br>')}</div></footer>`
}

function legendMark({ mark }: LegendEntry): string {
  if (mark === null) return ''
  if (mark === 'frame') return `<span class="frame">${symbol(1)}1/2</span> `
  if (mark === 'apart') return `<span class="edge">${symbol(0)}0</span>`
  return symbol(mark)
}
