import { app, type BrowserWindow, dialog } from 'electron'
import type { Problem } from '../../shared/model/problem'
import { type Locale, type Text, texts } from '../../shared/text'
import { offerContextMenu } from './contextMenu'
import { type Engine, startEngine } from './engineProcess'
import { shellHandlers } from './handlers'
import { setMenu } from './menu'
import { recoverPage } from './recovery'
import { notify, serve } from './serve'
import { type Unfinished, unfinishedWork } from './unfinished'
import { openWindow } from './window'

/** Reports on standard error, and with `dialogs` in a dialog, why the program does not open, and ends it with exit code 1. */
export function reportAndExit(problem: Problem, locale: Locale, dialogs = true): void {
  const { native, problems } = texts[locale]
  const { found, next } = problems[problem.code]
  const message = `${found}\n${next}\n\n(${problem.code}${problem.detail === undefined ? '' : `: ${problem.detail}`})`
  process.stderr.write(`${native.start.notOpened}\n${message}\n`)
  if (dialogs) dialog.showErrorBox(native.start.notOpened, message)
  app.exit(1)
}

/** The engine, with a callback when the window has chosen a language. */
const noticing = (engine: Engine, chosen: (locale: Locale) => void): Engine => ({
  ...engine,
  ask: async (name, input) => {
    const answer = await engine.ask(name, input)
    const { locale } = (name === 'application.saveSettings' ? input : {}) as { readonly locale?: Locale }
    if (answer.ok && locale !== undefined) chosen(locale)
    return answer
  },
})

/** Makes closing wait for printing and writing. Where these fail, the window stays open and shows the problem. */
function closeWhenFinished(window: BrowserWindow, engine: Engine, unfinished: Unfinished): void {
  window.on('close', (event) => {
    if (!unfinished.any) return
    event.preventDefault()
    void unfinished.ended().then((succeeded) => {
      if (succeeded) window.close()
    })
  })
  let closed = false
  let closing = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    if (closing) return
    closing = true
    void unfinished.ended().then(async (succeeded) => {
      closing = false
      if (!succeeded && !window.isDestroyed()) return
      await engine.close()
      closed = true
      app.quit()
    })
  })
}

/** Starts the engine on the data folder and opens the window. */
export async function openProgram(dataFolder: string, systemLocale: Locale): Promise<void> {
  const started = await startEngine({ dataFolder, onEvent: notify, onEnd: (code) => notify('engine.ended', { code }) })
  if (!started.ok) return reportAndExit(started.problem, systemLocale)
  const application = await started.value.ask('application.read', {})
  let text: Text = texts[application.ok ? application.value.locale : systemLocale]
  const unfinished = unfinishedWork()
  const engine = noticing(started.value, (locale) => {
    text = texts[locale]
    setMenu(text.native.menu, process.platform === 'darwin')
  })
  serve(
    engine,
    shellHandlers(engine, () => text, unfinished),
  )
  setMenu(text.native.menu, process.platform === 'darwin')
  const window = await openWindow(text.native.windowTitle)
  offerContextMenu(window.webContents, () => text.native.menu)
  recoverPage(window, () => text.native)
  closeWhenFinished(window, engine, unfinished)
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}
