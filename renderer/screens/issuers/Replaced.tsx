import type { Output } from '../../../shared/contract'
import { Tick } from '../../components/form/Field'
import { Note } from '../../components/notice/Note'
import { useText } from '../../words/text'
import { type Draft, toSave } from './draft'

type Entry = NonNullable<Output<'register.readKey'>['replaces']>

const facts = ['name', 'nameEn', 'confirmedBy', 'confirmedOn', 'how'] as const

/** The registered entry that the form would replace: each fact that changes, and what becomes of its keys. Replacing must be confirmed. */
export function Replaced({
  before,
  draft,
  confirmed,
  onConfirm,
}: {
  readonly before: Entry
  readonly draft: Draft
  readonly confirmed: boolean
  readonly onConfirm: (on: boolean) => void
}) {
  const { issuers } = useText()
  const { form } = issuers
  const after = toSave(draft)
  const changed = facts.filter((fact) => (before[fact] ?? '') !== (after[fact] ?? ''))
  return (
    <Note kind="caution" title={form.replaces(before.name)} speak>
      <ul>
        {changed.map((fact) => (
          <li key={fact}>{form.replaced(form[fact], before[fact] || issuers.noValue, after[fact] || issuers.noValue)}</li>
        ))}
        <li>{form.keysStay(before.keys.length)}</li>
      </ul>
      <Tick label={form.confirmReplace} checked={confirmed} onChange={onConfirm} />
    </Note>
  )
}
