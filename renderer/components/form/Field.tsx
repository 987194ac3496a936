import './Field.css'
import { type ReactNode, useId, useState } from 'react'
import type { Day } from '../../../shared/model/day'
import { useText } from '../../words/text'
import { classes } from '../classes'
import { DayInput } from './DayInput'

interface Common {
  readonly label: string
  /** A sentence under the field. */
  readonly hint?: ReactNode
  /** What is wrong, with an example of what is right. */
  readonly error?: string | undefined
}

/** A line of text with its name above. */
export function Field({
  label,
  hint,
  error,
  value,
  onChange,
  required = false,
  maxLength,
}: Common & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required?: boolean
  readonly maxLength?: number
}) {
  const id = useId()
  return (
    <div className="fieldset">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={classes('field', error !== undefined && 'wrong')}
        type="text"
        value={value}
        required={required}
        maxLength={maxLength}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={hint !== undefined || error !== undefined ? `${id}-more` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <More id={`${id}-more`} hint={hint} error={error} />
    </div>
  )
}

/** A day with its name above; empty for none. An invalid day has an error message at once, and is not passed on. */
export function DayLine({
  label,
  hint,
  error,
  value,
  onChange,
  onWrong,
  required = false,
}: Common & {
  readonly value: Day | ''
  readonly onChange: (day: Day | '') => void
  /** Whether what is typed names no day. */
  readonly onWrong?: (wrong: boolean) => void
  readonly required?: boolean
}) {
  const { shell } = useText()
  const id = useId()
  const [wrong, setWrong] = useState(false)
  const message = wrong ? shell.dayWrong : error
  return (
    <div className="fieldset">
      <label htmlFor={id}>{label}</label>
      <DayInput
        id={id}
        value={value}
        onChange={onChange}
        required={required}
        wrong={message !== undefined}
        onWrong={(isWrong) => {
          setWrong(isWrong)
          onWrong?.(isWrong)
        }}
        describedBy={hint !== undefined || message !== undefined ? `${id}-more` : undefined}
      />
      <More id={`${id}-more`} hint={hint} error={message} />
    </div>
  )
}

/** One of a list, with its name above, or spoken only where `quiet`. */
export function Choice<Value extends string>({
  label,
  hint,
  error,
  value,
  options,
  onChange,
  quiet = false,
}: Common & {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly quiet?: boolean
}) {
  const id = useId()
  return (
    <div className="fieldset">
      <label htmlFor={id} className={classes(quiet && 'visually-hidden')}>
        {label}
      </label>
      <select
        id={id}
        className={classes('field', error !== undefined && 'wrong')}
        value={value}
        aria-describedby={hint !== undefined || error !== undefined ? `${id}-more` : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <More id={`${id}-more`} hint={hint} error={error} />
    </div>
  )
}

/** A box to tick. */
export function Tick({ label, checked, onChange }: { readonly label: ReactNode; readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}

function More({ id, hint, error }: { readonly id: string; readonly hint: ReactNode; readonly error: string | undefined }) {
  if (hint === undefined && error === undefined) return null
  return (
    <div id={id} className={error === undefined ? 'muted' : 'field-error'} role={error === undefined ? undefined : 'alert'}>
      {error ?? hint}
    </div>
  )
}
