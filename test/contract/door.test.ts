import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../electron/main/engineProcess'
import { type CallName, contract, type WindowCall } from '../../shared/contract'
import { success } from '../../shared/model/problem'
import { examples, malformed } from './examples.ts'

vi.mock('electron', () => ({ BrowserWindow: { fromWebContents: () => null, getAllWindows: () => [] }, ipcMain: { handle: () => {} }, app: {} }))
const { answerCall } = await import('../../electron/main/serve')

const asked: [string, unknown][] = []
const engine: Engine = {
  ask: (name, input) => {
    asked.push([name, input])
    return Promise.resolve(success({}) as never)
  },
  close: () => Promise.resolve(),
}
type Shell = Parameters<typeof answerCall>[4]
// Made from the contract itself: a handler for each of its calls.
const shell = Object.fromEntries(
  Object.entries(contract)
    .filter(([, { home }]) => home === 'shell')
    .map(([name]) => [
      name,
      (input: unknown) => {
        asked.push([name, input])
        return Promise.resolve(success({}))
      },
    ]),
) as unknown as Shell
type Event = Parameters<typeof answerCall>[0]
const from = (url: string | null, parent: object | null = null) => ({ sender: {}, senderFrame: url === null ? null : { url, parent } }) as unknown as Event
const ours = from('app://bundle/index.html#/skillMap')
const call = (event: Event, name: unknown, input: unknown) => answerCall(event, name, input, engine, shell)
const names = Object.keys(contract) as CallName[]

beforeEach(() => {
  asked.length = 0
})

describe('the one door', () => {
  it('is built by the compiler only with a handler for each call of the shell, and lets the window name no call of the shell’s own', () => {
    // Types alone: `tsc` refuses `true` where the compiler would let it pass.
    const refused: Omit<Shell, 'courier.save'> extends Shell ? never : true = true
    const unnamed: 'report.write' extends WindowCall ? never : true = true
    const own = names.filter((name) => contract[name].shellOnly)
    expect([refused, unnamed, own.sort()]).toEqual([true, true, ['badge.original', 'courier.issue', 'report.document', 'report.write']])
  })

  it('has an example for every call', () => {
    expect(Object.keys(examples).sort()).toEqual([...names].sort())
  })

  for (const name of names) {
    const open = !contract[name].shellOnly

    it(`${open ? 'lets' : 'does not let'} the window call ${name} with input that fits`, async () => {
      const answer = await call(ours, name, examples[name])
      expect(answer).toEqual(open ? success({}) : { ok: false, problem: { code: 'call.unknown', detail: name } })
      expect(asked).toEqual(open ? [[name, examples[name]]] : [])
    })

    it(`refuses ${name} with fifty and more inputs that do not fit, before a handler is called`, async () => {
      const inputs = malformed(examples[name], (value) => contract[name].input.safeParse(value).success)
      expect(inputs.length).toBeGreaterThanOrEqual(50)
      for (const input of inputs)
        expect(await call(ours, name, input)).toMatchObject({ ok: false, problem: { code: open ? 'call.malformed-input' : 'call.unknown' } })
      expect(asked).toEqual([])
    })

    it(`refuses ${name} from anybody but the main frame of our own window`, async () => {
      const strangers = [
        from('https://bundle.example/index.html'),
        from('app://bundle.example/index.html'),
        from('app://bundle/index.html', {}),
        from(null),
        from('about:blank'),
      ]
      for (const stranger of strangers) expect(await call(stranger, name, examples[name])).toEqual({ ok: false, problem: { code: 'call.refused-sender' } })
      expect(asked).toEqual([])
    })
  }

  it('refuses names the contract does not have, those of every object included', async () => {
    for (const name of ['nope', 'constructor', '__proto__', 'toString', '', 7, null, undefined])
      expect(await call(ours, name, {})).toMatchObject({ ok: false, problem: { code: 'call.unknown' } })
  })

  it('answers with a problem where a handler throws', async () => {
    const throwing = { ...engine, ask: () => Promise.reject(new Error('unforeseen')) }
    expect(await answerCall(ours, 'import.list', {}, throwing, shell)).toEqual({ ok: false, problem: { code: 'call.failed', detail: 'unforeseen' } })
  })
})
