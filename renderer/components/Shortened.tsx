import { shortened } from '../words/format'

/** An identifier that is too long for its place: its beginning and its end, the whole to the ear and to the pointer. */
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
