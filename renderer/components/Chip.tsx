import type { ReactNode } from 'react'
import { classes } from './classes'

/** A condition that is on or off. `onRemove` adds an ×; `removeLabel` is its spoken name. */
export function Chip({
  children,
  on = false,
  dashed = false,
  onPress,
  onRemove,
  removeLabel,
}: {
  readonly children: ReactNode
  readonly on?: boolean
  readonly dashed?: boolean
  readonly onPress?: () => void
  readonly onRemove?: () => void
  readonly removeLabel?: string
}) {
  if (onRemove) {
    return (
      <span className={classes('chip', on && 'is-on')}>
        {children}
        <button type="button" className="chip-remove" aria-label={removeLabel} onClick={onRemove}>
          <span aria-hidden="true">×</span>
        </button>
      </span>
    )
  }
  return (
    <button type="button" className={classes('chip', on && 'is-on', dashed && 'dashed')} aria-pressed={on} onClick={onPress}>
      {children}
    </button>
  )
}
