// True Electron driven over two pipes, with no debugger that listens: nothing at all is excepted from what the recorder saw.
import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { recordElectron } from './record.ts'

/** The window's page, and the program's end. */
export interface Piped {
  /** What an expression in the page comes to. It is asked again until it comes to something true. */
  until(expression: string): Promise<unknown>
  /** Ends the program as a person closing its window does, and fails where it touched the internet. */
  close(): Promise<void>
}

interface Answer {
  readonly id?: number
  readonly result?: {
    readonly sessionId?: string
    readonly targetInfos?: readonly { readonly type: string; readonly url: string; readonly targetId: string }[]
    readonly result?: { readonly value?: unknown }
  }
}

const pause = () => new Promise((settle) => setTimeout(settle, 200))

/** @source Chrome DevTools Protocol: messages over a pipe end with a NUL */
export async function launchPiped(program: string, words: readonly string[]): Promise<Piped> {
  const recording = recordElectron(program, 0)
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(recording.program, [...asRoot, '--remote-debugging-pipe', ...words], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const gone = new Promise<void>((settle) => child.on('close', () => settle()))
  const waiting = new Map<number, (answer: Answer) => void>()
  let [text, asked] = ['', 0]
  from.setEncoding('utf8')
  from.on('data', (part: string) => {
    const messages = (text + part).split('\0')
    text = messages.pop()!
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
    }
  })
  const send = (method: string, params: object, sessionId?: string) =>
    new Promise<Answer>((settle) => {
      const id = ++asked
      waiting.set(id, settle)
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`)
    })
  let page: string | undefined
  while (page === undefined) {
    const { result } = await send('Target.getTargets', {})
    page = result?.targetInfos?.find(({ type, url }) => type === 'page' && url.startsWith('app://bundle/'))?.targetId
    if (page === undefined) await pause()
  }
  const session = (await send('Target.attachToTarget', { targetId: page, flatten: true })).result!.sessionId!
  return {
    until: async (expression) => {
      for (;;) {
        const { result } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, session)
        if (result?.result?.value) return result.result.value
        await pause()
      }
    },
    close: async () => {
      void send('Page.close', {}, session)
      await gone
      recording.check()
    },
  }
}
