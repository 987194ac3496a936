import type { ReactNode } from 'react'

/** Details of the chosen row or cell, at the right of a table or map. */
export function SidePanel({
  label,
  title,
  below,
  footer,
  children,
}: {
  /** Spoken name of the panel. */
  readonly label: string
  readonly title: ReactNode
  readonly below?: ReactNode
  readonly footer?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <aside className="side-panel" aria-label={label}>
      <header>
        <h2>{title}</h2>
        {below !== undefined && <div className="muted">{below}</div>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard */}
      <section className="side-content" tabIndex={0} aria-label={label}>
        {children}
      </section>
      {footer !== undefined && <footer>{footer}</footer>}
    </aside>
  )
}
