import type { ReportEncoding, ReportFormat } from '../../shared/contract/report'
import { failure, success } from '../../shared/model/problem'
import { type Locale, texts } from '../../shared/text'
import { renderCsv } from './formats/csv'
import { renderHtml } from './formats/html'
import { renderXlsx } from './formats/xlsx'
import type { Sources } from './need'
import type { RenderedReport, Rendering, Report, ReportFrame } from './report'
import type { ReportSheet } from './sheet'

export interface RenderOptions {
  readonly format: ReportFormat
  /** For CSV. */
  readonly encoding: ReportEncoding
  readonly locale: Locale
}

/**
 * The file of one report, in parts.
 *
 * Everything is read from the sources before the first `await`: a caller that calls it inside one read snapshot gets the numbers of one moment.
 *
 * @returns `report.unknown` for a name that no report has; `report.format` for a format the report does not have, and for `pdf`: a PDF is printed from `html`,
 * which needs a window. With CP932 `bytes` is null while characters cannot be written.
 */
export async function renderReport(
  reports: readonly Report[],
  name: string,
  frame: ReportFrame,
  sources: Sources,
  { format, encoding, locale }: RenderOptions,
): Rendering {
  const report = reports.find((one) => one.name === name)
  if (report === undefined) return failure({ code: 'report.unknown', detail: name })
  const render = renderers[format]
  if (!report.formats.includes(format) || render === null) return failure({ code: 'report.format', detail: format })
  const made = report.layOut(frame, sources, { locale, text: texts[locale] })
  if (!made.ok) return made
  const sheet = frame.undoing ? { ...made.value, notes: [texts[locale].report.notes.undoing, ...made.value.notes] } : made.value
  return success(await render(sheet, encoding))
}

const renderers: { readonly [Format in ReportFormat]: ((sheet: ReportSheet, encoding: ReportEncoding) => RenderedReport | Promise<RenderedReport>) | null } = {
  csv: renderCsv,
  xlsx: (sheet) => renderXlsx(sheet),
  html: (sheet) => ({ bytes: [new TextEncoder().encode(renderHtml(sheet))], unwritable: [] }),
  pdf: null,
}
