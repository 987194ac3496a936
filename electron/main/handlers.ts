import { basename } from 'node:path'
import { type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { ReportRequest } from '../../shared/contract/report'
import type { CourierList } from '../../shared/model/courier'
import { failure, success } from '../../shared/model/problem'
import type { Text } from '../../shared/text'
import { readCourierScript } from '../disk/courierScript'
import { writeWhole } from '../disk/writeWhole'
import type { Engine } from './engineProcess'
import { printDocument } from './print'
import type { ShellHandlers } from './serve'

const chosen = (window: BrowserWindow | null, options: OpenDialogOptions) =>
  window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options)
const target = (window: BrowserWindow | null, options: SaveDialogOptions) =>
  window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options)

/** The calls only the shell can answer: those that need a dialog or a printer. */
export function shellHandlers(engine: Engine, text: () => Text['native'], reportTitle: (request: ReportRequest) => string): ShellHandlers {
  const filters = (kind: 'roster' | 'register' | 'skills', ...extensions: readonly string[]): FileFilter[] => [
    { name: text().fileTypes[kind], extensions: [...extensions] },
    { name: text().fileTypes.all, extensions: ['*'] },
  ]
  const dialogs = {
    badges: (): OpenDialogOptions => ({ properties: ['openFile', 'multiSelections'] }),
    folder: (): OpenDialogOptions => ({ properties: ['openDirectory'] }),
    roster: (): OpenDialogOptions => ({ properties: ['openFile'], filters: filters('roster', 'csv', 'xlsx', 'txt') }),
    register: (): OpenDialogOptions => ({ properties: ['openFile'], filters: filters('register', 'json') }),
    skills: (): OpenDialogOptions => ({ properties: ['openFile'], filters: filters('skills', 'csv', 'xlsx') }),
  }

  /** The list under a name of its own, by which the engine will know the answer. */
  const listFile = async (urls: CourierList['urls']) => {
    const issued = await engine.ask('courier.issue', { addresses: urls.map(({ url }) => url) })
    if (!issued.ok) return issued
    const list: CourierList = { kind: 'tekizai-courier-list', version: 1, id: issued.value.id, urls }
    return success(Buffer.from(`${JSON.stringify(list, null, 1)}\n`))
  }

  return {
    'dialog.choose': async ({ what }, window) => {
      const { canceled, filePaths } = await chosen(window, { title: text().choose[what], ...dialogs[what]() })
      return success({ paths: canceled ? [] : filePaths })
    },
    'report.save': async (request, window) => {
      const { canceled, filePath } = await target(window, {
        title: text().save.report,
        defaultPath: `${reportTitle(request)}_${request.scope.on}.${request.format}`,
        filters: [{ name: request.format.toUpperCase(), extensions: [request.format] }],
      })
      if (canceled || filePath === '') return success({ path: null, unwritable: [], problems: [] })
      if (request.format !== 'pdf') return engine.ask('report.write', { ...request, path: filePath })
      const document = await engine.ask('report.document', request)
      if (!document.ok) return document
      const written = await writeWhole(filePath, await printDocument(document.value.html))
      return written.ok ? success({ path: filePath, unwritable: [], problems: [] }) : written
    },
    'courier.save': async ({ what, olderThanDays }, window) => {
      const listed = what === 'script' ? success({ urls: [], leftOut: 0 }) : await engine.ask('courier.list', { olderThanDays })
      if (!listed.ok) return listed
      const { urls, leftOut } = listed.value
      if (what === 'list' && urls.length === 0) return success({ path: null, urls: 0, leftOut })
      const { canceled, filePath } = await target(window, {
        title: text().save[what === 'script' ? 'courierScript' : 'courierList'],
        defaultPath: what === 'script' ? 'courier.mjs' : 'tekizai-courier-list.json',
      })
      if (canceled || filePath === '') return success({ path: null, urls: urls.length, leftOut })
      const bytes = what === 'script' ? await readCourierScript() : await listFile(urls)
      if (!bytes.ok) return bytes
      const written = await writeWhole(filePath, bytes.value)
      return written.ok ? success({ path: filePath, urls: urls.length, leftOut }) : written
    },
    'badge.saveOriginal': async ({ credentialId }, window) => {
      const original = await engine.ask('badge.original', { credentialId })
      if (!original.ok) return original
      const { canceled, filePath } = await target(window, { title: text().save.original, defaultPath: basename(original.value.fileName) })
      if (canceled || filePath === '') return success({ path: null })
      const written = await writeWhole(filePath, original.value.bytes)
      return written.ok ? success({ path: filePath }) : failure(written.problem)
    },
  }
}
