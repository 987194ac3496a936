import './Dialog.css'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

/** A dialog over the screen. Esc closes it; the focus returns to where it was. Shown while it is rendered. */
export function Dialog({
  title,
  onClose,
  actions,
  children,
  wide = false,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly actions: ReactNode
  readonly children: ReactNode
  readonly wide?: boolean
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Before the dialog leaves the page: a dialog that is gone gives no focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    if (shown?.open === false) shown.showModal()
    // What is longer than the dialog is scrolled by keys too.
    const inside = shown?.querySelector<HTMLElement>('.dialog-in')
    if (inside && inside.scrollHeight > inside.clientHeight) inside.tabIndex = 0
    // Focus the first field, else the last button, which changes nothing: a quick Enter must not remove anything.
    shown?.querySelector<HTMLElement>('.dialog-in input:not([type="checkbox"]), .dialog-actions > :last-child')?.focus()
    return () => {
      shown?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide-dialog' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="dialog-in">{children}</div>
      <div className="dialog-actions">{actions}</div>
    </dialog>
  )
}
