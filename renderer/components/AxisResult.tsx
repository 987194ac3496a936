import './AxisResult.css'
import { useText } from '../words/text'

export type AxisSign = 'right' | 'unknown' | 'wrong' | 'none'

const signs: Readonly<Record<AxisSign, string>> = { right: '✓', unknown: '？', wrong: '✕', none: '―' }

/** One axis of a verdict: ✓ right · ？ unknown · ✕ wrong · ― not applicable, then the word for its value. */
export function AxisResult({ sign, children }: { readonly sign: AxisSign; readonly children: string }) {
  const text = useText()
  return (
    <span className={`axis axis-${sign}`}>
      <i aria-hidden="true">{signs[sign]}</i>
      <span className="visually-hidden">{text.shell.axisSigns[sign]}: </span>
      {children}
    </span>
  )
}
