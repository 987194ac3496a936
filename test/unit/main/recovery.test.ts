import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { texts } from '../../../shared/text'

const asked = vi.hoisted(() => ({ messages: [] as string[], response: 0, quit: 0, open: [] as (() => void)[], wait: false }))
vi.mock('electron', () => ({
  app: { quit: () => asked.quit++ },
  dialog: {
    showMessageBox: async (_window: unknown, { message }: { message: string }) => {
      asked.messages.push(message)
      if (asked.wait) await new Promise<void>((settle) => asked.open.push(settle))
      return { response: asked.response }
    },
  },
}))
const { recoverPage } = await import('../../../electron/main/recovery')

function window() {
  const done: string[] = []
  const contents = Object.assign(new EventEmitter(), {
    reload: () => done.push('reload'),
    forcefullyCrashRenderer: () => {
      done.push('crash')
      contents.emit('render-process-gone', {}, { reason: 'killed' })
    },
  })
  const made = Object.assign(new EventEmitter(), { webContents: contents, isDestroyed: () => false })
  recoverPage(made as unknown as Parameters<typeof recoverPage>[0], () => texts.ja.native)
  return { contents, window: made, done }
}
const settled = () => new Promise((settle) => setImmediate(settle))

beforeEach(() => {
  Object.assign(asked, { response: 0, quit: 0, wait: false })
  asked.messages.length = 0
  asked.open.length = 0
})

describe('a page', () => {
  it('that crashed is reported and loaded again, or the program ends where that is chosen', async () => {
    const { contents, done } = window()
    contents.emit('render-process-gone', {}, { reason: 'crashed' })
    await settled()
    expect([asked.messages, done, asked.quit]).toEqual([['画面が止まりました。'], ['reload'], 0])
    asked.response = 1
    contents.emit('render-process-gone', {}, { reason: 'oom' })
    await settled()
    expect([done, asked.quit]).toEqual([['reload'], 1])
  })

  it('whose process ended normally is not reported', async () => {
    const { contents } = window()
    contents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    await settled()
    expect(asked.messages).toEqual([])
  })

  it('that does not answer is reported: the user may wait, or load it again without a second question', async () => {
    const { window: made, done } = window()
    made.emit('unresponsive')
    await settled()
    expect([asked.messages, done]).toEqual([['画面が応答していません。'], []])
    asked.response = 1
    made.emit('unresponsive')
    await settled()
    expect([asked.messages.length, done]).toEqual([2, ['crash', 'reload']])
  })

  it('has one question open at a time', async () => {
    const { window: made } = window()
    asked.wait = true
    made.emit('unresponsive')
    made.emit('unresponsive')
    await settled()
    expect(asked.messages).toHaveLength(1)
    asked.open[0]!()
  })
})
