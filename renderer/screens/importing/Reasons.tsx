import './Reasons.css'
import type { Output } from '../../../shared/contract'
import type { Outcome } from '../../../shared/contract/importing'
import { Go } from '../../components/Go'
import { explain, useText } from '../../words/text'

/** The reasons items were rejected or unreadable: each once, with its next step and count. */
export function Reasons({
  importId,
  reasons,
  outcome,
}: {
  readonly importId: string
  readonly reasons: Output<'import.read'>['reasons']
  readonly outcome: Outcome | null
}) {
  const text = useText()
  const { importing } = text
  const shown = reasons.filter((reason) => outcome === null || reason.outcome === outcome)
  if (shown.length === 0) return outcome === null ? <p className="muted">{importing.noReasons}</p> : null
  return (
    <ul className="reasons">
      {shown.map((reason) => {
        const { found, next } = explain(text, reason.problem)
        return (
          <li key={`${reason.outcome} ${reason.problem.code}`}>
            <div className="reason-head">
              <b className="grow">{found}</b>
              <b className="unbroken">{importing.pieces(reason.count)}</b>
            </div>
            <p className="muted">{next}</p>
            <Go
              to="importing"
              with={{ import: importId, outcome: reason.outcome, code: reason.problem.code }}
              label={`${found} ${importing.see(reason.count)}`}
            >
              {importing.see(reason.count)}
            </Go>
          </li>
        )
      })}
    </ul>
  )
}
