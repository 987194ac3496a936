import { createRequire } from 'node:module'
import { app, dialog, protocol, session } from 'electron'
import type { CommandLineSurroundings, RunCommandLine, StopRequest } from '../../shared/contract/commandLine'
import type { Problem } from '../../shared/model/problem'
import { type Locale, texts } from '../../shared/text'
import { readCommandLine } from './commandLine'
import { type Engine, startEngine } from './engineProcess'
import { shellHandlers } from './handlers'
import { setMenu } from './menu'
import { servePage } from './pages'
import { printDocument } from './print'
import { cancelNetwork, guardEveryWindow } from './security'
import { serve, tell } from './serve'
import { openWindow } from './window'

// What any part of the program writes is for its owner alone. Windows has no such modes.
process.umask(0o077)

const commandLine = readCommandLine(process.argv.slice(1))
const locale = (): Locale => (app.getLocale().startsWith('ja') ? 'ja' : 'en')

// As root the sandbox cannot be used, and asking for it together with --no-sandbox would end every subprocess.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (commandLine.dataFolder !== null) app.setPath('userData', commandLine.dataFolder)
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
guardEveryWindow()

/** The system's request to end this command: a signal, which Electron takes for itself on some systems and then quits. Several may come at once. */
function stopRequest(): StopRequest {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  app.on('before-quit', (event) => {
    event.preventDefault()
    stop.abort()
  })
  return {
    came: () => stop.signal.aborted,
    onCome: (listener) => {
      stop.signal.addEventListener('abort', listener, { once: true })
      return () => stop.signal.removeEventListener('abort', listener)
    },
  }
}

async function runCommand(words: readonly string[]): Promise<void> {
  // Whoever reads the output may have read enough, as `head` does: the work goes on to its end, and the rest is nobody's.
  let unread = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    unread = true
    if (error.code !== 'EPIPE') process.stderr.write(`${error.message}\n`)
  })
  const write = (text: string) => new Promise<void>((settle) => (unread ? settle() : process.stdout.write(text, () => settle())))
  const surroundings: CommandLineSurroundings = {
    stop: stopRequest(),
    defaultDataFolder: app.getPath('userData'),
    now: () => new Date(),
    write,
    writeError: (text) => process.stderr.write(text),
    print: printDocument,
    locale: locale(),
  }
  const { runCommandLine } = createRequire(__filename)('./cli.cjs') as { runCommandLine: RunCommandLine }
  app.exit(await runCommandLine(words, surroundings))
}

function sayAndLeave(problem: Problem): void {
  const text = texts[locale()]
  const { found, next } = text.problems[problem.code]
  dialog.showErrorBox(text.native.start.notOpened, `${found}\n${next}\n\n(${problem.code}${problem.detail === undefined ? '' : `: ${problem.detail}`})`)
  app.exit(1)
}

async function openProgram(): Promise<void> {
  const dataFolder = app.getPath('userData')
  const started = await startEngine({
    dataFolder,
    heard: tell,
    ended: (code) => tell('engine.ended', { code }),
  })
  if (!started.ok) return sayAndLeave(started.problem)
  const engine: Engine = started.value
  const stated = await engine.ask('application.read', {})
  const text = texts[stated.ok ? stated.value.locale : locale()]
  serve(
    engine,
    shellHandlers(
      engine,
      () => text.native,
      (request) => text.report.titles[request.name] ?? request.name,
    ),
  )
  setMenu(text.native.menu, process.platform === 'darwin')
  const window = await openWindow(text.native.windowTitle)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void engine.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

app.on('window-all-closed', () => {
  if (commandLine.cli === null) app.quit()
})

if (commandLine.cli === null && !app.requestSingleInstanceLock()) app.exit(0)
else
  void app.whenReady().then(() => {
    protocol.handle('app', servePage)
    cancelNetwork(session.defaultSession)
    return commandLine.cli === null ? openProgram() : runCommand(commandLine.cli)
  })
