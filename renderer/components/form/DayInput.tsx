import './DayInput.css'
import { useRef, useState } from 'react'
import type { Day } from '../../../shared/model/day'
import { formatDate, formatDay } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { readTypedDay } from '../../words/typedDay'
import { classes } from '../classes'
import { Icon } from '../Icon'

export interface DayInputProps {
  readonly id?: string
  /** Name for screen readers, if there is no visible label. */
  readonly label?: string
  /** Empty for none. */
  readonly value: Day | ''
  /** Called once a day is typed in full (Enter, or leaving the field) or chosen. Never with a day that does not exist. */
  readonly onChange: (day: Day | '') => void
  /** Reports whether the text of the field is no valid day. */
  readonly onWrong?: (wrong: boolean) => void
  readonly required?: boolean
  readonly withWeekday?: boolean
  readonly wrong?: boolean
  readonly describedBy?: string | undefined
}

/**
 * A day, as text and not as the system's own control: that one writes days in the order of the system's country.
 * Accepts `2026-11-20`, R8.11.20, 令和8年11月20日 and the other forms of `readTypedDay`. A calendar button follows it.
 */
export function DayInput({ id, label, value, onChange, onWrong, required = false, withWeekday = false, wrong = false, describedBy }: DayInputProps) {
  const { shell } = useText()
  const locale = useLocale()
  // What was typed is of one day: when another takes its place, it is forgotten.
  const [typing, setTyping] = useState<{ readonly text: string; readonly of: Day | '' } | null>(null)
  const typed = typing?.of === value ? typing.text : null
  const setTyped = (text: string | null, of: Day | '' = value) => setTyping(text === null ? null : { text, of })
  const calendar = useRef<HTMLInputElement>(null)
  const written = value === '' ? '' : (withWeekday ? formatDay : formatDate)(value, locale)
  const take = (text: string, leaving: boolean) => {
    const day = text.trim() === '' && !required ? '' : readTypedDay(text)
    onWrong?.(day === null)
    // An invalid text stays, so that it can be corrected; a valid day is formatted.
    if (day === null) return
    setTyped(leaving ? null : day, day)
    if (day !== value) onChange(day)
  }
  return (
    <span className={classes('day-input', wrong && 'wrong')}>
      <input
        type="text"
        id={id}
        aria-label={label}
        value={typed ?? written}
        placeholder={shell.dayExample}
        autoComplete="off"
        required={required}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        onFocus={({ target }) => {
          if (typed === null) setTyped(value)
          // Selecting brings the focus along: whoever tabs on quickly must not be called back.
          requestAnimationFrame(() => document.activeElement === target && target.select())
        }}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={({ target }) => take(target.value, true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value, false)
          if (event.key !== 'Escape' || typed === null || typed === value) return
          event.stopPropagation()
          setTyped(value)
          onWrong?.(false)
        }}
      />
      <button type="button" aria-label={shell.dayCalendar} onClick={() => calendar.current?.showPicker()}>
        <Icon name="calendar" />
      </button>
      <input
        ref={calendar}
        type="date"
        className="day-calendar"
        aria-hidden="true"
        tabIndex={-1}
        value={value}
        onChange={({ target }) => {
          setTyped(null)
          take(target.value, true)
        }}
      />
    </span>
  )
}
