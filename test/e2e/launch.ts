// One way to start the program for every spec: true Electron where E2E_ELECTRON names its program, else the stand-in.
// Whatever is started is recorded: a spec whose program tried the network fails when the program ends.
import { fork, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, chromium, type Page } from '@playwright/test'
import type * as Electron from 'electron'
import { electronProgram, type Recording, recordElectron, recordNode, root, standIn } from './record.ts'

export { root } from './record.ts'

/** The modules a test may reach in the main process. `leaks` is there in the stand-in alone. */
export type InMain = typeof Electron & { readonly leaks?: readonly string[] }

export interface Running {
  readonly kind: 'electron' | 'stand-in'
  firstWindow(): Promise<Page>
  /** Calls a function in the main process. It must stand alone: its source is sent. */
  evaluate<Answer, Argument>(called: (electron: InMain, argument: Argument) => Answer | Promise<Answer>, argument: Argument): Promise<Answer>
  /** Ends the program. Fails where it, or anything it started, tried to reach the network. */
  close(): Promise<void>
  /** Waits until the program has ended of its own accord, and fails as `close` does. */
  ended(): Promise<void>
}

/** @param provoked The page is going to be made to ask for the network: then nothing may be sent. */
export async function launch(words: readonly string[], provoked = false): Promise<Running> {
  const program = electronProgram()
  return program === undefined ? launchStandIn(words) : launchElectron(program, words, provoked)
}

/** Playwright's lines to the program: Node's inspector and Chromium's, each listening on this machine alone. */
const debuggers = 2

async function launchElectron(program: string, words: readonly string[], provoked: boolean): Promise<Running> {
  const recording = recordElectron(program, debuggers, provoked)
  const running = await _electron.launch({ executablePath: recording.program, args: [...asRoot, root, ...words], cwd: root })
  const gone = new Promise<void>((settle) => running.once('close', () => settle()))
  return {
    kind: 'electron',
    firstWindow: () => running.firstWindow(),
    evaluate: (called, argument) => running.evaluate(called as never, argument) as never, // Playwright types the module as Electron's, ours has one name more.
    close: async () => {
      await running.close()
      recording.check()
    },
    ended: async () => {
      await gone
      recording.check()
    },
  }
}

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

async function launchStandIn(words: readonly string[]): Promise<Running> {
  const recording = recordNode()
  const child = fork(join(root, 'out/main/index.cjs'), [...words], {
    cwd: root,
    execArgv: [...recording.flags, ...standIn],
    env: { ...process.env, ...recording.environment, STAND_IN_CONTROL: '1', STAND_IN_HEADLESS: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()))
  const port = await new Promise<number>((settle, fail) => {
    child.on('message', (message: { kind: string; port: number }) => {
      if (message.kind === 'browser') settle(message.port)
    })
    child.once('exit', (code) => fail(new Error(`the program ended with ${code} before a window opened`)))
  })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  let asked = 0
  return {
    kind: 'stand-in',
    firstWindow: async () => {
      const context = browser.contexts()[0]!
      const page = context.pages()[0] ?? (await context.waitForEvent('page'))
      await page.waitForURL(/^https:\/\/bundle\.app\.invalid\//)
      return page
    },
    evaluate: (called, argument) =>
      new Promise((settle, fail) => {
        const id = ++asked
        const heard = (message: { kind: string; id: number; value: never; error?: string }) => {
          if (message.kind !== 'result' || message.id !== id) return
          child.off('message', heard)
          if (message.error === undefined) settle(message.value)
          else fail(new Error(message.error))
        }
        child.on('message', heard)
        child.send({ kind: 'evaluate', id, source: String(called), argument })
      }),
    close: async () => {
      await browser.close().catch(() => {}) // The program may have closed it first.
      child.send({ kind: 'evaluate', id: 0, source: '({ app }) => { app.quit() }' })
      await ended
      recording.check()
    },
    ended: async () => {
      await ended
      recording.check()
    },
  }
}

export interface Ended {
  /** Null where `until` ended it. */
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

interface Way {
  readonly environment?: Readonly<Record<string, string>>
  /** The folder the program is started in. */
  readonly folder?: string
  /** Ends the program when this appears on standard error: its dialog waits for a person. */
  readonly until?: RegExp
  /** Leaves the display away. */
  readonly noDisplay?: boolean
}

/**
 * Runs the program with nothing attached to it until it ends. Fails where it tried to reach the network: there is no debugger whose line would be excepted.
 */
export async function run(words: readonly string[], { environment = {}, folder = root, until, noDisplay = false }: Way = {}): Promise<Ended> {
  const electron = electronProgram()
  const recording: Recording = electron === undefined ? recordNode() : recordElectron(electron, 0)
  const home = mkdtempSync(join(tmpdir(), 'tekizai-home-'))
  const { DISPLAY, WAYLAND_DISPLAY, NODE_OPTIONS, ...surroundings } = process.env
  const child = spawn(
    electron === undefined ? process.execPath : recording.program,
    electron === undefined ? [...recording.flags, ...standIn, join(root, 'out/main/index.cjs'), ...words] : [...asRoot, ...words],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: {
        ...surroundings,
        ...(noDisplay || DISPLAY === undefined ? {} : { DISPLAY }),
        ...recording.environment,
        XDG_CONFIG_HOME: home,
        STAND_IN_HEADLESS: '1',
        ...environment,
      },
    },
  )
  let [output, errors, stopped] = ['', '', false]
  child.stdout.on('data', (bytes) => {
    output += String(bytes)
  })
  child.stderr.on('data', (bytes) => {
    errors += String(bytes)
    if (until === undefined || stopped || !until.test(errors)) return
    stopped = true
    // The dialog holds the program, and the recorder waits for the program: the whole group is ended.
    setTimeout(() => child.exitCode === null && process.kill(-child.pid!, 'SIGKILL'), 1_000)
  })
  const status = await new Promise<number | null>((settle) => child.on('close', settle))
  rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  recording.check()
  return { status, output, errors }
}
