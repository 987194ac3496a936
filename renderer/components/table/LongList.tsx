import './LongList.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { WindowCall } from '../../../shared/contract'
import { type PageAsk, usePages } from '../../ask/pages'
import { useReturnRow } from '../../view/keptFocus'
import { classes } from '../classes'
import { ProblemNote } from '../notice/ProblemNote'
import { Waiting } from '../notice/Waiting'

/** The row a key leads to from `row`; undefined for keys that are not the list's. */
function rowAfter(key: string, row: number, page: number, total: number): number | undefined {
  const to = { ArrowDown: row + 1, ArrowUp: row - 1, PageDown: row + page, PageUp: row - page, Home: 0, End: total - 1 }[key]
  return to === undefined ? undefined : Math.max(0, Math.min(to, total - 1))
}

/** A list of any length that draws only the visible rows and requests only their pages. It scrolls in its own box; arrow keys move from row to row. */
export function LongList<Name extends WindowCall, Row>({
  label,
  call,
  ask,
  rowHeight,
  render,
  className,
}: {
  /** Spoken name of the list. */
  readonly label: string
  readonly call: Name
  readonly ask: PageAsk<Name, Row>
  /** Expected height of a row in CSS pixels; each is measured once it is drawn. */
  readonly rowHeight: number
  readonly render: (row: Row, index: number) => ReactNode
  readonly className?: string
}) {
  const box = useRef<HTMLElement>(null)
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const pages = usePages(call, ask, ...range)
  const total = pages.total ?? 0
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 380, height: 600 },
    onChange: (instance) => {
      const [first, last] = [instance.range?.startIndex ?? 0, instance.range?.endIndex ?? 0]
      setRange((before) => (before[0] === first && before[1] === last ? before : [first, last]))
    },
  })
  const returnRow = useReturnRow()
  const known = pages.total !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when the list is first drawn
  useEffect(() => {
    if (known && returnRow !== null) virtualizer.scrollToIndex(returnRow, { align: 'center' })
  }, [known])
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const inRow = event.target instanceof Element ? event.target.closest<HTMLElement>('li[data-index]')?.dataset.index : undefined
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1)
    const to = rowAfter(event.key, inRow === undefined ? range[0] - 1 : Number(inRow), page, total)
    if (to === undefined) return
    event.preventDefault()
    virtualizer.scrollToIndex(to)
    reach(to, 60)
  }
  /** A row far away is drawn a frame or two after it was scrolled to, and its page may have to be asked for. A row without a link is focused itself. */
  const reach = (index: number, frames: number) => {
    const row = box.current?.querySelector<HTMLElement>(`li[data-index="${index}"]`)
    const link = row?.querySelector<HTMLElement>('a, button')
    if (link) link.focus()
    else if (frames > 0 && !row?.hasChildNodes()) requestAnimationFrame(() => reach(index, frames - 1))
    else row?.focus()
  }
  if (pages.problem) return <ProblemNote problem={pages.problem} />
  if (pages.total === undefined) return <Waiting />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section ref={box} className={classes('long-list', className)} aria-label={label} tabIndex={0} onKeyDown={keyDown}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = pages.row(item.index)
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              tabIndex={-1}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)`, minHeight: row === undefined ? rowHeight : undefined }}
            >
              {row !== undefined && render(row, item.index)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
