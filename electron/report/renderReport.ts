import type { ReportEncoding, ReportFormat } from '../../shared/contract/report'
import { failure, success } from '../../shared/model/problem'
import { type Locale, texts } from '../../shared/text'
import { renderCsv } from './formats/csv'
import { renderHtml } from './formats/html'
import { renderXlsx } from './formats/xlsx'
import type { Rendering, Report, ReportData } from './report'
import type { ReportSheet } from './sheet'

export interface RenderOptions {
  readonly format: ReportFormat
  /** For CSV. */
  readonly encoding: ReportEncoding
  readonly locale: Locale
}

/**
 * One report as the bytes of a file.
 *
 * @returns `report.unknown` for a name that is on no shelf, `report.format` for a format the report does not have, or for `pdf`: a PDF is printed from `html`,
 * which needs a window. With CP932 `bytes` is null while characters cannot be written.
 */
export async function renderWith(reports: readonly Report[], name: string, data: ReportData, { format, encoding, locale }: RenderOptions): Rendering {
  const report = reports.find((one) => one.name === name)
  const made = report?.make(data, { locale, text: texts[locale] }) ?? null
  const sheet = made !== null && data.undoing === true ? { ...made, notes: [texts[locale].report.notes.undoing, ...made.notes] } : made
  if (!report || !sheet) return failure({ code: 'report.unknown', detail: name })
  const render = renderers[format]
  if (!report.formats.includes(format) || !render) return failure({ code: 'report.format', detail: format })
  return success(await render(sheet, encoding))
}

const renderers: {
  readonly [Format in ReportFormat]: ((sheet: ReportSheet, encoding: ReportEncoding) => ReturnType<typeof renderCsv> | ReturnType<typeof renderXlsx>) | null
} = {
  csv: renderCsv,
  xlsx: renderXlsx,
  html: (sheet) => ({ bytes: new TextEncoder().encode(renderHtml(sheet)), unwritable: [] }),
  pdf: null,
}
