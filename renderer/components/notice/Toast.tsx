import './Toast.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../../words/text'
import { Button } from '../form/Button'
import { Note } from './Note'

/** Milliseconds until the message closes itself. */
const shownFor = 15_000

/**
 * A message about a finished action, in a row of its own: it covers nothing. It closes itself after a while, but not while the pointer or the focus is in it;
 * F6 moves the focus to it, Esc closes it.
 */
export function Toast({ title, children, onClose }: { readonly title: ReactNode; readonly children?: ReactNode; readonly onClose: () => void }) {
  const text = useText()
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  const [held, setHeld] = useState(false)
  const end = useRef(onClose)
  end.current = onClose
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => end.current(), shownFor)
    return () => clearTimeout(timer)
  }, [held])
  const close = () => {
    if (before.current instanceof HTMLElement && box.current?.contains(document.activeElement) === true) before.current.focus()
    onClose()
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return
      event.preventDefault()
      if (box.current?.contains(document.activeElement) === false) before.current = document.activeElement
      box.current?.focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes it from any place within
    <div
      ref={box}
      className="toast"
      tabIndex={-1}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(box.current?.contains(document.activeElement) === true)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <Note kind="good" speak title={<>✓ {title}</>}>
        {children}
      </Note>
      <span className="toast-do">
        <kbd>F6</kbd>
        <Button kind="text" onPress={close}>
          {text.shell.close}
        </Button>
      </span>
    </div>
  )
}
