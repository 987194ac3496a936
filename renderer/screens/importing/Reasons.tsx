import './Reasons.css'
import type { Output } from '../../../shared/contract'
import type { Outcome } from '../../../shared/contract/importing'
import { Go } from '../../components/Go'
import { formatNumber } from '../../words/format'
import { explain, useText } from '../../words/text'

/** Why things were rejected or could not be read: each reason once, with what to do and how many. */
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
  const told = reasons.filter((reason) => outcome === null || reason.outcome === outcome)
  if (told.length === 0) return outcome === null ? <p className="muted">{importing.noReasons}</p> : null
  return (
    <ul className="reasons">
      {told.map((reason) => {
        const { found, next } = explain(text, reason.problem)
        return (
          <li key={`${reason.outcome} ${reason.problem.code}`}>
            <div className="reason-head">
              <b className="grow">{found}</b>
              <b className="unbroken">{importing.pieces(formatNumber(reason.count))}</b>
            </div>
            <p className="muted">{next}</p>
            <Go
              to="importing"
              with={{ import: importId, outcome: reason.outcome, code: reason.problem.code }}
              label={`${found} ${importing.see(formatNumber(reason.count))}`}
            >
              {importing.see(formatNumber(reason.count))}
            </Go>
          </li>
        )
      })}
    </ul>
  )
}
