import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { onEnd } from './app.ts'

const children = new Set<ChildProcess>()
onEnd.push(() => children.forEach((child) => void child.kill()))

class Utility extends EventEmitter {
  #child: ChildProcess
  constructor(file: string, words: readonly string[], flags: readonly string[]) {
    super()
    // What a test has put before the program stands before its processes too.
    const before = process.execArgv.filter((word) => word.endsWith('no-sockets.ts')).flatMap((word) => ['--import', word])
    const execArgv = [...flags, ...before, '--import', new URL('./utility.ts', import.meta.url).href]
    this.#child = fork(file, [...words], { serialization: 'advanced', execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    children.add(this.#child)
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('exit', (code) => {
      children.delete(this.#child)
      this.emit('exit', code ?? 15)
    })
  }
  get pid() {
    return this.#child.pid
  }
  postMessage(message: unknown): void {
    this.#child.send(structuredClone(message) as object)
  }
  kill = () => this.#child.kill()
}

export const utilityProcess = {
  fork: (file: string, words: readonly string[] = [], { execArgv = [] }: { readonly execArgv?: readonly string[] } = {}) => new Utility(file, words, execArgv),
}
