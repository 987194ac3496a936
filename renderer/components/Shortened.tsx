import { shortened } from '../words/format'

/** The beginning and the end of a long identifier; screen readers and the tooltip get all of it. */
export function Shortened({ children, most }: { readonly children: string; readonly most: number }) {
  const short = shortened(children, most)
  if (short === children) return children
  return (
    <span title={children}>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{children}</span>
    </span>
  )
}
