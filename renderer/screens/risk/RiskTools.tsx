import './RiskTools.css'
import type { RiskTable } from '../../../shared/contract/risk'
import type { Day } from '../../../shared/model/day'
import { Button } from '../../components/form/Button'
import { Choice, DayLine } from '../../components/form/Field'
import { useSelected } from '../../view/view'
import { nextApril } from '../../words/dayStep'
import { useText } from '../../words/text'
import { choicesOf, type RiskFilter, type RiskList } from './riskModel'

/** The later day, and the filters the list has. */
export function RiskTools({
  table,
  list,
  filter,
  from,
  until,
}: {
  readonly table: RiskTable | undefined
  readonly list: RiskList
  readonly filter: RiskFilter
  readonly from: Day
  readonly until: Day
}) {
  const { risk } = useText()
  const { select } = useSelected('risk')
  const choices = table === undefined ? { reasons: [], parts: [], fields: [] } : choicesOf(table, list)
  const april = nextApril(from)
  const withAll = (options: readonly { readonly value: string; readonly label: string }[]) => [{ value: '', label: risk.all }, ...options]
  const chosen = (value: string) => (value === '' ? undefined : value)
  return (
    <div className="risk-tools">
      <DayLine
        label={risk.until}
        value={until}
        required
        error={until <= from ? risk.past : undefined}
        onChange={(day) => day !== '' && select({ until: day === april ? undefined : day })}
      />
      {until !== april && <Button onPress={() => select({ until: april })}>{risk.toApril}</Button>}
      {choices.reasons.length > 0 && (
        <Choice
          label={risk.reason}
          value={filter.reason ?? ''}
          options={withAll(choices.reasons.map((reason) => ({ value: reason, label: risk.reasons[reason] })))}
          onChange={(value) => select({ reason: chosen(value) })}
        />
      )}
      {choices.parts.length > 0 && (
        <Choice
          label={risk.division}
          value={filter.part ?? ''}
          options={withAll(choices.parts.map((part) => ({ value: part, label: part === '*' ? risk.whole : part })))}
          onChange={(value) => select({ part: chosen(value) })}
        />
      )}
      {choices.fields.length > 0 && (
        <Choice
          label={risk.field}
          value={filter.field ?? ''}
          options={withAll(choices.fields.map((field) => ({ value: field, label: field })))}
          onChange={(value) => select({ field: chosen(value) })}
        />
      )}
    </div>
  )
}
