import { describe, expect, it, vi } from 'vitest'
import { texts } from '../../../shared/text'

vi.mock('electron', () => ({ Menu: {} }))
const { contextMenuOf } = await import('../../../electron/main/contextMenu')
const all = { canUndo: true, canRedo: true, canCut: true, canCopy: true, canPaste: true, canDelete: true, canSelectAll: true, canEditRichly: false }
const labels = (isEditable: boolean, selectionText: string, locale: 'ja' | 'en' = 'ja') =>
  contextMenuOf({ isEditable, selectionText, editFlags: all }, texts[locale].native.menu).flatMap(({ label }) => label ?? [])

describe('the context menu', () => {
  it('of a text field has cut, copy, paste and select all, in both languages', () => {
    expect(labels(true, '')).toEqual(['元に戻す', 'やり直し', '切り取り', 'コピー', '貼り付け', 'すべて選択'])
    expect(labels(true, '', 'en')).toEqual(['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select all'])
  })

  it('of a selection has copy; elsewhere there is no menu', () => {
    expect(labels(false, '東峰大学')).toEqual(['コピー'])
    expect(labels(false, ' \n')).toEqual([])
  })

  it('greys entries that cannot be used now', () => {
    const none = Object.fromEntries(Object.keys(all).map((name) => [name, false])) as unknown as typeof all
    const items = contextMenuOf({ isEditable: true, selectionText: '', editFlags: none }, texts.ja.native.menu)
    expect(items.filter(({ enabled, type }) => type !== 'separator' && enabled !== false)).toEqual([])
  })
})
