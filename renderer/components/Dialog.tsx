import { type ReactNode, useEffect, useId, useRef } from 'react'

/** A question or an explanation over the screen. Esc closes it; the focus goes back to where it was. Shown while it is rendered. */
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
  useEffect(() => {
    const shown = dialog.current
    if (shown?.open === false) shown.showModal()
    // The last answer changes nothing: a hasty Enter must not remove anything.
    shown?.querySelector<HTMLElement>('.dialog-actions > :last-child')?.focus()
    return () => shown?.close()
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
