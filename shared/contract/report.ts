import { z } from 'zod'
import { call } from './call'
import type { Fact } from './change'
import { day, locale, nothing, path, problem, scope } from './parts'

export const reportFormat = z.enum(['xlsx', 'csv', 'pdf', 'html'])
export type ReportFormat = z.infer<typeof reportFormat>
export const reportEncoding = z.enum(['utf-8', 'cp932'])
export type ReportEncoding = z.infer<typeof reportEncoding>

const request = z.strictObject({
  name: z.string().min(1).max(100),
  scope,
  format: reportFormat,
  encoding: reportEncoding,
  locale,
  /** The import a 取込結果報告書 is about; the latest where null. */
  importId: z.string().nullable(),
  /** The later day of a report about a day to come; the next 1 April where left out. */
  until: day.optional(),
})
export type ReportRequest = z.infer<typeof request>

/** What became of a report: where it was written, and the characters its encoding cannot hold. */
export const reportOutcome = z.strictObject({
  path: z.string().nullable(),
  /** With `cp932`: nothing is written while this is not empty; the person may choose UTF-8. */
  unwritable: z.array(z.strictObject({ character: z.string(), codePoint: z.string(), where: z.string(), count: z.number() })),
  problems: z.array(problem),
})

/** What the reports' numbers depend on. */
const everyNumber: readonly Fact[] = ['settings', 'requirements', 'roster', 'badges', 'skills', 'imports', 'documents', 'register', 'undo']

export const reportCalls = {
  'report.list': call(
    'engine',
    { reads: [] },
    nothing,
    z.strictObject({ reports: z.array(z.strictObject({ name: z.string(), formats: z.array(reportFormat) })) }),
  ),
  /** Asks where to, then writes. `path` is null when the person thought better of it. */
  'report.save': call('shell', { reads: everyNumber }, request, reportOutcome),
  /** Writes to a path already chosen; PDF is not for the engine. Only the shell calls it. */
  'report.write': call('engine', { shellOnly: true, reads: everyNumber, audit: ['report.write'] }, z.strictObject({ ...request.shape, path }), reportOutcome),
  /** The document a PDF is printed from. Only the shell calls it. */
  'report.document': call(
    'engine',
    { shellOnly: true, reads: everyNumber, audit: ['report.write'] },
    request,
    z.strictObject({ html: z.string(), title: z.string() }),
  ),
}
