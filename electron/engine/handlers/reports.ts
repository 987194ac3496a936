import type { ReportRequest } from '../../../shared/contract/report'
import { nextApril } from '../../../shared/model/day'
import { failure, type Result, success } from '../../../shared/model/problem'
import { writeWhole } from '../../disk/writeWhole'
import { type Report, type ReportFrame, renderReport, reports as reportTable, type Sources } from '../../report'
import {
  eachImportItem,
  pendingUndos,
  readCoverage,
  readImport,
  readImports,
  readPeople,
  readRisk,
  readSetting,
  readVerdictChanges,
  snapshot,
} from '../../store'
import type { Engine, Handlers } from '../handler'
import { newestList } from '../knowledge/knowledge'
import { recordExport } from '../recordExport'

/** How each need of a report is met: by the reads of the window, so that their numbers agree. */
function sourcesOf({ scope, importId, until }: ReportRequest, { db }: Engine): Sources {
  const idOf = (): Result<string> => {
    const id = importId ?? readImports(db)[0]?.importId
    return id === undefined ? failure({ code: 'import.not-found' }) : success(id)
  }
  return {
    coverage: () => success(readCoverage(db, scope)),
    people: () => {
      const everyone = { skill: null, divisionCode: null, text: null, which: 'counting', offset: 0, limit: Number.MAX_SAFE_INTEGER } as const
      return success(readPeople(db, { scope, ...everyone }).people)
    },
    risk: () => {
      const question = { on: scope.on, until: until ?? nextApril(scope.on), grades: scope.grades }
      return success({ ...question, table: readRisk(db, question) })
    },
    import: () => {
      const id = idOf()
      if (!id.ok) return id
      const detail = readImport(db, { importId: id.value, newestList })
      if (!detail.ok) return detail
      const { moves } = readVerdictChanges(db, { of: { importId: id.value }, offset: 0, limit: 1 })
      return success({ ...detail.value, moves: moves.grades })
    },
    importItems: () => {
      const id = idOf()
      return id.ok ? success({ [Symbol.iterator]: () => eachImportItem(db, id.value) }) : id
    },
  }
}

function frameOf({ db, today, version }: Engine): ReportFrame {
  const cityName = readSetting(db, 'cityName')
  return { cityName: typeof cityName === 'string' ? cityName : null, madeOn: today(), version, author: null, undoing: pendingUndos(db).length > 0 }
}

const recordReport = (engine: Engine, { name, format, scope: { on } }: ReportRequest) =>
  recordExport(engine, { action: 'report.write', subject: name, detail: { format, on } })

/** The names and formats of reports. No data is needed. */
export const listReports = (table: readonly Report[] = reportTable) => table.map(({ name, formats }) => ({ name, formats: [...formats] }))

/** Renders a report from one read snapshot: other programs may write to the data folder meanwhile. */
const render = (table: readonly Report[], request: ReportRequest, engine: Engine) =>
  // In an object: a transaction must not return a promise. Everything is read when it returns.
  snapshot(engine.db, () => ({ rendering: renderReport(table, request.name, frameOf(engine), sourcesOf(request, engine), request) })).rendering

/** The calls that list and write the reports of a table. */
export const reportHandlers = (table: readonly Report[]): Pick<Handlers, 'report.list' | 'report.write' | 'report.document'> => ({
  'report.list': () => success({ reports: listReports(table) }),
  'report.write': async ({ path, ...request }, engine) => {
    const rendered = await render(table, request, engine)
    if (!rendered.ok) return rendered
    const { bytes, unwritable } = rendered.value
    if (bytes === null) return success({ path: null, unwritable: [...unwritable], problems: [{ code: 'report.characters' }] })
    const written = await writeWhole(path, ...bytes)
    if (!written.ok) return written
    const recorded = recordReport(engine, request)
    return recorded.ok ? success({ path, unwritable: [], problems: [] }) : recorded
  },
  'report.document': async (request, engine) => {
    const rendered = await render(table, { ...request, format: 'html' }, engine)
    if (!rendered.ok) return rendered
    const recorded = recordReport(engine, request)
    if (!recorded.ok) return recorded
    const decoder = new TextDecoder()
    return success({ html: (rendered.value.bytes ?? []).map((part) => decoder.decode(part)).join(''), title: request.name })
  },
})

export const reports = reportHandlers(reportTable)
