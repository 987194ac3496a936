import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../../electron/main/engineProcess'
import type { CourierAddress } from '../../../shared/model/courier'
import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { scratch, script } from './loopback'

const dialog = vi.hoisted(() => ({ path: '', asked: [] as string[] }))
vi.mock('electron', () => ({
  dialog: {
    showSaveDialog: (options: { readonly defaultPath: string }) => {
      dialog.asked.push(options.defaultPath)
      return Promise.resolve({ canceled: dialog.path === '', filePath: dialog.path })
    },
  },
  BrowserWindow: class {},
}))
const { shellHandlers } = await import('../../../electron/main/handlers')
const { unfinishedWork } = await import('../../../electron/main/unfinished')

const urls: readonly CourierAddress[] = [{ url: 'https://badge.example.jp/a/1', why: 'hosted', credentials: 1 }]
const asked: string[] = []
const save = (what: 'list' | 'script', listed: readonly CourierAddress[] = urls) => {
  // The engine is asked for the list, for its name once it is to be written, and for nothing else.
  const ask = (call: string) => {
    asked.push(call)
    return Promise.resolve(success(call === 'courier.issue' ? { id: 'list-1' } : { urls: [...listed], leftOut: 2 }) as never)
  }
  const engine: Engine = { ask, close: () => Promise.resolve() }
  return shellHandlers(engine, () => texts.ja, unfinishedWork())['courier.save']!({ what, olderThanDays: 180 }, null)
}

beforeEach(() => {
  dialog.path = ''
  dialog.asked.length = 0
  asked.length = 0
})

describe('saving for the courier', () => {
  it('writes the list as the script reads it', async () => {
    dialog.path = join(scratch(), 'list.json')
    expect(await save('list')).toEqual(success({ path: dialog.path, urls: 1, leftOut: 2 }))
    expect(JSON.parse(readFileSync(dialog.path, 'utf8'))).toEqual({ kind: 'tekizai-courier-list', version: 1, id: 'list-1', urls })
    expect(asked).toEqual(['courier.list', 'courier.issue'])
  })
  it('writes the script as it is shipped', async () => {
    dialog.path = join(scratch(), 'courier.mjs')
    expect(await save('script')).toEqual(success({ path: dialog.path, urls: 0, leftOut: 0 }))
    expect(readFileSync(dialog.path)).toEqual(readFileSync(script))
    expect(dialog.asked).toEqual(['courier.mjs'])
  })
  it('writes nothing where the dialog is cancelled, and shows no dialog where there is no address', async () => {
    expect(await save('list')).toEqual(success({ path: null, urls: 1, leftOut: 2 }))
    expect(asked).toEqual(['courier.list'])
    expect(dialog.asked).toHaveLength(1)
    expect(await save('list', [])).toEqual(success({ path: null, urls: 0, leftOut: 2 }))
    expect(dialog.asked).toHaveLength(1)
  })
  it('reports a path that cannot be written', async () => {
    const folder = scratch()
    writeFileSync(join(folder, 'file'), '')
    dialog.path = join(folder, 'file', 'list.json')
    expect(await save('list')).toMatchObject({ ok: false, problem: { code: 'path.not-writable' } })
  })
})
