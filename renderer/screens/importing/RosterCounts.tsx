import './RosterCounts.css'
import type { RosterSummary } from '../../../shared/contract/roster'
import { formatNumber } from '../../words/format'
import { useText } from '../../words/text'

const shown = ['new', 'changed', 'unchanged', 'ended', 'divisions', 'assignments'] as const

/** What the roster would change, in six numbers. */
export function RosterCounts({ summary }: { readonly summary: RosterSummary }) {
  const { roster: words } = useText().importing
  return (
    <dl className="counts">
      {shown.map((name) => (
        <div key={name}>
          <dt className="muted">{words.counts[name]}</dt>
          <dd>{formatNumber(summary[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
