import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { texts } from '../../../shared/text'
import { scratch } from '../courier/loopback'

const dialog = vi.hoisted(() => ({ path: '', response: 1, questions: [] as string[], filters: [] as unknown[] }))
vi.mock('electron', () => ({
  dialog: {
    showSaveDialog: ({ filters }: { filters?: unknown }) => {
      dialog.filters.push(filters)
      return Promise.resolve({ canceled: dialog.path === '', filePath: dialog.path })
    },
    showMessageBox: ({ message }: { message: string }) => {
      dialog.questions.push(message)
      return Promise.resolve({ response: dialog.response })
    },
  },
}))
const { askTarget, withExtension } = await import('../../../electron/main/target')
const ask = (extension: string) => askTarget(null, texts.ja.native, extension, { title: '', defaultPath: '' })

beforeEach(() => {
  dialog.questions.length = 0
  dialog.filters.length = 0
})

describe('a name to save under', () => {
  it('gets the extension of the chosen kind, unless it has it', () => {
    expect(withExtension('/a/map', 'xlsx')).toBe('/a/map.xlsx')
    expect(withExtension('/a/map.XLSX', 'xlsx')).toBe('/a/map.XLSX')
    expect(withExtension('/a/R8.4.1現在', 'pdf')).toBe('/a/R8.4.1現在.pdf')
    expect(withExtension('/a/map.', 'csv')).toBe('/a/map.csv')
    expect(withExtension('/a/map.csv', 'xlsx')).toBe('/a/map.csv.xlsx')
    expect(withExtension('/a.b/map', 'pdf')).toBe('/a.b/map.pdf')
    expect(withExtension('/a/original', '')).toBe('/a/original')
  })

  it('asks again where the name with its extension is taken', async () => {
    const folder = scratch()
    dialog.path = join(folder, 'map')
    expect(await ask('xlsx')).toBe(`${dialog.path}.xlsx`)
    expect(dialog.questions).toEqual([])
    writeFileSync(`${dialog.path}.xlsx`, '')
    dialog.response = 1
    expect(await ask('xlsx')).toBeNull()
    dialog.response = 0
    expect(await ask('xlsx')).toBe(`${dialog.path}.xlsx`)
    expect(dialog.questions).toHaveLength(2)
    // The system's dialog has asked about a name that was typed with its extension.
    dialog.path = `${dialog.path}.xlsx`
    expect(await ask('xlsx')).toBe(dialog.path)
    expect(dialog.questions).toHaveLength(2)
  })

  it('is null where the person cancels', async () => {
    dialog.path = ''
    expect(await ask('pdf')).toBeNull()
    expect(dialog.filters).toEqual([[{ name: 'PDF', extensions: ['pdf'] }]])
  })
})
