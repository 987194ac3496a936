import './requirements.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { classes } from '../../components/classes'
import { type Cursor, type GridShape, press, rangeOf } from '../../components/grid/movement'
import { tableAsTsv } from '../../components/table/tableText'
import { useText } from '../../words/text'
import { type CellValue, readBlock, readPeople } from './edit'
import { SheetLine } from './SheetLine'
import { copiedNumbers, filledDown, pasted, type Sheet, withNumber } from './sheet'

const rowHeight = 29

/** Rows that only hold the place of those not drawn. */
const unseen = { 'aria-hidden': true } as const

interface SheetGridProps {
  readonly sheet: Sheet
  readonly onEdit: (cells: readonly CellValue[]) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** The grid for entering requirements: type a number, move by arrows, copy, paste a block, fill down, undo. */
export function SheetGrid({ sheet, onEdit, onUndo, onRedo }: SheetGridProps) {
  const { requirements: words, skillMap } = useText()
  const box = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<Cursor>({ at: { row: 0, column: 0 }, anchor: null })
  const [draft, setDraft] = useState<string | null>(null)
  const [message, setMessage] = useState('')
  const [moves, setMoves] = useState(0)
  const virtualizer = useVirtualizer({
    count: sheet.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 24,
    initialRect: { width: 900, height: 2400 },
  })
  const { row: atRow, column: atColumn } = cursor.at
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows a move of the cursor, and nothing else
  useEffect(() => {
    if (moves === 0) return
    const find = () => box.current?.querySelector<HTMLElement>(`[data-r="${atRow}"][data-c="${atColumn}"]`)
    const cell = find()
    if (cell) return cell.focus()
    virtualizer.scrollToIndex(atRow, { align: 'center' })
    requestAnimationFrame(() => find()?.focus())
  }, [moves])
  const shape: GridShape = {
    rows: sheet.rows.length,
    columns: sheet.skills.length,
    page: Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 2),
    stops: () => sheet.skills.map((_, column) => column),
    folded: () => null,
    parent: () => null,
  }
  const range = rangeOf(cursor)
  const move = (key: string, shift = false, ctrl = false) => {
    const moved = press(cursor, { key, shift, ctrl }, shape)
    if (moved === null) return
    setCursor(moved.cursor)
    setMoves(moves + 1)
  }
  /** Whether the typed number was taken; an empty one takes the requirement away. */
  const commit = (): boolean => {
    if (draft === null) return true
    const people = readPeople(draft)
    if (people === undefined) {
      setMessage(words.wrongNumber(draft))
      return false
    }
    setMessage('')
    setDraft(null)
    onEdit(withNumber(sheet, range, people))
    return true
  }
  const keyWhileTyping = (event: KeyboardEvent) => {
    // While a Japanese input method composes, Enter belongs to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      setDraft(null)
      setMoves(moves + 1)
    } else if (event.key === 'Enter' || event.key === 'Tab' || event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      if (commit()) move(event.key === 'Tab' ? (event.shiftKey ? 'ArrowLeft' : 'ArrowRight') : event.key === 'ArrowUp' ? 'ArrowUp' : 'ArrowDown')
    } else return
    event.preventDefault()
  }
  const commandOf = ({ key, ctrlKey, shiftKey }: KeyboardEvent): (() => void) | null => {
    if (ctrlKey && key.toLowerCase() === 'z') return shiftKey ? onRedo : onUndo
    if (ctrlKey && key.toLowerCase() === 'y') return onRedo
    if (ctrlKey && key.toLowerCase() === 'd') return () => onEdit(filledDown(sheet, range))
    if (ctrlKey) return null
    if (key === 'Delete' || key === 'Backspace') return () => onEdit(withNumber(sheet, range, null))
    if (/^[0-9０-９]$/.test(key)) return () => setDraft(key.normalize('NFKC'))
    if (key === 'F2' || key === 'Enter') return () => setDraft(String(sheet.rows[atRow]?.cells[atColumn]?.required ?? ''))
    return null
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    if (draft !== null) return keyWhileTyping(event)
    const command = commandOf(event)
    if (command !== null) {
      event.preventDefault()
      command()
    } else if (press(cursor, { key: event.key, ctrl: event.ctrlKey, shift: event.shiftKey }, shape) !== null && event.key !== ' ') {
      event.preventDefault()
      move(event.key, event.shiftKey, event.ctrlKey)
    }
  }
  const placeAt = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-r]') : null
    return cell === null ? null : { row: Number(cell.dataset.r), column: Number(cell.dataset.c) }
  }
  const click = (event: MouseEvent) => {
    const at = placeAt(event.target)
    if (at === null || (at.row === atRow && at.column === atColumn && draft !== null)) return
    if (commit()) setCursor({ at, anchor: event.shiftKey ? (cursor.anchor ?? cursor.at) : null })
  }
  const copy = (event: ClipboardEvent) => {
    if (draft !== null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', tableAsTsv(copiedNumbers(sheet, range)))
  }
  const paste = (event: ClipboardEvent) => {
    if (draft !== null) return
    event.preventDefault()
    const block = readBlock(event.clipboardData.getData('text/plain'))
    if ('wrong' in block) return setMessage(words.wrongPaste(block.wrong))
    setMessage('')
    onEdit(pasted(sheet, range, block.rows))
  }
  const drawn = virtualizer.getVirtualItems()
  const before = drawn[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <>
      <div ref={box} className="scroll-box sheet-box">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved in by arrow keys is a grid
          role="grid"
          className="sheet"
          aria-label={words.grid}
          aria-rowcount={sheet.rows.length + 1}
          aria-colcount={sheet.skills.length + 1}
          aria-multiselectable="true"
          aria-describedby="sheet-keys"
          onKeyDown={keyDown}
          onClick={click}
          onDoubleClick={() => setDraft(String(sheet.rows[atRow]?.cells[atColumn]?.required ?? ''))}
          onCopy={copy}
          onPaste={paste}
        >
          <thead>
            <tr>
              <th scope="col">{skillMap.division}</th>
              {sheet.skills.map(({ path, name }, column) => (
                <th key={path} scope="col" title={path.replaceAll('/', ' ＞ ')} className={classes(column === atColumn && 'current')}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <tr {...unseen} style={{ height: before }} />}
            {drawn.map(({ index }) => {
              const row = sheet.rows[index]
              if (row === undefined) return null
              return (
                <SheetLine
                  key={row.divisionCode ?? '*'}
                  row={row}
                  place={index}
                  skills={sheet.skills}
                  at={index === atRow ? atColumn : null}
                  chosen={range.rows[0] <= index && index <= range.rows[1] ? range.columns : null}
                  draft={index === atRow ? draft : null}
                  onDraft={setDraft}
                />
              )
            })}
            {after > 0 && <tr {...unseen} style={{ height: after }} />}
          </tbody>
        </table>
      </div>
      <p id="sheet-keys" className="muted">
        {words.keys}
      </p>
      <p role="alert" className="field-error">
        {message}
      </p>
    </>
  )
}
