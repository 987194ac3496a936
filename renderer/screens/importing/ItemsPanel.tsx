import './ItemsPanel.css'
import type { Output } from '../../../shared/contract'
import type { Text } from '../../../shared/text'
import { Go } from '../../components/Go'
import { LongList } from '../../components/table/LongList'
import { explain, useText } from '../../words/text'
import { ItemRow } from './ItemRow'
import { Reasons } from './Reasons'
import { type Chosen, nameOf } from './reconcile'

/** The items of one count of an import: exactly as many as the count. */
export function ItemsPanel({ details, chosen }: { readonly details: Output<'import.read'>; readonly chosen: Chosen }) {
  const text = useText()
  const { importing } = text
  const { importId } = details.summary
  const { outcome, grade, among, code } = chosen
  const reason = details.reasons.find((one) => one.outcome === outcome && one.problem.code === code)
  const { name, meaning, count } = numberOf(text, details, chosen)
  return (
    <aside className="side-panel" aria-label={importing.panel}>
      <header>
        <h2>{importing.listTitle(name, reason?.count ?? count)}</h2>
        <p className="muted">{reason ? explain(text, reason.problem).found : meaning}</p>
        <Go to="importing" with={{ import: importId }}>
          {importing.back}
        </Go>
      </header>
      {outcome !== null && code === null && details.reasons.some((one) => one.outcome === outcome) && (
        <div className="side-reasons">
          <Reasons importId={importId} reasons={details.reasons} outcome={outcome} />
        </div>
      )}
      {reason && (
        <div className="side-reasons">
          <p>{explain(text, reason.problem).why}</p>
          <p>
            <b>{explain(text, reason.problem).next}</b>
          </p>
        </div>
      )}
      <LongList
        key={`${importId} ${nameOf(chosen)}`}
        label={importing.itemsOf(name)}
        call="import.items"
        ask={{
          inputAt: (offset, limit) => ({ importId, outcome, grade, among, code, offset, limit }),
          totalOf: (output) => output.total,
          rowsOf: (output) => output.items,
        }}
        rowHeight={84}
        render={(item) => <ItemRow item={item} />}
      />
    </aside>
  )
}

/** The name, meaning and value of the count. */
function numberOf({ importing, verdict }: Text, details: Output<'import.read'>, { outcome, grade, among }: Chosen) {
  const { outcomes, grades } = details.summary
  if (outcome !== null) return { name: importing.outcomes[outcome], meaning: importing.meanings[outcome], count: outcomes[outcome] }
  if (among !== null) return { ...importing.among[among], count: details[among] }
  const { name, sentence } = verdict.grades[grade]
  return { name, meaning: sentence, count: grades[grade] }
}
