import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core'
import { onEnd, preventable } from './app.ts'
import { findBrowser } from './findBrowser.ts'
import { fromPage, settings } from './session.ts'

/** Headless unless a person is to see the window. */
export const headless = process.env.STAND_IN_HEADLESS !== '0'

/** Requests that would have left this machine. A test asserts that there are none. */
export const leaks: string[] = []

/** The windows, by the page that shows them. Set by the windows. */
export const windowOf: {
  find: (page: Page | undefined) => { willNavigate: (url: string, event: ReturnType<typeof preventable>) => void; readonly loading: boolean } | undefined
} = {
  find: () => undefined,
}

let started: Promise<BrowserContext> | undefined

/** The installed browser, started with the first window: `verify` and its like never start it. */
export const startBrowser = (): Promise<BrowserContext> => (started ??= launch())

async function launch(): Promise<BrowserContext> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chromium, Chrome or Edge was found: install one, or set CHROMIUM_PATH')
  const { chromium } = await import('playwright-core')
  const profile = mkdtempSync(join(tmpdir(), 'tekizai-window-'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ translate: { enabled: false } }))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    chromiumSandbox: process.getuid?.() !== 0,
    serviceWorkers: 'block',
    ...(headless ? {} : { viewport: null, ignoreDefaultArgs: ['--enable-automation', 'about:blank'] }),
    args: [
      '--remote-debugging-port=0',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      '--force-color-profile=srgb',
      ...(headless ? ['--host-resolver-rules=MAP * ~NOTFOUND'] : ['--app=https://bundle.app.invalid/', '--test-type', '--window-size=1366,768', '--lang=ja']),
    ],
  })
  context.setDefaultTimeout(0)
  context.setDefaultNavigationTimeout(0)
  onEnd.push(async () => {
    await context.close().catch(() => {}) // The person may have closed the browser first.
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  })
  await context.route('**/*', answer)
  if (process.env.STAND_IN_CONTROL) process.send?.({ kind: 'browser', port: Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]) })
  return context
}

/** The page a request comes from; none for the first request of a window that is just being opened, whose frame is not there yet. */
function pageOf(request: PageRequest): Page | undefined {
  try {
    return request.frame().page()
  } catch {
    return undefined
  }
}

/** Every request of every page passes here: the program's own handler answers it, or nobody does. */
async function answer(route: Route): Promise<void> {
  const request = route.request()
  const url = fromPage(request.url())
  const page = pageOf(request)
  const window = windowOf.find(page)
  try {
    if (window !== undefined && request.isNavigationRequest() && request.frame() === page?.mainFrame() && !window.loading) {
      const event = preventable()
      window.willNavigate(url, event)
      if (event.defaultPrevented) return await route.abort('aborted')
    }
    const asked = settings.beforeRequest
    const { cancel } = asked === undefined ? {} : await new Promise<{ cancel?: boolean }>((done) => asked({ url, method: request.method() }, done))
    const handler = settings.handlers.get(url.split(':')[0]!)
    if (cancel || (handler === undefined && !/^(data|blob):/.test(url))) {
      leaks.push(url)
      return await route.abort('blockedbyclient')
    }
    if (handler === undefined) return await route.continue()
    const response = await handler(new Request(url, { method: request.method() }))
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) })
  } catch (error) {
    console.error(`stand-in: ${url}: ${error instanceof Error ? error.message : error}`)
    await route.abort('failed').catch(() => {}) // The page may be gone by now.
  }
}
