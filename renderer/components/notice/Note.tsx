import './Note.css'
import type { ReactNode } from 'react'
import { classes } from '../classes'

/** A few sentences set apart. The bar at its left says which kind; the words say it too. `speak` reads it out when it appears. */
export function Note({
  kind = 'plain',
  title,
  children,
  speak = false,
}: {
  readonly kind?: 'plain' | 'caution' | 'good' | 'stop' | 'act'
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly speak?: boolean
}) {
  return (
    <div className={classes('note', kind !== 'plain' && kind)} role={speak ? 'status' : undefined}>
      {title !== undefined && <b className="note-title">{title}</b>}
      {children}
    </div>
  )
}
