import type { ReportSheet } from '../sheet'

/** Millimetres of paper, and of the space inside its margins. */
export function pageSpace({ size, landscape }: ReportSheet['page']): { readonly width: number; readonly height: number; readonly inner: number } {
  const [short, long] = size === 'A3' ? [297, 420] : [210, 297]
  const width = landscape ? long : short
  return { width, height: landscape ? short : long, inner: width - 2 * sideMargin - borderRoom }
}

const sideMargin = 14
/** The outer half of a table's border is outside its width. */
const borderRoom = 0.6
const endMargin = 12

/** A text inside a style sheet. @source CSS Syntax Module Level 3, section 4.3.7: any character may be written by its code */
export const cssString = (text: string): string =>
  `"${[...text].map((character) => (/[\p{L}\p{N} ]/u.test(character) ? character : `\\${character.codePointAt(0)!.toString(16)} `)).join('')}"`

/**
 * The style of a printed report: black on white, no tints, symbols and numbers and bars and frames. On A3 body text is 10.5 pt.
 *
 * @source CSS Paged Media Module Level 3, sections 4 and 5 (margin boxes, `page` and `pages` counters)
 */
export function htmlStyle({ page, title, facts, pageNumber, language }: ReportSheet, rowHeight: number): string {
  const { width, height } = pageSpace(page)
  const running = cssString([title, ...facts.slice(0, 2)].join('  '))
  const foot = 'font: 9pt "BIZ UDPGothic", "Noto Sans JP", sans-serif; color: #000;'
  return `
@page { size: ${width}mm ${height}mm; margin: ${endMargin}mm ${sideMargin}mm;
  @bottom-right { content: counter(page) ${cssString(pageNumber.between)} counter(pages) ${cssString(pageNumber.after)}; vertical-align: top; padding-top: 3mm; ${foot} }
  @top-left { content: ${running}; vertical-align: bottom; padding-bottom: 2mm; ${foot} } }
@page :first { @top-left { content: none } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font-family: 'BIZ UDPGothic', 'Noto Sans JP', sans-serif; font-size: 10.5pt; line-height: 1.35; color: #000; background: #fff; font-variant-numeric: tabular-nums; line-break: strict; overflow-wrap: anywhere;${language === 'ja' ? ' word-break: auto-phrase;' : ''} }
header { display: grid; grid-template-columns: 1fr auto; gap: 8mm; align-items: end; border-bottom: 1.2pt solid #000; padding-bottom: 3mm; }
h1 { font-size: 20pt; line-height: 1.3; }
h2 { font-size: 12pt; margin-top: 5mm; break-after: avoid; }
.finding { font-size: 12pt; margin-top: 1mm; }
.facts { margin-top: 1mm; display: flex; flex-wrap: wrap; gap: 0 5mm; }
.seals { border-collapse: collapse; margin-right: .3mm; }
.seals th { border: .6pt solid #000; font-weight: 400; font-size: 9.5pt; padding: .4mm; text-align: center; }
.seals td { border: .6pt solid #000; width: ${page.size === 'A3' ? 20 : 15}mm; height: ${page.size === 'A3' ? 16 : 14}mm; }
.sheet { table-layout: fixed; border-collapse: collapse; margin-top: 4mm; }
.sheet + .sheet { break-before: page; margin-top: 0; }
h2 + .sheet { break-before: auto; margin-top: 1.5mm; }
.sheet thead { display: table-header-group; }
.sheet tbody { break-inside: avoid; }
.sheet tr { break-inside: avoid; }
.sheet th, .sheet td { border: .5pt solid #666; padding: 0 2mm; height: ${rowHeight}mm; position: relative; }
.sheet thead th { height: 11mm; vertical-align: bottom; padding: 1.2mm 1mm 1.5mm; line-height: 1.25; font-weight: 700; word-break: keep-all; }
.sheet thead th:first-child { padding-left: 2mm; }
.sheet thead .groups th[colspan] { height: 7mm; vertical-align: middle; padding: .6mm 1mm; font-weight: 400; }
.sheet thead .groups th[rowspan] { border-bottom: 1.2pt solid #000; }
.sheet thead tr:last-child th { border-bottom: 1.2pt solid #000; }
.sheet tbody th { font-weight: 400; text-align: left; }
.sheet .left { text-align: left; } .sheet .right { text-align: right; } .sheet .center { text-align: center; }
.nowrap { white-space: nowrap; }
.sheet .depth { white-space: nowrap; font-size: 11pt; line-height: 1.1; padding: 0; }
.sheet .line .depth { padding-bottom: 1.1mm; }
svg { width: 3.4mm; height: 3.4mm; margin-right: 1.3mm; vertical-align: -.4mm; fill: none; stroke: currentColor; stroke-width: 2; }
.bar { position: absolute; left: 2mm; bottom: .5mm; height: 1mm; background: #000; }
.apart { position: absolute; right: .4mm; top: 1mm; bottom: 1mm; border-right: 1.4pt dotted #000; }
.below { outline: 2pt solid #000; outline-offset: -1.6pt; font-weight: 700; }
.total > *, .group > * { font-weight: 700 !important; }
.total > * { border-top: 1.2pt solid #000 !important; border-bottom: 1.2pt solid #000 !important; }
.ruled > * { border-top: 2pt solid #000 !important; }
.rows th, .rows td { padding-top: .8mm; padding-bottom: .8mm; height: auto; vertical-align: top; font-size: 9.5pt; }
.rows thead th { height: 7mm; padding: 1mm 2mm; vertical-align: bottom; }
.rows .continued th, .rows .continued td { border-top-style: dotted; }
.rows .continued .who { border-top-style: hidden; }
footer { margin-top: 3.5mm; display: grid; grid-template-columns: 1fr auto; gap: 2mm 8mm; break-inside: avoid; font-size: ${page.size === 'A3' ? '10.5pt' : '9.5pt'}; }
.legend { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 1mm 6mm; align-items: center; }
.legend .frame { border: 2pt solid #000; padding: .4mm 2mm; font-weight: 700; }
.legend .edge { border-right: 1.4pt dotted #000; padding-right: 1.5mm; margin-right: 1.5mm; }
.maker { text-align: right; }
`
}
