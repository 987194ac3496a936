/**
 * The two halves of the page's side, put in by their source before any script of the page. `mainWorld` goes into the page's own
 * world, `preloadWorld` into an isolated one, as Electron does with context isolation. They speak by synchronous DOM events under a
 * secret name; an event's detail is structured-cloned when it crosses worlds.
 */

interface Wire {
  pack(value: unknown): string
  unpack(text: string): unknown
}
type Anything = (...values: unknown[]) => unknown

export function mainWorld(secret: string) {
  const make = document.dispatchEvent.bind(document)
  const listen = (name: string, notified: (detail: never) => void) =>
    document.addEventListener(`${secret}:${name}`, (event) => notified((event as CustomEvent).detail as never))
  const say = (name: string, detail: unknown) => make(new CustomEvent(`${secret}:${name}`, { detail }))
  const own = new Map<number, Anything>()
  const promised = new Map<number, [(value: unknown) => void, (error: Error) => void]>()
  let count = 0
  let answer: { value?: unknown; error?: string } | undefined

  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  const encode = (value: unknown): unknown => {
    if (typeof value === 'function') {
      own.set(++count, value as Anything)
      return { $function: count }
    }
    if (Array.isArray(value)) return value.map(encode)
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, encode(member)])) : value
  }
  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(decode)
    if (!isPlain(value)) return value
    if (typeof value.$function === 'number') return (...values: unknown[]) => call(value.$function as number, values)
    if (typeof value.$promise === 'number') return new Promise((settle, fail) => promised.set(value.$promise as number, [settle, fail]))
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decode(member)])))
  }
  const call = (id: number, values: unknown[]) => {
    answer = undefined
    say('to-preload', { id, values: values.map(encode) })
    if (answer === undefined) return undefined
    const { value, error } = answer as { value?: unknown; error?: string }
    if (error !== undefined) throw new Error(error)
    return decode(value)
  }
  listen('answer-main', (detail) => {
    answer = detail
  })
  listen('to-main', ({ id, values }: { id: number; values: unknown[] }) => {
    say('answer-preload', { value: encode(own.get(id)?.(...values.map(decode))) })
  })
  listen('settle-main', ({ promise, value, error }: { promise: number; value?: unknown; error?: string }) => {
    const [settle, fail] = promised.get(promise) ?? []
    promised.delete(promise)
    if (error === undefined) settle?.(decode(value))
    else fail?.(new Error(error))
  })
  listen('expose', ({ name, api }: { name: string; api: unknown }) => {
    if (!Object.hasOwn(window, name)) Object.defineProperty(window, name, { value: decode(api), enumerable: true })
  })
}

export function preloadWorld(secret: string, preload: Anything, environment: { platform: string; versions: Record<string, string>; makeWire: () => Wire }) {
  if (window !== window.top) return
  const wire = environment.makeWire()
  const world = globalThis as unknown as { __standIn?: (text: string) => void; __standInReceive?: (text: string) => void; __standInFiles: File[] }
  const send = world.__standIn!
  delete world.__standIn
  world.__standInFiles = []
  const own = new Map<number, Anything>()
  let count = 0
  let answer: { value?: unknown; error?: string } | undefined
  const listen = (name: string, notified: (detail: never) => void) =>
    document.addEventListener(`${secret}:${name}`, (event) => notified((event as CustomEvent).detail as never))
  const say = (name: string, detail: unknown) => document.dispatchEvent(new CustomEvent(`${secret}:${name}`, { detail }))
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  const encode = (value: unknown): unknown => {
    if (typeof value === 'function') {
      own.set(++count, value as Anything)
      return { $function: count }
    }
    if (value instanceof Promise) {
      const promise = ++count
      value.then(
        (settled) => say('settle-main', { promise, value: encode(settled) }),
        (error: Error) => say('settle-main', { promise, error: String(error?.message ?? error) }),
      )
      return { $promise: promise }
    }
    if (Array.isArray(value)) return value.map(encode)
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, encode(member)])) : value
  }
  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(decode)
    if (!isPlain(value)) return value
    if (typeof value.$function === 'number')
      return (...values: unknown[]) => {
        answer = undefined
        say('to-main', { id: value.$function, values: values.map(encode) })
        return decode((answer as { value?: unknown } | undefined)?.value)
      }
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decode(member)]))
  }
  listen('answer-preload', (detail) => {
    answer = detail
  })
  listen('to-preload', ({ id, values }: { id: number; values: unknown[] }) => {
    let told: { value?: unknown; error?: string }
    try {
      told = { value: encode(own.get(id)?.(...values.map(decode))) }
    } catch (error) {
      told = { error: error instanceof Error ? error.message : String(error) }
    }
    say('answer-main', told)
  })

  const pending = new Map<number, [(value: unknown) => void, (error: Error) => void]>()
  const listeners = new Map<string, Set<Anything>>()
  let asked = 0
  world.__standInReceive = (text) => {
    const message = JSON.parse(text) as { kind: string; id: number; channel: string; value: string; error?: string }
    if (message.kind === 'event')
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        listener({ sender: ipcRenderer, ports: [] }, ...(wire.unpack(message.value) as unknown[]))
    if (message.kind !== 'reply') return
    const [settle, fail] = pending.get(message.id) ?? []
    pending.delete(message.id)
    if (message.error === undefined) settle?.(wire.unpack(message.value))
    else fail?.(new Error(message.error))
  }
  const ipcRenderer = {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((settle, fail) => {
        pending.set(++asked, [settle, fail])
        send(JSON.stringify({ kind: 'invoke', id: asked, channel, value: wire.pack(values) }))
      }),
    on: (channel: string, listener: Anything) => {
      if (!listeners.has(channel)) listeners.set(channel, new Set())
      listeners.get(channel)!.add(listener)
      return ipcRenderer
    },
    removeListener: (channel: string, listener: Anything) => {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => say('expose', { name, api: encode(api) }) },
    // A page's File knows its path only to the browser: a ticket stands for it, and the shell's side exchanges tickets for paths.
    webUtils: { getPathForFile: (file: File) => `stand-in-file:${world.__standInFiles.push(file) - 1}` },
  }
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  const process = { platform: environment.platform, versions: environment.versions, sandboxed: true, contextIsolated: true, type: 'renderer', env: {} }
  preload(require, process, module, module.exports, globalThis)
}

/** Tells of a context menu asked for in the page, with what Electron's own event says of the place. */
export function contextMenuWorld() {
  const say = (globalThis as unknown as { __standIn: (text: string) => void }).__standIn
  document.addEventListener('contextmenu', ({ target, clientX: x, clientY: y }) => {
    const selectionText = String(getSelection())
    const isEditable = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !target.readOnly)
    const editFlags = { canUndo: false, canRedo: false, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
    say(JSON.stringify({ params: { isEditable, selectionText, editFlags, frame: null, menuSourceType: 'mouse', x, y } }))
  })
}
