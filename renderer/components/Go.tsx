import type { ReactNode } from 'react'
import type { ScreenName, Selected } from '../view/view'
import { useView } from '../view/view'
import { classes } from './classes'

/** A link to another screen with a choice for it. Day, level and grades are kept. `as="button"` only looks like one. */
export function Go<Name extends ScreenName>({
  to,
  with: selected,
  children,
  as = 'link',
  label,
}: {
  readonly to: Name
  readonly with?: Selected<Name>
  readonly children: ReactNode
  readonly as?: 'link' | 'button' | 'primary' | 'bare'
  readonly label?: string
}) {
  const { linkTo } = useView()
  return (
    <a
      href={linkTo(to, selected)}
      aria-label={label}
      className={classes(as === 'link' && 'link', (as === 'button' || as === 'primary') && 'button', as === 'primary' && 'primary')}
    >
      {children}
    </a>
  )
}
