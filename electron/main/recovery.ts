import { app, type BrowserWindow, dialog } from 'electron'
import type { Text } from '../../shared/text'

/** The texts for a page that crashed or does not answer. */
type Words = Text['native']['stopped'] | Text['native']['slow']

const ask = async (window: BrowserWindow, { message, detail, buttons }: Words): Promise<number> => {
  const { response } = await dialog.showMessageBox(window, { type: 'warning', message, detail, buttons: [...buttons], defaultId: 0, cancelId: 0, noLink: true })
  return response
}

/**
 * Reports when the window's page has crashed or does not answer, and loads it again. Nothing is lost: stored data and running imports belong to the engine.
 */
export function recoverPage(window: BrowserWindow, text: () => Text['native']): void {
  let asking = false
  const once = async (asked: () => Promise<void>) => {
    if (asking || window.isDestroyed()) return
    asking = true
    try {
      await asked()
    } finally {
      asking = false
    }
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    void once(async () => {
      if ((await ask(window, text().stopped)) === 0) window.webContents.reload()
      else app.quit()
    })
  })
  window.on('unresponsive', () => {
    void once(async () => {
      if ((await ask(window, text().slow)) === 0 || window.isDestroyed()) return
      // A page that does not answer cannot be loaded again before its process has ended; that end is expected and needs no second question.
      window.webContents.once('render-process-gone', () => window.webContents.reload())
      window.webContents.forcefullyCrashRenderer()
    })
  })
}
