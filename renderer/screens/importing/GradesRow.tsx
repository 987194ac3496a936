import type { Output } from '../../../shared/contract'
import type { ImportSummary } from '../../../shared/contract/importing'
import type { Grade } from '../../../shared/model/verification'
import { formatNumber } from '../../app/format'
import { useText } from '../../app/text'
import { useView } from '../../app/view'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { gradedOf } from './reconcile'

const order: readonly Grade[] = ['verified', 'confirmed', 'unregistered', 'unproven', 'rejected']

/** How far the badges of this import are proven, and what keeps proven ones from counting. Each number leads to the list behind it. */
export function GradesRow({ summary, details }: { readonly summary: ImportSummary; readonly details: Output<'import.read'> | undefined }) {
  const { importing, shell, verdict } = useText()
  const { linkTo } = useView()
  const listOf = (grade: Grade, count: string) => importing.listTitle(verdict.grades[grade].name, count)
  return (
    <section className="grades-row">
      <h2>{importing.grades(formatNumber(gradedOf(summary)))}</h2>
      <ul>
        {order.map((grade) => (
          <li key={grade} className="nw">
            <GradeMark grade={grade} />{' '}
            {summary.grades[grade] === 0 ? (
              <b>0</b>
            ) : (
              <a href={linkTo('importing', { import: summary.importId, grade })} aria-label={listOf(grade, formatNumber(summary.grades[grade]))}>
                <b>{formatNumber(summary.grades[grade])}</b>
              </a>
            )}
          </li>
        ))}
      </ul>
      {details && (
        <p className="muted">{importing.besides(formatNumber(details.expired), formatNumber(details.revoked), formatNumber(details.statusUnknown))}</p>
      )}
      {details !== undefined && details.unasked > 0 && <p>{importing.unasked(formatNumber(details.unasked))}</p>}
      {details?.issuers === 0 && (
        <p>
          {importing.noRegister} <Go to="issuers">{shell.screens.issuers}</Go>
        </p>
      )}
    </section>
  )
}
