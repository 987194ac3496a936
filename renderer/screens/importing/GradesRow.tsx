import type { Output } from '../../../shared/contract'
import type { ImportSummary } from '../../../shared/contract/importing'
import type { Grade } from '../../../shared/model/verification'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { type Selected, useView } from '../../view/view'
import { formatNumber } from '../../words/format'
import { useText } from '../../words/text'
import { amongOrder, gradedOf } from './reconcile'

const order: readonly Grade[] = ['verified', 'confirmed', 'unregistered', 'unproven', 'rejected']

/** The grades of the badges of this import, and the reasons proven ones do not count. Each number links to its list. */
export function GradesRow({ summary, details }: { readonly summary: ImportSummary; readonly details: Output<'import.read'> | undefined }) {
  const { importing, shell, verdict } = useText()
  return (
    <section className="grades-row">
      <h2>{importing.grades(gradedOf(summary))}</h2>
      <ul>
        {order.map((grade) => (
          <li key={grade} className="unbroken">
            <GradeMark grade={grade} /> <Count count={summary.grades[grade]} label={verdict.grades[grade].name} with={{ import: summary.importId, grade }} />
          </li>
        ))}
      </ul>
      {details && (
        <ul>
          <li className="muted">{importing.besides}</li>
          {amongOrder.map((among) => (
            <li key={among} className="unbroken">
              {importing.among[among].name} <Count count={details[among]} label={importing.among[among].name} with={{ import: summary.importId, among }} />
            </li>
          ))}
          <li className="muted">{importing.besidesLeft}</li>
        </ul>
      )}
      {details !== undefined && details.unsolicited > 0 && <p>{importing.unsolicited(details.unsolicited)}</p>}
      {details?.issuers === 0 && (
        <p>
          {importing.noRegister} <Go to="issuers">{shell.screens.issuers}</Go>
        </p>
      )}
    </section>
  )
}

/** A number that leads to its list, where there is one. */
function Count({ count, label, with: selected }: { readonly count: number; readonly label: string; readonly with: Selected<'importing'> }) {
  const { importing } = useText()
  const { linkTo } = useView()
  if (count === 0) return <b>0</b>
  return (
    <a href={linkTo('importing', selected)} aria-label={importing.listTitle(label, count)}>
      <b>{formatNumber(count)}</b>
    </a>
  )
}
