import { isDay } from '../../shared/model/day'
import { addMonths, nextApril } from '../app/dayStep'
import { formatDate, formatDay } from '../app/format'
import { useLocale, useText } from '../app/text'
import { useView } from '../app/view'

/** 基準日: the day every number on screen is about. ◀ ▶ go by months; the day can be typed or chosen. */
export function DayField() {
  const text = useText()
  const locale = useLocale()
  const { on, view, today, change } = useView()
  const put = (day: string) => {
    if (isDay(day)) change({ on: day === today ? null : day })
  }
  return (
    <fieldset className="asof">
      <legend className="vh">{text.shell.on}</legend>
      <span className="w" aria-hidden="true">
        {text.shell.on}
      </span>
      <button type="button" className="step" aria-label={text.shell.onPrevious} onClick={() => put(addMonths(on, -1))}>
        <span aria-hidden="true">◀</span>
      </button>
      <b aria-live="polite">
        {formatDate(on, locale)}
        <span className="weekday">{formatDay(on, locale).slice(formatDate(on, locale).length)}</span>
      </b>
      <input type="date" aria-label={text.shell.onDate} value={on} onChange={(event) => put(event.target.value)} />
      <button type="button" className="step" aria-label={text.shell.onNext} onClick={() => put(addMonths(on, 1))}>
        <span aria-hidden="true">▶</span>
      </button>
      {view.on !== null ? (
        <button type="button" className="asof-jump" onClick={() => put(today)}>
          {text.shell.onToday}
        </button>
      ) : (
        <button type="button" className="asof-jump" onClick={() => put(nextApril(on))}>
          {text.shell.onApril}
        </button>
      )}
    </fieldset>
  )
}
