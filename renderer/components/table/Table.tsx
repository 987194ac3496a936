import type { ReactNode } from 'react'
import { classes } from '../classes'

/** A box that scrolls by itself, with its sticky table. Reachable by keyboard, named by `label`. */
export function TableBox({ label, children, fills = false }: { readonly label: string; readonly children: ReactNode; readonly fills?: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section className={classes('scroll-box', fills && 'fills')} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

export interface Column {
  readonly key: string
  readonly title: ReactNode
  readonly numeric?: boolean
  /** Width in CSS pixels; the rest share what is left. */
  readonly width?: number
}

/** A table with its head. `caption` is spoken, not shown. */
export function Table({
  caption,
  columns,
  children,
  middle = true,
}: {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly children: ReactNode
  readonly middle?: boolean
}) {
  return (
    <table className={classes('data-table', middle && 'middle')}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={classes(column.numeric === true && 'number')}
              style={column.width === undefined ? undefined : { width: column.width }}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** A row; the chosen one is marked by lines, a bar and `aria-selected`. */
export function Row({ chosen = false, children }: { readonly chosen?: boolean; readonly children: ReactNode }) {
  return (
    <tr className={classes(chosen && 'is-chosen')} aria-current={chosen || undefined}>
      {children}
    </tr>
  )
}

/** A bar next to its number, hidden from screen readers. `share` is 0 to 1; a share above 0 is never invisible. */
export function Meter({ share, tone = 'act' }: { readonly share: number; readonly tone?: 'act' | 'soft' | 'ink' }) {
  const width = share <= 0 ? 0 : Math.min(Math.max(share * 100, 1), 100)
  return (
    <div className={`meter meter-${tone}`} aria-hidden="true">
      <i style={{ width: `${width}%` }} />
    </div>
  )
}
