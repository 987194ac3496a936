import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { app, closing, preventable } from './app.ts'
import { headless, startBrowser, windowOf } from './browser.ts'
import { contextMenuWorld, mainWorld, preloadWorld } from './inPage.ts'
import { fromPage, settings, toPage } from './session.ts'
import { makeWire } from './wire.ts'

type Handler = (event: unknown, ...values: unknown[]) => unknown
interface Preferences {
  readonly preload?: string
  readonly sandbox?: boolean
  readonly contextIsolation?: boolean
}
interface Options {
  readonly width?: number
  readonly height?: number
  readonly title?: string
  readonly show?: boolean
  readonly webPreferences?: Preferences
}

const wire = makeWire()
const handlers = new Map<string, Handler>()
export const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
})

const windows = new Set<BrowserWindow>()
let contentsCount = 0
let ownPages = 0

export class WebContents extends EventEmitter {
  readonly id = ++contentsCount
  page: Page | undefined
  loading = false
  #owner: BrowserWindow
  #preferences: Preferences
  #size: { width: number; height: number }
  #cdp: CDPSession | undefined
  #world = 0
  #openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  #made: Promise<Page> | undefined
  constructor(owner: BrowserWindow, preferences: Preferences, size: { width: number; height: number }) {
    super()
    this.#owner = owner
    this.#preferences = preferences
    this.#size = size
  }
  make(): Promise<Page> {
    this.#made ??= this.#open()
    return this.#made
  }
  async #open(): Promise<Page> {
    if (this.#preferences.sandbox === false || this.#preferences.contextIsolation === false) throw new Error('stand-in: only sandboxed, isolated windows')
    const context = await startBrowser()
    const unused = context.pages().find((page) => ![...windows].some((window) => window.webContents.page === page))
    ownPages++
    const page = (contentsCount === 1 ? unused : undefined) ?? (await context.newPage())
    ownPages--
    this.page = page
    if (headless) await page.setViewportSize(this.#size)
    const cdp = await context.newCDPSession(page)
    this.#cdp = cdp
    cdp.on('Runtime.executionContextCreated', ({ context: made }) => {
      if (made.name === 'stand-in-preload') this.#world = made.id
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === '__standIn') void this.#receive(payload, executionContextId)
    })
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    const secret = randomUUID()
    if (this.#preferences.preload !== undefined) {
      await cdp.send('Runtime.addBinding', { name: '__standIn', executionContextName: 'stand-in-preload' })
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: 'stand-in-preload', source: `(${contextMenuWorld})()` })
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${mainWorld})(${JSON.stringify(secret)})` })
      const preload = readFileSync(this.#preferences.preload, 'utf8')
      const environment = `{ platform: ${JSON.stringify(process.platform)}, versions: ${JSON.stringify(process.versions)}, makeWire: ${makeWire} }`
      const source = `(${preloadWorld})(${JSON.stringify(secret)}, function (require, process, module, exports, global) {${preload}\n}, ${environment})`
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: 'stand-in-preload', source })
    }
    page.on('close', () => this.#owner.gone())
    page.once('domcontentloaded', () => this.#owner.emit('ready-to-show'))
    page.on('popup', (popup) => {
      if (ownPages === 0 && this.#openHandler({ url: fromPage(popup.url()) }).action === 'deny') void popup.close()
    })
    return page
  }
  async #receive(text: string, world: number): Promise<void> {
    const message = JSON.parse(text) as { id: number; channel: string; value: string; params?: object }
    if (message.params !== undefined) return void this.emit('context-menu', {}, message.params)
    const url = this.getURL()
    const event = { sender: this, senderFrame: { url, parent: null }, type: 'frame', ports: [] }
    const reply: { kind: 'reply'; id: number; value?: string; error?: string } = { kind: 'reply', id: message.id }
    try {
      const handler = handlers.get(message.channel)
      if (handler === undefined) throw new Error(`No handler registered for '${message.channel}'`)
      const values = (await this.#exchangeTickets(wire.unpack(message.value), world)) as unknown[]
      reply.value = wire.pack(await handler(event, ...values))
    } catch (error) {
      reply.error = `Error invoking remote method '${message.channel}': ${error}`
    }
    await this.#say(reply, world)
  }
  /** Puts a file's path where the preload could only leave a ticket for it. */
  async #exchangeTickets(value: unknown, world: number): Promise<unknown> {
    if (typeof value === 'string' && value.startsWith('stand-in-file:')) {
      const { result } = await this.#cdp!.send('Runtime.evaluate', {
        contextId: world,
        expression: `__standInFiles[${Number(value.slice('stand-in-file:'.length))}]`,
      })
      const { path } = await this.#cdp!.send('DOM.getFileInfo', { objectId: result.objectId! })
      return path
    }
    if (Array.isArray(value)) return Promise.all(value.map((part) => this.#exchangeTickets(part, world)))
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Date) return value
    return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([name, part]) => [name, await this.#exchangeTickets(part, world)])))
  }
  async #say(message: unknown, world: number): Promise<void> {
    const expression = `globalThis.__standInReceive?.(${JSON.stringify(JSON.stringify(message))})`
    await this.#cdp?.send('Runtime.evaluate', { contextId: world, expression }).catch(() => {}) // The page may have gone: then there is no receiver.
  }
  send(channel: string, ...values: unknown[]): void {
    if (this.#world !== 0) void this.#say({ kind: 'event', channel, value: wire.pack(values) }, this.#world)
  }
  async loadURL(address: string): Promise<void> {
    const page = await this.make()
    this.loading = true
    try {
      const url = toPage(address)
      await this.#setPermissions(new URL(url).origin)
      await page.goto(url, { waitUntil: 'load' })
    } finally {
      this.loading = false
    }
  }
  /** The program's answer about each permission is asked for once and set in the browser beforehand. */
  async #setPermissions(origin: string): Promise<void> {
    const asked = settings.permission
    if (asked === undefined) return
    for (const name of ['geolocation', 'notifications', 'midi', 'camera', 'microphone', 'clipboard-read', 'local-fonts']) {
      const granted = await new Promise<boolean>((done) => asked(this, name, done, { requestingUrl: fromPage(origin) }))
      await this.#cdp!.send('Browser.setPermission', { permission: { name }, setting: granted ? 'granted' : 'denied', origin })
    }
    await this.#cdp!.send('Browser.setPermission', { permission: { name: 'clipboard-write' }, setting: 'granted', origin })
  }
  willNavigate(url: string, event: ReturnType<typeof preventable>): void {
    this.emit('will-navigate', event, url, false, true)
  }
  setWebRTCIPHandlingPolicy(): void {}
  /** The page's process is ended, as a crash ends it. Chromium gives no sign of it here: the program is told at once. */
  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
  }
  reload(): void {
    void this.page?.reload()
  }
  getURL = () => fromPage(this.page?.url() ?? '')
  isDestroyed = () => this.#owner.isDestroyed()
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler
  }
  executeJavaScript = async (code: string): Promise<unknown> => (await this.make()).evaluate(code)
  async printToPDF(options: {
    preferCSSPageSize?: boolean
    printBackground?: boolean
    generateTaggedPDF?: boolean
    generateDocumentOutline?: boolean
    landscape?: boolean
  }): Promise<Buffer> {
    const { data } = await this.#cdp!.send('Page.printToPDF', options)
    return Buffer.from(data, 'base64')
  }
  async capturePage(): Promise<{ toPNG: () => Buffer }> {
    const png = await (await this.make()).screenshot()
    return { toPNG: () => png }
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  #destroyed = false
  #size: { width: number; height: number }
  constructor({ width = 800, height = 600, webPreferences = {} }: Options = {}) {
    super()
    this.#size = { width, height }
    this.webContents = new WebContents(this, webPreferences, this.#size)
    windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  static getAllWindows = () => [...windows]
  static fromWebContents = (contents: WebContents) => [...windows].find((window) => window.webContents === contents) ?? null
  loadURL = (address: string) => this.webContents.loadURL(address)
  show() {}
  focus() {}
  restore() {}
  isMinimized = () => false
  isDestroyed = () => this.#destroyed
  setSize(width: number, height: number): void {
    this.#size = { width, height }
    void this.webContents.page?.setViewportSize(this.#size)
  }
  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    void this.webContents.page?.close().catch(() => {}) // The browser may already be gone.
    this.gone()
  }
  gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    windows.delete(this)
    this.emit('closed')
    if (windows.size === 0) app.emit('window-all-closed')
  }
}

windowOf.find = (page) => [...windows].find((window) => page !== undefined && window.webContents.page === page)?.webContents
closing.windows = () => {
  for (const window of windows) window.close()
  return windows.size === 0
}
