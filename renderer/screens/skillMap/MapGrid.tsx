import './MapGrid.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { classes } from '../../components/classes'
import { type Place, press, rangeOf } from '../../components/grid/movement'
import { tableAsHtml, tableAsTsv } from '../../components/table/tableText'
import { useText } from '../../words/text'
import { copiedRows } from './cellText'
import { branchKey } from './columns'
import { MapHead } from './MapHead'
import { MapRowView } from './MapRowView'
import { type MapModel, shapeOf } from './mapModel'
import type { Show } from './rows'
import { useCursor } from './useCursor'

const rowHeight = 25

/** Rows that only hold the place of those not drawn. */
const unseen = { 'aria-hidden': true } as const

export interface MapGridProps {
  readonly model: MapModel
  readonly show: Show
  /** The cell whose people the panel shows. */
  readonly chosen: { readonly division: string; readonly skill: string } | null
  /** `into`: move the focus into the panel. */
  readonly onChoose: (division: string, skill: string, into: boolean) => void
  readonly onClose: () => void
  readonly onTurn: (keys: readonly string[], on?: boolean) => void
  /** The people of a division. */
  readonly onList: (division: string) => void
}

/** The map as a grid: one tab stop, moved by the arrow keys; only rows near the visible part are drawn. */
export function MapGrid({ model, show, chosen, onChoose, onClose, onTurn, onList }: MapGridProps) {
  const text = useText()
  const { rows, columns, groups, heads, table } = model
  const box = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useCursor(model, chosen === null ? null : { row: chosen.division, column: chosen.skill })
  const [message, setMessage] = useState('')
  const [moves, setMoves] = useState(0)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 24,
    initialRect: { width: 900, height: 2400 },
  })

  const { row: atRow, column: atColumn } = cursor.at
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows a move of the cursor, and nothing else
  useEffect(() => {
    if (moves === 0) return
    const find = () =>
      box.current?.querySelector<HTMLElement>(
        `[data-r="${atRow}"][data-c="${
          shapeOf(model, 1)
            .stops(atRow)
            .findLast((stop) => stop <= atColumn) ?? 0
        }"]`,
      )
    const cell = find()
    if (cell) reach(cell)
    else {
      virtualizer.scrollToIndex(Math.max(0, atRow - heads), { align: 'center' })
      requestAnimationFrame(() => reach(find()))
    }
  }, [moves])

  const turnAt = ({ row, column }: Place, on?: boolean) => {
    if (heads === 2 && row === 0) {
      const under = column === 0 ? groups : groups.filter(({ from, span }) => from + 2 <= column && column < from + 2 + span)
      const fold = under.some(({ branch, folded }) => branch !== null && !folded)
      onTurn(
        under.flatMap(({ branch }) => (branch === null ? [] : [branchKey(branch.path)])),
        fold,
      )
      return
    }
    const here = rows[row - heads]
    if (here?.foldable === true) onTurn([here.key], on)
  }

  const openAt = ({ row, column }: Place, into: boolean) => {
    const division = row < heads ? rows[0]?.key : rows[row - heads]?.key
    const skill = columns[column - 2]?.skill.path
    if (division === undefined) return
    if (skill !== undefined) onChoose(division, skill, into)
    else if (row >= heads) onList(division)
  }

  const keyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - 90) / rowHeight))
    const done = press(cursor, { key: event.key, ctrl: event.ctrlKey, shift: event.shiftKey }, shapeOf(model, page))
    if (done === null) return
    event.preventDefault()
    setCursor(done.cursor)
    if (done.wish === 'open' || done.wish === 'choose') return openAt(cursor.at, done.wish === 'open')
    setMoves(moves + 1)
    if (done.wish === 'close') onClose()
    else if (done.wish !== null) turnAt(cursor.at)
  }

  const click = (event: MouseEvent) => {
    const at = placeAt(event.target)
    if (at === null) return
    setCursor({ at, anchor: event.shiftKey ? (cursor.anchor ?? cursor.at) : null })
    if (event.shiftKey) return
    if (shapeOf(model, 1).folded(at) === null) openAt(at, false)
    else turnAt(at)
  }

  const copy = (event: ClipboardEvent) => {
    const range = rangeOf(cursor)
    const part = { rows: [Math.max(0, range.rows[0] - heads), Math.max(0, range.rows[1] - heads)] as const, columns: range.columns }
    const copied = copiedRows(table, rows, columns, part, show, text)
    event.preventDefault()
    event.clipboardData.setData('text/plain', tableAsTsv(copied))
    event.clipboardData.setData('text/html', tableAsHtml(copied))
    setMessage(text.skillMap.spoken.copied(copied.length - 1, (copied[0]?.length ?? 1) - 1))
  }

  const range = cursor.anchor === null ? null : rangeOf(cursor)
  const chosenColumn = chosen === null ? -1 : columns.findIndex(({ skill }) => skill.path === chosen.skill)
  const drawn = virtualizer.getVirtualItems()
  const before = drawn[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const width = columns.length + 2
  return (
    <div ref={box} className="scroll-box map-box">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved in by arrow keys is a grid
        role="grid"
        className={classes('map', show === 'share' && 'shares')}
        aria-label={text.skillMap.caption}
        aria-rowcount={rows.length + heads}
        aria-colcount={width}
        aria-multiselectable="true"
        aria-describedby="map-keys"
        style={{ minWidth: `calc(var(--map-head) + var(--map-people) + ${columns.length * 52}px)` }}
        onKeyDown={keyDown}
        onClick={click}
        onCopy={copy}
        onFocus={(event) => {
          const at = placeAt(event.target)
          if (at !== null && (at.row !== atRow || at.column !== atColumn)) setCursor({ at, anchor: cursor.anchor })
        }}
      >
        <colgroup>
          <col className="map-name-column" />
          <col className="map-people-column" />
          {columns.map(({ skill }) => (
            <col key={skill.path} />
          ))}
        </colgroup>
        <MapHead
          model={model}
          at={
            atRow < heads
              ? {
                  row: atRow,
                  column:
                    shapeOf(model, 1)
                      .stops(atRow)
                      .findLast((stop) => stop <= atColumn) ?? 0,
                }
              : null
          }
          chosen={chosenColumn === -1 ? null : chosenColumn}
        />
        <tbody>
          {before > 0 && <tr {...unseen} style={{ height: before }} />}
          {drawn.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            const place = index + heads
            const ranged = range !== null && range.rows[0] <= place && place <= range.rows[1]
            return (
              <MapRowView
                key={row.key}
                model={model}
                row={row}
                place={place}
                show={show}
                at={place === atRow ? atColumn : null}
                chosen={chosenColumn !== -1 && chosen?.division === row.key ? chosenColumn + 2 : null}
                from={ranged ? range.columns[0] : null}
                to={ranged ? range.columns[1] : null}
              />
            )
          })}
          {after > 0 && <tr {...unseen} style={{ height: after }} />}
        </tbody>
      </table>
      <p id="map-keys" className="visually-hidden">
        {text.skillMap.keys}
      </p>
      <p className="visually-hidden" role="status">
        {message}
      </p>
    </div>
  )
}

/** Focus without the browser's own jump, then into sight beside the sticky heads. */
function reach(cell: HTMLElement | null | undefined): void {
  cell?.focus({ preventScroll: true })
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The place of the grid an event happened in. */
function placeAt(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-r]') : null
  return cell === null ? null : { row: Number(cell.dataset.r), column: Number(cell.dataset.c) }
}
