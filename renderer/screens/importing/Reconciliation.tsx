import './Reconciliation.css'
import type { ImportSummary, Outcome } from '../../../shared/contract/importing'
import { Go } from '../../components/Go'
import { Meter, Row, Table } from '../../components/table/Table'
import { useView } from '../../view/view'
import { formatNumber } from '../../words/format'
import { useText } from '../../words/text'
import { agrees, isOpen, outcomeOrder, sumOf } from './reconcile'

/** Blue only where the skill map grew; the rest in ink. */
const tones: Readonly<Record<Outcome, 'act' | 'soft' | 'ink'>> = {
  new: 'act',
  replaced: 'soft',
  duplicate: 'ink',
  unmatched: 'ink',
  rejected: 'ink',
  support: 'ink',
  unreadable: 'ink',
  ignored: 'ink',
}

const askable: readonly Outcome[] = ['unmatched', 'rejected', 'unreadable']

/** Is every file accounted for? Each outcome with its number, and the sum that proves it. Each number leads to the list behind it. */
export function Reconciliation({ summary, chosen }: { readonly summary: ImportSummary; readonly chosen: Outcome | null }) {
  const { importing } = useText()
  const { linkTo } = useView()
  const { columns } = importing
  const parts = outcomeOrder.map((outcome) => summary.outcomes[outcome])
  const left = summary.total === null || !isOpen(summary) ? 0 : Math.max(summary.total - summary.done, 0)
  // An undone import shows the outcomes it had, without links to results.
  const gone = summary.state === 'undone' || summary.state === 'undoing' || summary.state === 'cancelled'
  const selected = (outcome: Outcome) => ({ import: summary.importId, outcome })
  return (
    <div className="scroll-box">
      <Table
        caption={importing.table}
        columns={[
          { key: 'outcome', title: columns.outcome },
          { key: 'count', title: columns.count, numeric: true },
          { key: 'share', title: columns.share, width: 150 },
          { key: 'meaning', title: columns.meaning },
          { key: 'next', title: columns.next },
        ]}
      >
        {outcomeOrder.map((outcome) => {
          const count = summary.outcomes[outcome]
          return (
            <Row key={outcome} chosen={outcome === chosen}>
              <th scope="row" className="unbroken">
                {importing.outcomes[outcome]}
              </th>
              <td className="number">
                {count === 0 ? (
                  '0'
                ) : (
                  <a href={linkTo('importing', selected(outcome))} aria-label={importing.listTitle(importing.outcomes[outcome], count)}>
                    <b>{formatNumber(count)}</b>
                  </a>
                )}
              </td>
              <td>
                <Meter share={summary.received === 0 ? 0 : count / summary.received} tone={tones[outcome]} />
              </td>
              <td>{importing.meanings[outcome]}</td>
              <td>
                {askable.includes(outcome) && count > 0 ? (
                  <Go to="importing" with={selected(outcome)}>
                    {importing.nexts[outcome]}
                  </Go>
                ) : (
                  <span className="muted">{count > 0 && !gone ? importing.nexts[outcome] : '―'}</span>
                )}
              </td>
            </Row>
          )
        })}
        <tr>
          <th scope="row">{importing.sum}</th>
          <td className="number">
            <b>{formatNumber(summary.received)}</b>
          </td>
          <td colSpan={3}>
            {importing.sumOf(summary.received, parts)}
            <b className="sum-note">{agrees(summary) ? `✓ ${importing.agrees}` : `✕ ${importing.disagrees(sumOf(summary.outcomes))}`}</b>
            {left > 0 && <span className="sum-note">{importing.left(left)}</span>}
          </td>
        </tr>
      </Table>
    </div>
  )
}
