import { type ReactNode, useId } from 'react'
import { classes } from '../classes'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: (() => void) | undefined
  /** `primary` once per decision; `stop` to undo or remove, never filled; `text` reads like a link. */
  readonly kind?: 'primary' | 'plain' | 'stop' | 'text'
  readonly size?: 'usual' | 'big'
  /** Why it cannot be pressed now. It stays focusable and the reason is shown next to it. */
  readonly because?: string | null | undefined
  readonly submits?: boolean
  /** The form it submits, if it is outside that form. */
  readonly form?: string
  /** Spoken name, where the words on it alone do not say enough. */
  readonly label?: string
  readonly className?: string
}

const kinds = { primary: 'primary', plain: '', stop: 'stop', text: 'text-like' } as const

/** A button. Its label says the result and the number: 「485件を取り込む」. It stays the same element while it cannot be pressed, so that the focus stays on it. */
export function Button({ children, onPress, kind = 'plain', size = 'usual', because, submits = false, form, label, className }: ButtonProps) {
  const id = useId()
  const off = because !== undefined && because !== null
  return (
    <>
      <button
        type={submits ? 'submit' : 'button'}
        form={form}
        className={classes('button', kinds[kind], size === 'big' && 'large', className)}
        aria-label={label}
        aria-disabled={off || undefined}
        aria-describedby={off && because !== '' ? id : undefined}
        onClick={(event) => {
          if (off) event.preventDefault()
          else onPress?.()
        }}
      >
        {children}
      </button>
      {off && because !== '' && (
        <span id={id} className="muted">
          {because}
        </span>
      )}
    </>
  )
}
