import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef, useState } from 'react'
import type { CallName } from '../../shared/contract'
import { type PageAsk, usePages } from '../app/pages'
import { classes } from './classes'
import { ProblemNote } from './ProblemNote'
import { Waiting } from './Waiting'

/** A list of any length that draws only what is in sight and asks only for those pages. It scrolls in its own box. */
export function LongList<Name extends CallName, Row>({
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
  if (pages.problem) return <ProblemNote problem={pages.problem} />
  if (pages.total === undefined) return <Waiting />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section ref={box} className={classes('long', className)} aria-label={label} tabIndex={0}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = pages.row(item.index)
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
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
