import { useState } from 'react'
import type { CoverageTable } from '../../../shared/contract/coverage'
import type { ListedRequirement } from '../../../shared/contract/requirement'
import { reachValues, requirementLimits } from '../../../shared/model/requirement'
import { levels } from '../../../shared/model/skill'
import { Button } from '../../components/form/Button'
import { Choice, DayLine, Field } from '../../components/form/Field'
import { Dialog } from '../../components/notice/Dialog'
import { useText } from '../../words/text'
import { type Draft, draftOf, requirementOf, ruleOf } from './draft'
import type { Edit } from './edit'

interface RequirementFormProps {
  /** Null for a new one. */
  readonly of: ListedRequirement | null
  readonly table: CoverageTable
  readonly requirements: readonly ListedRequirement[]
  readonly onSave: (edit: Edit) => Promise<boolean>
  readonly onClose: () => void
}

/** The form for everything the grid cannot enter: shares, sections with exceptions, posts, periods. */
export function RequirementForm({ of, table, requirements, onSave, onClose }: RequirementFormProps) {
  const { requirements: words, skillMap, shell } = useText()
  const [draft, setDraft] = useState(() => draftOf(of, requirements, table.skills[0]?.path ?? ''))
  const [wrongDay, setWrongDay] = useState(false)
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const requirement = requirementOf(draft)
  // What is gone since stays a choice, so that the form changes nothing by itself.
  const withOwn = (options: readonly { readonly value: string; readonly label: string }[], own: string, gone: string) =>
    options.some(({ value }) => value === own) ? options : [...options, { value: own, label: `${own}（${gone}）` }]
  const divisions = table.divisions.map(({ code, path }) => ({ value: code ?? '', label: code === null ? skillMap.city : path }))
  const skills = table.skills.map(({ path }) => ({ value: path, label: path }))
  const below = divisions.filter(({ value }) => value !== '')
  const amountError = ruleOf(draft.kind, draft.amount) === null ? words.amountWrong[draft.kind] : undefined
  const addException = () => {
    const taken = new Set(draft.exceptions.map(({ id }) => id))
    let number = 1
    while (taken.has(`${draft.id}-${number}`)) number += 1
    put({ exceptions: [...draft.exceptions, { id: `${draft.id}-${number}`, divisionCode: below[0]?.value ?? '', amount: '', note: '' }] })
  }
  const putException = (id: string, change: Partial<Draft['exceptions'][number]>) =>
    put({ exceptions: draft.exceptions.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  return (
    <Dialog
      wide
      title={of === null ? words.add : words.changeOf(of.id)}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            because={requirement === null || wrongDay ? words.amountFirst : null}
            onPress={async () => {
              if (requirement !== null && (await onSave({ save: [requirement], remove: [] }))) onClose()
            }}
          >
            {words.save}
          </Button>
          <Button onPress={onClose}>{shell.cancel}</Button>
        </>
      }
    >
      <Choice
        label={skillMap.division}
        value={draft.divisionCode}
        options={withOwn(divisions, draft.divisionCode, words.gone.division)}
        onChange={(divisionCode) => put({ divisionCode })}
      />
      <Choice label={words.columns.skill} value={draft.skill} options={withOwn(skills, draft.skill, words.gone.skill)} onChange={(skill) => put({ skill })} />
      <Choice
        label={skillMap.level}
        value={String(draft.level)}
        options={levels.map((level) => ({ value: String(level), label: shell.levelAtLeast(level) }))}
        onChange={(value) => put({ level: levels.find((level) => String(level) === value) ?? draft.level })}
      />
      <Choice
        label={words.columns.rule}
        value={draft.kind}
        options={(['people', 'share'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => put({ kind })}
      />
      <Field label={words.amount} value={draft.amount} error={amountError} onChange={(amount) => put({ amount })} />
      <Choice
        label={words.columns.reach}
        hint={words.reachWhat}
        value={draft.reach}
        options={reachValues.map((value) => ({ value, label: words.reaches[value] }))}
        onChange={(reach) => put({ reach })}
      />
      {draft.reach === 'sections' && (
        <fieldset>
          <legend>{words.exceptionsTitle}</legend>
          {draft.exceptions.map((one) => (
            <div key={one.id} className="requirement-tools">
              <Choice
                quiet
                label={words.exceptionDivision}
                value={one.divisionCode}
                options={withOwn(below, one.divisionCode, words.gone.division)}
                onChange={(divisionCode) => putException(one.id, { divisionCode })}
              />
              <Field label={words.exceptionAmount} value={one.amount} onChange={(amount) => putException(one.id, { amount })} />
              <Button kind="text" onPress={() => put({ exceptions: draft.exceptions.filter(({ id }) => id !== one.id) })}>
                {words.remove}
              </Button>
            </div>
          ))}
          <Button onPress={addException}>{words.addException}</Button>
        </fieldset>
      )}
      <Field label={words.posts} hint={words.listHint} value={draft.posts} onChange={(posts) => put({ posts })} />
      <Field label={words.jobTypes} value={draft.jobTypes} onChange={(jobTypes) => put({ jobTypes })} />
      <Field label={words.employments} value={draft.employments} onChange={(employments) => put({ employments })} />
      <DayLine label={words.startsOn} value={draft.startsOn} onChange={(startsOn) => put({ startsOn })} onWrong={setWrongDay} />
      <DayLine label={words.lastDay} value={draft.lastDay} onChange={(lastDay) => put({ lastDay })} onWrong={setWrongDay} />
      <Field label={words.note} value={draft.note} maxLength={requirementLimits.note} onChange={(note) => put({ note })} />
    </Dialog>
  )
}
