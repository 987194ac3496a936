import type { ReactNode } from 'react'
import { Sentence } from './Sentence'

/** A working screen: its name, one sentence with the finding, what can be done, the content, and the band. */
export function Page({
  title,
  crumb,
  lead,
  actions,
  band,
  children,
}: {
  readonly title: ReactNode
  /** The way here, before the title. */
  readonly crumb?: ReactNode
  /** One sentence; in plain text `**…**` is bold. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly band?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <>
      <div className="page">
        <div className="head">
          {crumb}
          <h1 tabIndex={-1}>{title}</h1>
          {lead !== undefined && <p className="lead">{typeof lead === 'string' ? <Sentence>{lead}</Sentence> : lead}</p>}
          {actions !== undefined && <div className="head-actions">{actions}</div>}
        </div>
        {children}
      </div>
      {band}
    </>
  )
}
