import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { type BrowserWindow, dialog, type MessageBoxOptions, type SaveDialogOptions } from 'electron'
import type { Text } from '../../shared/text'

/** A name with the extension of the chosen kind of file, appended where it is not there: a dot in a name, as in `R8.4.1現在`, begins no extension. */
export const withExtension = (path: string, extension: string): string =>
  extension === '' || extname(path).toLowerCase() === `.${extension.toLowerCase()}` ? path : `${path.replace(/\.$/, '')}.${extension}`

/**
 * Asks where to save.
 *
 * @param extension Of the file to be written, without its dot; empty where it has none.
 * @returns the path with its extension; null where the person cancels.
 */
export async function askTarget(
  window: BrowserWindow | null,
  text: Text['native'],
  extension: string,
  options: Pick<SaveDialogOptions, 'title' | 'defaultPath'>,
): Promise<string | null> {
  const asked: SaveDialogOptions = { ...options, ...(extension === '' ? {} : { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }) }
  const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(asked) : dialog.showSaveDialog(window, asked))
  if (canceled || filePath === '') return null
  const path = withExtension(filePath, extension)
  // The system's dialog asks about the name that was typed, not about the one with its extension.
  if (path === filePath || !existsSync(path)) return path
  const { message, buttons } = text.replace
  const question: MessageBoxOptions = { type: 'warning', message: message(path), buttons: [...buttons], defaultId: 1, cancelId: 1, noLink: true }
  const { response } = await (window === null ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question))
  return response === 0 ? path : null
}
