import './EmptyState.css'
import type { ReactNode } from 'react'

/** An empty screen: what is missing, what that does not mean, and one next step. */
export function EmptyState({ title, children, step }: { readonly title: ReactNode; readonly children?: ReactNode; readonly step?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {step}
    </div>
  )
}
