// One way to start the program for every spec: true Electron where E2E_ELECTRON names its program, else the stand-in.
import { fork } from 'node:child_process'
import { join, resolve } from 'node:path'
import { _electron, chromium, type Page } from '@playwright/test'
import type * as Electron from 'electron'

export const root = resolve(import.meta.dirname, '../..')

/** The modules a test may reach in the main process. `leaks` is there in the stand-in alone. */
export type InMain = typeof Electron & { readonly leaks?: readonly string[] }

export interface Running {
  readonly kind: 'electron' | 'stand-in'
  firstWindow(): Promise<Page>
  /** Calls a function in the main process. It must stand alone: its source is sent. */
  evaluate<Answer, Argument>(called: (electron: InMain, argument: Argument) => Answer | Promise<Answer>, argument: Argument): Promise<Answer>
  close(): Promise<void>
}

/** @param preload Modules loaded into every Node process of the program before anything else. */
export async function launch(words: readonly string[], preload: readonly string[] = []): Promise<Running> {
  const program = process.env.E2E_ELECTRON
  return program === undefined ? launchStandIn(words, preload) : launchElectron(program, words)
}

async function launchElectron(program: string, words: readonly string[]): Promise<Running> {
  const running = await _electron.launch({ executablePath: program, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...words] })
  return {
    kind: 'electron',
    firstWindow: () => running.firstWindow(),
    evaluate: (called, argument) => running.evaluate(called as never, argument) as never, // Playwright types the module as Electron's, ours has one name more.
    close: () => running.close(),
  }
}

async function launchStandIn(words: readonly string[], preload: readonly string[]): Promise<Running> {
  const execArgv = [...preload, join(root, 'test/stand-in/register.ts')].flatMap((file) => ['--import', file])
  const child = fork(join(root, 'out/main/index.cjs'), [...words], {
    cwd: root,
    execArgv,
    env: { ...process.env, STAND_IN_CONTROL: '1', STAND_IN_HEADLESS: '1' },
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
    },
  }
}
