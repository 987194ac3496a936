import './PanelTop.css'
import type { ReactNode } from 'react'
import { useText } from '../../words/text'

/** The first line of the panel, with the × that closes it. */
export function PanelTop({ title, onClose }: { readonly title: ReactNode; readonly onClose: () => void }) {
  const { shell } = useText()
  return (
    <span className="panel-top">
      <span>{title}</span>
      <button type="button" className="panel-top-close" aria-label={shell.close} onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
    </span>
  )
}
