import type { ReactNode } from 'react'
import { explain, type ShownProblem, useText } from '../../words/text'
import { Note } from './Note'

/** A problem as text: finding, reason and next step. `children` are the buttons of the next step. */
export function ProblemNote({ problem, children }: { readonly problem: ShownProblem; readonly children?: ReactNode }) {
  const text = useText()
  const { found, why, next } = explain(text, problem)
  // Said at length over every screen already.
  if (problem.code === 'engine.ended') {
    return (
      <p role="alert" className="field-error">
        {text.shell.together(found, next)}
      </p>
    )
  }
  return (
    <div role="alert">
      <Note kind="stop" title={found}>
        {problem.detail !== undefined && <p className="literal">{problem.detail}</p>}
        <p>{why}</p>
        <p>{next}</p>
        {problem.at !== undefined && (
          <p className="muted">
            {text.shell.problemPlace} <span className="monospace">{problem.at}</span>
          </p>
        )}
        {children}
      </Note>
    </div>
  )
}
