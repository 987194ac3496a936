import './Segment.css'
import { classes } from '../classes'

export interface SegmentOption<Value extends string> {
  readonly value: Value
  readonly label: string
  /** The language of the label, where it is not the screen's. */
  readonly lang?: string
  /** More about it, for the pointer. */
  readonly title?: string | undefined
}

/** One of a few: the chosen one has ✓. */
export function Segment<Value extends string>({
  label,
  options,
  value,
  onChoose,
}: {
  readonly label: string
  readonly options: readonly SegmentOption<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
}) {
  return (
    <fieldset className="segment">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          title={option.title}
          className={classes(option.value === value && 'is-on')}
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
