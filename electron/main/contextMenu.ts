import { type ContextMenuParams, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { Text } from '../../shared/text'

/** The menu of a text field or a selection; empty elsewhere. An entry that cannot be used now is disabled. */
export function contextMenuOf(
  { isEditable, selectionText, editFlags }: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>,
  text: Text['native']['menu'],
): readonly MenuItemConstructorOptions[] {
  if (isEditable) {
    return [
      { role: 'undo', label: text.undo, enabled: editFlags.canUndo },
      { role: 'redo', label: text.redo, enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', label: text.cut, enabled: editFlags.canCut },
      { role: 'copy', label: text.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: text.paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: text.selectAll, enabled: editFlags.canSelectAll },
    ]
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: text.copy, enabled: editFlags.canCopy }]
}

/** Opens the menu at the right button, the menu key and Shift+F10. */
export function offerContextMenu(contents: WebContents, text: () => Text['native']['menu']): void {
  contents.on('context-menu', (_event, params) => {
    const items = contextMenuOf(params, text())
    if (items.length === 0) return
    Menu.buildFromTemplate([...items]).popup({
      ...(params.frame === null ? {} : { frame: params.frame }),
      x: params.x,
      y: params.y,
      sourceType: params.menuSourceType,
    })
  })
}
