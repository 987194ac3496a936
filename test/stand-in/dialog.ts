import { resolve } from 'node:path'
import { headless } from './browser.ts'
import { BrowserWindow } from './window.ts'

/** Asks for a path in the window itself, since there is no system dialog. Tests replace the functions below, as they do with Electron's own. */
async function askForPath(window: BrowserWindow | undefined, text: string, value: string): Promise<string | null> {
  if (headless) throw new Error(`stand-in: a dialog was opened and nobody answers it: ${text}`)
  const page = await (window ?? BrowserWindow.getAllWindows()[0]!).webContents.make()
  return page.evaluate(
    (question) =>
      new Promise<string | null>((done) => {
        const dialog = document.createElement('dialog')
        const words = document.createElement('p')
        words.textContent = question.text
        const input = document.createElement('input')
        input.value = question.value
        input.size = 60
        const button = (label: string, chosen: () => string | null) => {
          const made = document.createElement('button')
          made.textContent = label
          made.onclick = () => {
            dialog.remove()
            done(chosen())
          }
          return made
        }
        dialog.append(
          words,
          input,
          button('OK', () => input.value),
          button('Cancel', () => null),
        )
        document.body.append(dialog)
        dialog.showModal()
      }),
    { text, value },
  )
}

type Arguments<Options> = [BrowserWindow, Options] | [Options]
const apart = <Options>(given: Arguments<Options>): [BrowserWindow | undefined, Options] => (given.length === 2 ? given : [undefined, given[0]])

export const dialog = {
  showOpenDialog: async (...given: Arguments<{ title?: string }>) => {
    const [window, { title = '' }] = apart(given)
    const path = await askForPath(window, title, `${resolve('.')}/`)
    return { canceled: !path, filePaths: path ? [path] : [] }
  },
  showSaveDialog: async (...given: Arguments<{ title?: string; defaultPath?: string }>) => {
    const [window, { title = '', defaultPath = '' }] = apart(given)
    const path = await askForPath(window, title, resolve(defaultPath))
    return { canceled: !path, filePath: path ?? '' }
  },
  showMessageBox: async (...given: Arguments<{ message?: string; defaultId?: number }>) => {
    const [, { message = '', defaultId = 0 }] = apart(given)
    if (headless) throw new Error(`stand-in: a question was asked and nobody answers it: ${message}`)
    return { response: defaultId, checkboxChecked: false }
  },
  showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
}
