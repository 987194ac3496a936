import './PanelPlace.css'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../words/text'
import { classes } from './classes'

const isNarrow = (): boolean => window.matchMedia('(max-width: 1200px)').matches

/**
 * The place beside a table where what was chosen is shown. Under 1200 px it is a drawer over the screen: the focus goes in, Esc and × lead back to where
 * one came from.
 */
export function PanelPlace({
  what,
  onClose,
  children,
}: {
  /** What was chosen; null if nothing is chosen: then the panel is below the table in a narrow window. */
  readonly what: string | null
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { shell } = useText()
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (what === null || !isNarrow()) return
    if (box.current?.contains(document.activeElement) === false) before.current = document.activeElement
    // A list that is still on its way cannot take the focus: the way back can.
    const into =
      box.current?.querySelector<HTMLElement>('.side-panel input, .side-panel [tabindex="0"]') ?? box.current?.querySelector<HTMLElement>('.panel-close')
    into?.focus({ preventScroll: true })
  }, [what])
  const close = () => {
    onClose()
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes it from any place within
    <div
      ref={box}
      className={classes('panel-place', what !== null && 'is-open')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && what !== null && isNarrow()) close()
      }}
    >
      {what !== null && (
        <button type="button" className="panel-close" aria-label={shell.close} onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      )}
      {children}
    </div>
  )
}
