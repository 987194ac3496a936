import './DayField.css'
import { useId, useState } from 'react'
import type { Day } from '../../../shared/model/day'
import { useView } from '../../view/view'
import { addMonths, nextApril } from '../../words/dayStep'
import { formatDay } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { DayInput } from './DayInput'

/** 基準日: the day every number on screen is about. ◀ ▶ go by months; the day can be typed or chosen. */
export function DayField() {
  const text = useText()
  const locale = useLocale()
  const id = useId()
  const { on, view, today, change } = useView()
  const [wrong, setWrong] = useState(false)
  const put = (day: Day) => {
    setWrong(false)
    change({ on: day === today ? null : day })
  }
  return (
    <fieldset className="as-of">
      <legend className="visually-hidden">{text.shell.on}</legend>
      <span className="as-of-word" aria-hidden="true">
        {text.shell.on}
      </span>
      <button type="button" className="as-of-step" aria-label={text.shell.onPrevious} onClick={() => put(addMonths(on, -1))}>
        <span aria-hidden="true">◀</span>
      </button>
      <DayInput
        label={text.shell.onDate}
        value={on}
        onChange={(day) => day !== '' && put(day)}
        required
        withWeekday
        wrong={wrong}
        onWrong={setWrong}
        describedBy={wrong ? id : undefined}
      />
      <button type="button" className="as-of-step" aria-label={text.shell.onNext} onClick={() => put(addMonths(on, 1))}>
        <span aria-hidden="true">▶</span>
      </button>
      <button type="button" className="as-of-jump" onClick={() => put(view.on === null ? nextApril(on) : today)}>
        {view.on === null ? text.shell.onApril : text.shell.onToday}
      </button>
      <span className="visually-hidden" role="status">
        {formatDay(on, locale)}
      </span>
      {wrong && (
        <p id={id} className="as-of-wrong field-error" role="alert">
          {text.shell.dayWrong}
        </p>
      )}
    </fieldset>
  )
}
