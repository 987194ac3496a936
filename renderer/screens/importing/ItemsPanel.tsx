import type { Output } from '../../../shared/contract'
import type { Outcome } from '../../../shared/contract/importing'
import { formatNumber } from '../../app/format'
import { explain, useText } from '../../app/text'
import { Go } from '../../components/Go'
import { LongList } from '../../components/LongList'
import { ItemRow } from './ItemRow'
import { Reasons } from './Reasons'

/** The things behind one number of the reconciliation: exactly as many as it says. `code` narrows them to one reason. */
export function ItemsPanel({ details, outcome, code }: { readonly details: Output<'import.read'>; readonly outcome: Outcome; readonly code: string | null }) {
  const text = useText()
  const { importing } = text
  const { importId, outcomes } = details.summary
  const reason = details.reasons.find((one) => one.outcome === outcome && one.problem.code === code)
  const count = formatNumber(reason?.count ?? outcomes[outcome])
  const title = importing.listTitle(importing.outcomes[outcome], count)
  return (
    <aside className="side" aria-label={importing.panel}>
      <header>
        <h2>{title}</h2>
        <p className="muted">{reason ? explain(text, reason.problem).found : importing.meanings[outcome]}</p>
        <Go to="importing" with={{ import: importId }}>
          {importing.back}
        </Go>
      </header>
      {code === null && details.reasons.some((one) => one.outcome === outcome) && (
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
        key={`${importId} ${outcome} ${code ?? ''}`}
        label={importing.itemsOf(importing.outcomes[outcome])}
        call="import.items"
        ask={{
          inputAt: (offset, limit) => ({ importId, outcome, code, offset, limit }),
          totalOf: (output) => output.total,
          rowsOf: (output) => output.items,
        }}
        rowHeight={84}
        render={(item) => <ItemRow item={item} />}
      />
    </aside>
  )
}
