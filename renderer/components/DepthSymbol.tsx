import type { ReactElement } from 'react'
import { type Depth, depth } from '../../shared/coverage'

const shapes: Readonly<Record<Depth, ReactElement>> = {
  0: <path d="M2 2l8 8M10 2l-8 8" />,
  1: <path d="M6 1.2L11.4 11H.6z" fill="currentColor" stroke="none" />,
  2: <circle cx="6" cy="6" r="4.6" />,
  3: (
    <>
      <circle cx="6" cy="6" r="5.1" strokeWidth="1.7" />
      <circle cx="6" cy="6" r="2" strokeWidth="1.6" />
    </>
  ),
}

/** The depth of a number of holders as a shape: ✕ 0 · ▲ 1 · ○ 2 · ◎ 3 and more. Hidden from screen readers: the number is always next to it. */
export function DepthSymbol({ holders }: { readonly holders: number }) {
  return (
    <svg className="depth-symbol" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[depth(holders)]}
    </svg>
  )
}
