import type { ReportRequest } from '../../../shared/contract/report'
import { failure, type Result, success } from '../../../shared/model/problem'
import { writeWhole } from '../../disk/writeWhole'
import { type ReportData, renderReport, reportList } from '../../report'
import { pendingUndos, readCoverage, readImport, readImportItems, readImports, readPeople, readSetting, readVerdictChanges } from '../../store'
import type { Engine, Handlers } from '../handler'
import { newestList } from '../knowledge/knowledge'
import { recordExport } from '../recordExport'

const everything = { offset: 0, limit: 100_000 }

/** What a report is made from: the same reads the window shows, so that their numbers agree. */
function dataOf({ scope, importId, name }: ReportRequest, { db, now, today, version }: Engine): Result<ReportData> {
  const cityName = readSetting(db, 'cityName')
  const common = {
    cityName: typeof cityName === 'string' ? cityName : null,
    madeOn: today(),
    madeAt: now().toISOString(),
    version,
    author: null,
    undoing: pendingUndos(db).length > 0,
  }
  if (name !== 'import-result') {
    const people = readPeople(db, { scope, skill: null, divisionCode: null, text: null, which: 'counting', ...everything }).people
    return success({ ...common, coverage: readCoverage(db, scope), people, import: null })
  }
  const id = importId ?? readImports(db)[0]?.importId
  if (id === undefined) return failure({ code: 'import.not-found' })
  const detail = readImport(db, { importId: id, newestList })
  if (!detail.ok) return detail
  const { items } = readImportItems(db, { importId: id, outcome: null, grade: null, among: null, code: null, ...everything })
  const { moves } = readVerdictChanges(db, { of: { importId: id }, offset: 0, limit: 1 })
  return success({ ...common, coverage: null, people: [], import: { ...detail.value, items, moves: moves.grades } })
}

/** The reports there are, and the formats each can be made in. They need no data. */
export const listReports = () => reportList().map(({ name, formats }) => ({ name, formats: [...formats] }))

const recordReport = (engine: Engine, { name, format, scope: { on } }: ReportRequest) =>
  recordExport(engine, { action: 'report.write', subject: name, detail: { format, on } })

export const reports: Pick<Handlers, 'report.list' | 'report.write' | 'report.document'> = {
  'report.list': () => success({ reports: listReports() }),
  'report.write': async ({ path, ...request }, engine) => {
    const data = dataOf(request, engine)
    if (!data.ok) return data
    const rendered = await renderReport(request.name, data.value, request)
    if (!rendered.ok) return rendered
    const { bytes, unwritable } = rendered.value
    if (unwritable.length > 0 || bytes === null) return success({ path: null, unwritable: [...unwritable], problems: [{ code: 'report.characters' }] })
    const written = await writeWhole(path, bytes)
    if (!written.ok) return written
    const recorded = recordReport(engine, request)
    return recorded.ok ? success({ path, unwritable: [], problems: [] }) : recorded
  },
  'report.document': async (request, engine) => {
    const data = dataOf(request, engine)
    if (!data.ok) return data
    const rendered = await renderReport(request.name, data.value, { ...request, format: 'html' })
    if (!rendered.ok) return rendered
    const recorded = recordReport(engine, request)
    if (!recorded.ok) return recorded
    return success({ html: new TextDecoder().decode(rendered.value.bytes ?? new Uint8Array()), title: request.name })
  },
}
