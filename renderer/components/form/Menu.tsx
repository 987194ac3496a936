import './Menu.css'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { classes } from '../classes'

export interface MenuEntry {
  readonly key: string
  readonly label: string
  readonly onPress: () => void
}

/**
 * A button that opens a few further actions.
 *
 * @source WAI-ARIA Authoring Practices, Menu Button pattern
 */
export function Menu({ label, entries, className }: { readonly label: string; readonly entries: readonly MenuEntry[]; readonly className?: string }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLSpanElement>(null)
  const items = () => [...(root.current?.querySelectorAll<HTMLButtonElement>('[role="menuitem"]') ?? [])]
  const close = () => {
    setOpen(false)
    root.current?.querySelector<HTMLButtonElement>('[aria-haspopup]')?.focus()
  }
  useEffect(() => {
    if (!open) return
    root.current?.querySelector<HTMLButtonElement>('[role="menuitem"]')?.focus()
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const move = (event: KeyboardEvent) => {
    const all: readonly Element[] = items()
    const at = document.activeElement === null ? -1 : all.indexOf(document.activeElement)
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : null
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Tab') setOpen(false)
    else if (to !== null) {
      event.preventDefault()
      items()
        .at(to % all.length)
        ?.focus()
    }
  }
  return (
    <span ref={root} className={classes('menu', className)}>
      <button type="button" className="button" aria-haspopup="menu" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div id={id} role="menu" aria-label={label} className="menu-list" tabIndex={-1} onKeyDown={move}>
          {entries.map((entry) => (
            <button
              key={entry.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close()
                entry.onPress()
              }}
            >
              {entry.label}
            </button>
          ))}
        </div>
      )}
    </span>
  )
}
