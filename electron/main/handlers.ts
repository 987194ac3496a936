import { basename, extname } from 'node:path'
import { type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron'
import type { ReportRequest } from '../../shared/contract/report'
import type { CourierList } from '../../shared/model/courier'
import { success } from '../../shared/model/problem'
import type { Text } from '../../shared/text'
import { readCourierScript } from '../disk/courierScript'
import { writeWhole } from '../disk/writeWhole'
import type { Engine } from './engineProcess'
import { printDocument } from './print'
import type { ShellHandlers } from './serve'
import { askTarget } from './target'
import type { Unfinished } from './unfinished'

const chosen = (window: BrowserWindow | null, options: OpenDialogOptions) =>
  window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options)

/** Handlers of the calls that need a dialog or a printer. `language` returns the texts of the current language. */
export function shellHandlers(engine: Engine, language: () => Text, unfinished: Unfinished): ShellHandlers {
  const text = () => language().native
  const filters = (kind: 'roster' | 'register' | 'skills' | 'requirements', ...extensions: readonly string[]): FileFilter[] => [
    { name: text().fileTypes[kind], extensions: [...extensions] },
    { name: text().fileTypes.all, extensions: ['*'] },
  ]
  const dialogs = {
    badges: (): OpenDialogOptions => ({ properties: ['openFile', 'multiSelections'] }),
    folder: (): OpenDialogOptions => ({ properties: ['openDirectory'] }),
    roster: (): OpenDialogOptions => ({ properties: ['openFile'], filters: filters('roster', 'csv', 'xlsx', 'txt') }),
    register: (): OpenDialogOptions => ({ properties: ['openFile'], filters: filters('register', 'json') }),
    skills: (): OpenDialogOptions => ({ properties: ['openFile'], filters: filters('skills', 'csv', 'xlsx') }),
    requirements: (): OpenDialogOptions => ({ properties: ['openFile'], filters: filters('requirements', 'csv', 'xlsx') }),
  }

  /** The list with a new id, by which the engine recognises its answers. */
  const listFile = async (urls: CourierList['urls']) => {
    const issued = await engine.ask('courier.issue', { addresses: urls.map(({ url }) => url) })
    if (!issued.ok) return issued
    const list: CourierList = { kind: 'tekizai-courier-list', version: 1, id: issued.value.id, urls }
    return success(Buffer.from(`${JSON.stringify(list, null, 1)}\n`))
  }

  const writeReport = async (request: ReportRequest, path: string) => {
    if (request.format !== 'pdf') return engine.ask('report.write', { ...request, path })
    const document = await engine.ask('report.document', request)
    if (!document.ok) return document
    const written = await writeWhole(path, await printDocument(document.value.html))
    return written.ok ? success({ path, unwritable: [], problems: [] }) : written
  }

  return {
    'dialog.choose': async ({ what }, window) => {
      const { canceled, filePaths } = await chosen(window, { title: text().choose[what], ...dialogs[what]() })
      return success({ paths: canceled ? [] : filePaths })
    },
    'report.save': async (request, window) => {
      const title = language().report.titles[request.name] ?? request.name
      const path = await askTarget(window, text(), request.format, {
        title: text().save.report,
        defaultPath: `${title}_${request.scope.on}.${request.format}`,
      })
      if (path === null) return success({ path, unwritable: [], problems: [] })
      return unfinished.during(writeReport(request, path))
    },
    'courier.save': async ({ what, olderThanDays }, window) => {
      const listed = what === 'script' ? success({ urls: [], leftOut: 0 }) : await engine.ask('courier.list', { olderThanDays })
      if (!listed.ok) return listed
      const { urls, leftOut } = listed.value
      if (what === 'list' && urls.length === 0) return success({ path: null, urls: 0, leftOut })
      const path = await askTarget(window, text(), what === 'script' ? 'mjs' : 'json', {
        title: text().save[what === 'script' ? 'courierScript' : 'courierList'],
        defaultPath: what === 'script' ? 'courier.mjs' : 'tekizai-courier-list.json',
      })
      if (path === null) return success({ path, urls: urls.length, leftOut })
      const write = async () => {
        const bytes = what === 'script' ? await readCourierScript() : await listFile(urls)
        return bytes.ok ? writeWhole(path, bytes.value) : bytes
      }
      const written = await unfinished.during<null>(write())
      return written.ok ? success({ path, urls: urls.length, leftOut }) : written
    },
    'requirement.export': async (_input, window) => {
      const table = await engine.ask('requirement.table', {})
      if (!table.ok) return table
      const { csv, rows } = table.value
      const path = await askTarget(window, text(), 'csv', { title: text().save.requirements, defaultPath: `${language().shell.screens.requirements}.csv` })
      if (path === null) return success({ path, rows })
      // The mark of UTF-8 lets Excel read it.
      const written = await unfinished.during(writeWhole(path, new TextEncoder().encode(`\ufeff${csv}`)))
      return written.ok ? success({ path, rows }) : written
    },
    'badge.saveOriginal': async ({ credentialId }, window) => {
      const original = await engine.ask('badge.original', { credentialId })
      if (!original.ok) return original
      const name = basename(original.value.fileName)
      const path = await askTarget(window, text(), extname(name).slice(1), { title: text().save.original, defaultPath: name })
      if (path === null) return success({ path })
      const written = await unfinished.during(writeWhole(path, original.value.bytes))
      return written.ok ? success({ path }) : written
    },
  }
}
