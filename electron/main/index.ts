import { createRequire } from 'node:module'
import { hostname } from 'node:os'
import { app, dialog, protocol } from 'electron'
import type { CommandLineModule, CommandLineSurroundings } from '../../shared/contract/commandLine'
import { failure, type Result } from '../../shared/model/problem'
import { type Locale, type Text, texts } from '../../shared/text'
import { readCommandLine } from './commandLine'
import { endWithParent, passingProfile, runHeadless } from './headless'
import { closeNetwork } from './network'
import { servePage } from './pages'
import { printDocument } from './print'
import { heldByComputer, profileIn } from './profile'
import { openProgram, reportAndExit } from './program'
import { refusedStart } from './refusedStart'
import { guardEverything } from './security'
import { stopRequest } from './stopRequest'

// Files that any part of the program writes are readable by their owner alone. Windows has no such modes.
process.umask(0o077)

const words = process.argv.slice(1)
const commandLine = readCommandLine(words, process.cwd())
const locale = (): Locale => (app.getLocale().startsWith('ja') ? 'ja' : 'en')
const commands = (): CommandLineModule => createRequire(__filename)('./cli.cjs') as CommandLineModule
/** A program in an archive is a packed one, whatever its file is called. */
const packed = app.isPackaged || /\.asar[\\/]/.test(__dirname)

/** Writes why the program does not start, in both languages, since the language is not known yet, and ends it: its arguments are wrong. */
function refuse(said: (start: Text['native']['start']) => string): void {
  const message = `${said(texts.ja.native.start)}\n${said(texts.en.native.start)}`
  process.stderr.write(`${message}\n`)
  if (process.platform !== 'linux') dialog.showErrorBox(texts.ja.native.windowTitle, message)
  app.exit(2)
}

async function runCommand(given: readonly string[], defaultDataFolder: string): Promise<void> {
  endWithParent(process.env)
  // The reader of the output may close it early, as `head` does: the work continues to its end, and the rest of the output is discarded.
  let unread = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    unread = true
    if (error.code !== 'EPIPE') process.stderr.write(`${error.message}\n`)
  })
  const write = (text: string) => new Promise<void>((settle) => (unread ? settle() : process.stdout.write(text, () => settle())))
  const surroundings: CommandLineSurroundings = {
    stop: stopRequest(),
    defaultDataFolder,
    now: () => new Date(),
    write,
    writeError: (text) => process.stderr.write(text),
    print: printDocument,
    locale: locale(),
  }
  app.exit(await commands().runCommandLine(given, surroundings))
}

function start(): void {
  // As root the sandbox cannot be used; enabling it together with --no-sandbox would end every subprocess.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  closeNetwork(app.commandLine)
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  guardEverything()
  app.on('window-all-closed', () => {
    if (commandLine.cli === null) app.quit()
  })

  const dataFolder = commandLine.dataFolder ?? app.getPath('userData')
  let usable: Result<string | null> = commandLine.cli === null ? profileIn(dataFolder) : { ok: true, value: null }
  const profile = (usable.ok ? usable.value : null) ?? passingProfile(process.env.TEKIZAI_PROFILE, (done) => app.on('quit', done))
  app.setPath('userData', profile)
  if (commandLine.cli === null && !app.requestSingleInstanceLock()) {
    const other = heldByComputer(profile, hostname())
    if (other === null) {
      app.exit(0)
      return
    }
    usable = failure({ code: 'path.in-use', detail: `${dataFolder} (${other})` })
  }

  const open = async (): Promise<void> => {
    await app.whenReady()
    app.configureHostResolver({ enableBuiltInResolver: false, enableAdditionalDnsQueryTypes: false, secureDnsMode: 'off' })
    protocol.handle('app', servePage)
    if (!usable.ok) return reportAndExit(usable.problem, locale())
    return commandLine.cli === null ? openProgram(dataFolder, locale()) : runCommand(commandLine.cli, dataFolder)
  }
  open().catch(leaveUnexpected)
}

/** Reports an unexpected error and ends the program, so that none is left running without a window. */
const leaveUnexpected = (error: unknown): void =>
  void app
    .whenReady()
    .then(() => reportAndExit({ code: 'call.failed', detail: error instanceof Error ? error.message : String(error) }, locale(), commandLine.cli === null))

const refused = packed
  ? refusedStart({
      words,
      options: commandLine.cli === null ? new Set() : commands().optionNames,
      environment: process.env,
      platform: process.platform,
    })
  : null
if (refused !== null) refuse((text) => text.refused(refused))
else if (commandLine.missing !== null) refuse((text) => text.missing(commandLine.missing!))
else if (commandLine.cli !== null && process.platform === 'linux' && !app.commandLine.hasSwitch('ozone-platform'))
  app.exit(runHeadless(process.execPath, words))
else
  try {
    start()
  } catch (error) {
    leaveUnexpected(error)
  }
