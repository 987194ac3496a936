import './History.css'
import type { Locale } from '../../../shared/text'
import { dayOfInstant, formatDayNarrow, formatInstantNarrow } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import type { Badge } from './badge'

/** The day of an instant; text that is none is shown as it is. */
function dayText(at: string, locale: Locale): string {
  const day = dayOfInstant(at)
  return day === null ? at : formatDayNarrow(day, locale)
}

/** What happened to the badge, the newest first, down to its issue. */
export function History({ badge }: { readonly badge: Badge }) {
  const { badge: words, verdict } = useText()
  const locale = useLocale()
  const newestFirst = badge.history.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return (
    <section className="card">
      <h2>{words.history}</h2>
      <dl className="facts history">
        {newestFirst.map(({ at, what, grade, why }) => (
          <div key={`${at} ${what}`}>
            <dt title={formatInstantNarrow(at, locale)}>{dayText(at, locale)}</dt>
            <dd>
              {words.happened[what]}
              {what === 'verified-again' && why !== null && <div className="muted">{words.because[why]}</div>}
              {what !== 'matched' && <div className="muted">{words.result(verdict.grades[grade].name)}</div>}
            </dd>
          </div>
        ))}
        {badge.validFrom !== null && (
          <div>
            <dt>{formatDayNarrow(badge.validFrom, locale)}</dt>
            <dd>
              {words.issued}
              {badge.grade === 'rejected' && words.reference}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
