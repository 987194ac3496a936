import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { productName: string; version: string }

/** An event whose default a listener may prevent. */
export function preventable() {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

/** What must be put away when the program ends: windows, browser, child processes. */
export const onEnd: (() => void | Promise<void>)[] = []
/** Asks every window to close; false when one of them declined. Set by the windows. */
export const closing = { windows: () => true }

const home = process.env.HOME ?? process.env.USERPROFILE ?? '.'

class StandInApp extends EventEmitter {
  /** STAND_IN_PACKAGED=1 shows what the packed program does. */
  readonly isPackaged = process.env.STAND_IN_PACKAGED === '1'
  readonly name = description.productName
  // Node needs no display: to the program it is as if it had been started without one.
  readonly commandLine = { hasSwitch: (name: string) => name === 'ozone-platform' || process.argv.includes(`--${name}`), appendSwitch: () => {} }
  #paths = new Map<string, string>()
  #lock: string | null = null
  #ending = false
  #ready = new Promise<void>((settle) => setImmediate(settle)).then(async () => {
    const { session } = await import('./session.ts')
    this.emit('session-created', session.defaultSession)
  })
  whenReady = () => this.#ready
  enableSandbox() {}
  configureHostResolver() {}
  getVersion = () => description.version
  getAppPath = () => root
  getLocale = () => process.env.STAND_IN_LOCALE ?? 'ja'
  setPath(name: string, path: string) {
    mkdirSync(path, { recursive: true })
    this.#paths.set(name, resolve(path))
  }
  getPath(name: string): string {
    const set = this.#paths.get(name)
    if (set !== undefined) return set
    if (name === 'userData') {
      const path = join(process.env.XDG_CONFIG_HOME ?? process.env.APPDATA ?? join(home, '.config'), this.name)
      mkdirSync(path, { recursive: true })
      return path
    }
    if (name === 'temp') return tmpdir()
    throw new Error(`stand-in: app.getPath('${name}') is not there`)
  }
  requestSingleInstanceLock(): boolean {
    const file = join(this.getPath('userData'), 'stand-in.lock')
    if (existsSync(file) && isAlive(Number(readFileSync(file, 'utf8')))) return false
    writeFileSync(file, String(process.pid))
    this.#lock = file
    return true
  }
  quit() {
    if (this.#ending) return
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented || !closing.windows()) return
    this.exit(0)
  }
  exit(code = 0) {
    if (this.#ending) return
    this.#ending = true
    this.emit('quit', {}, code)
    if (this.#lock !== null) rmSync(this.#lock, { force: true })
    void Promise.allSettled(onEnd.map((end) => end())).then(() => process.exit(code))
  }
}

/** A process that is gone cannot be asked anything: the signal 0 only asks. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export const app = new StandInApp()
process.on('SIGTERM', () => app.quit()).on('SIGINT', () => app.quit())
