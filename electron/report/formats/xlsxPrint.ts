import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import type { ReportSheet } from '../sheet'

/** Skill columns that are readable on one sheet of paper. */
const columnsOnAPage = 18

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')

/** What printing needs to know of a sheet of the workbook, in the workbook's order. */
export interface PrintedSheet {
  readonly name: string
  /** Rows repeated on each page, from 1; null for none. */
  readonly headRows: { readonly start: number; readonly end: number } | null
  /** A sheet to print, or one to work with. */
  readonly toPrint: boolean
}

/**
 * Paper, margins, page numbers and repeated heads, which the library has no options for.
 *
 * @source ECMA-376 Part 1, sections 18.3.1.63 (pageSetup; paper 8 is A3, 9 is A4), 18.3.1.65, 18.3.1.46, 18.2.5 (_xlnm.Print_Titles)
 */
export function printSetup({ page, blocks, title }: ReportSheet, sheets: readonly PrintedSheet[]): Feature<Stream | Buffer | Blob> {
  const columns = Math.max(...blocks.map((block) => block.columns.length))
  const wide = Math.max(1, Math.ceil(columns / columnsOnAPage))
  const paper = page.size === 'A3' ? 8 : 9
  const setup = (landscape: boolean, pagesWide: number) =>
    `<pageMargins left="0.55" right="0.55" top="0.48" bottom="0.6" header="0.2" footer="0.25"/><pageSetup paperSize="${paper}" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="${pagesWide}" fitToHeight="0"/><headerFooter><oddFooter>&amp;L${xml(xml(title).replaceAll('&amp;', '&&'))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) => {
            const toPrint = sheets[sheetIndex]?.toPrint === true
            return content
              .replace(/<pageMargins[^>]*\/>/, '')
              .replace(/<pageSetup[^>]*\/>/, () => setup(toPrint ? page.landscape : true, toPrint ? wide : 1))
              .replace(/<worksheet[^>]*>/, (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
          },
        },
        'xl/workbook.xml': {
          // The library leaves an empty element of its own; the schema allows one.
          transform: (content) =>
            content
              .replace(/<definedNames\s*\/>/, '')
              .replace('</sheets>', () => `</sheets><definedNames>${sheets.map((sheet, index) => printTitles(sheet, index, blocks)).join('')}</definedNames>`),
        },
      },
    },
  }
}

/** The rows and columns of a sheet that are repeated on each page. */
function printTitles({ name, headRows, toPrint }: PrintedSheet, index: number, blocks: ReportSheet['blocks']): string {
  if (headRows === null) return ''
  const quoted = `'${name.replaceAll("'", "''")}'`
  const fixed = toPrint ? (blocks[0]?.columns.filter((column) => column.fixed).length ?? 0) : 0
  const across = fixed > 0 ? `${quoted}!$A:$${String.fromCharCode(64 + fixed)},` : ''
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xml(`${across}${quoted}!$${headRows.start}:$${headRows.end}`)}</definedName>`
}
