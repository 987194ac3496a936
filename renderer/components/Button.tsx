import type { ReactNode } from 'react'
import { classes } from './classes'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: (() => void) | undefined
  /** `primary` once per decision; `stop` to undo or remove, never filled; `text` reads like a link. */
  readonly kind?: 'primary' | 'plain' | 'stop' | 'text'
  readonly size?: 'usual' | 'big'
  /** Why it cannot be pressed now. It stays reachable and the reason stands beside it. */
  readonly because?: string | null | undefined
  readonly submits?: boolean
  /** Spoken name, where the words on it alone do not say enough. */
  readonly label?: string
  readonly className?: string
}

const kinds = { primary: 'pri', plain: '', stop: 'stop', text: 'txt' } as const

/** A thing to press. Its words say the result and the number: 「485件を取り込む」. */
export function Button({ children, onPress, kind = 'plain', size = 'usual', because, submits = false, label, className }: ButtonProps) {
  const off = because !== undefined && because !== null
  const button = (
    <button
      type={submits ? 'submit' : 'button'}
      className={classes('btn', kinds[kind], size === 'big' && 'big', className)}
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={(event) => {
        if (off) event.preventDefault()
        else onPress?.()
      }}
    >
      {children}
    </button>
  )
  if (!off) return button
  return (
    <span className="btn-why">
      {button}
      <span className="muted">{because}</span>
    </span>
  )
}
