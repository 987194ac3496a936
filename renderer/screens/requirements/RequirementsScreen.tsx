import { useMemo, useState } from 'react'
import type { ListedRequirement } from '../../../shared/contract/requirement'
import { levels } from '../../../shared/model/skill'
import { useCall } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Segment } from '../../components/form/Segment'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Toast } from '../../components/notice/Toast'
import { Waiting } from '../../components/notice/Waiting'
import { Page } from '../../components/Page'
import { useView } from '../../view/view'
import { formatDay } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { type CellValue, editOf, isPlain } from './edit'
import { OtherRequirements } from './OtherRequirements'
import { ProposeRequirements } from './ProposeRequirements'
import { RequirementForm } from './RequirementForm'
import { SheetGrid } from './SheetGrid'
import { sheetOf } from './sheet'
import { TableFile } from './TableFile'
import { useEdits } from './useEdits'

/** 必要な力: who must be able to do what, where. The grid enters people; the form enters shares, sections, exceptions, posts and periods. */
export function RequirementsScreen() {
  const text = useText()
  const { requirements: words, shell } = text
  const { scope, on, today, view, change } = useView()
  const locale = useLocale()
  const withLeavers = on > today
  const { level, ...rest } = scope
  const coverage = useCall('coverage.read', { ...scope, withLeavers }, { keep: true })
  const gap = useCall('gap.read', { scope: { ...rest, withLeavers }, divisionCode: null }, { keep: true })
  const list = useCall('requirement.list', { on }, { keep: true })
  const requirements = useMemo(() => list.value?.requirements ?? [], [list.value])
  const edits = useEdits(requirements)
  const [form, setForm] = useState<{ readonly of: ListedRequirement | null }>()
  const [proposing, setProposing] = useState(false)
  const [message, setMessage] = useState<string>()
  const table = coverage.value
  const sheet = useMemo(() => (table === undefined ? undefined : sheetOf(table, requirements, level)), [table, requirements, level])
  const problem = coverage.problem ?? gap.problem ?? list.problem ?? edits.problem
  const edit = (cells: readonly CellValue[]) => void edits.apply(editOf(cells, requirements, level))
  if (sheet === undefined || list.value === undefined) {
    return (
      <Page title={shell.screens.requirements}>
        {problem && <ProblemNote problem={problem} />}
        {(coverage.waiting || list.waiting) && <Waiting />}
      </Page>
    )
  }
  if (sheet.rows.length <= 1 || sheet.skills.length === 0) {
    return (
      <Page title={shell.screens.requirements}>
        <EmptyState
          title={words.nothing}
          step={
            <Go to="importing" as="button">
              {words.nothingStep}
            </Go>
          }
        >
          {words.nothingWhy}
        </EmptyState>
      </Page>
    )
  }
  const others = requirements.filter((one) => !isPlain(one) || one.gone.length > 0)
  const totals = gap.value?.totals
  return (
    <Page
      title={shell.screens.requirements}
      lead={totals === undefined ? undefined : words.lead(totals)}
      actions={
        <>
          <TableFile onDone={setMessage} rows={requirements.length} />
          <Button kind={requirements.length === 0 ? 'primary' : 'plain'} onPress={() => setProposing(true)}>
            {words.propose}
          </Button>
        </>
      }
      band={
        <Band
          facts={[
            { name: shell.on, value: formatDay(on, locale) },
            { name: words.leavers, value: withLeavers ? words.leaversOut : words.leaversIn },
            { name: shell.screens.requirements, value: shell.count(requirements.length) },
          ]}
        />
      }
    >
      {problem && <ProblemNote problem={problem} />}
      <div className="requirement-tools">
        <Segment
          label={text.skillMap.level}
          options={levels.map((value) => ({ value: String(value), label: shell.levelAtLeast(value) }))}
          value={String(view.level)}
          onChoose={(value) => change({ level: levels.find((one) => String(one) === value) ?? level })}
        />
        <Button because={edits.undo === null ? '' : null} onPress={() => void edits.undo?.()}>
          {words.undo}
        </Button>
        <Button because={edits.redo === null ? '' : null} onPress={() => void edits.redo?.()}>
          {words.redo}
        </Button>
        <Button onPress={() => setForm({ of: null })}>{words.add}</Button>
        {edits.running && <span role="status">{words.saving}</span>}
      </div>
      <SheetGrid sheet={sheet} onEdit={edit} onUndo={() => void edits.undo?.()} onRedo={() => void edits.redo?.()} />
      {others.length > 0 && (
        <OtherRequirements requirements={others} onOpen={(of) => setForm({ of })} onRemove={({ id }) => void edits.apply({ save: [], remove: [id] })} />
      )}
      {form !== undefined && table !== undefined && (
        <RequirementForm of={form.of} table={table} requirements={requirements} onSave={edits.apply} onClose={() => setForm(undefined)} />
      )}
      {proposing && (
        <ProposeRequirements
          onClose={() => setProposing(false)}
          onSave={async (save) => {
            const saved = await edits.apply({ save, remove: [] })
            setProposing(false)
            if (saved) setMessage(words.proposed(save.length))
          }}
        />
      )}
      {message !== undefined && <Toast title={message} onClose={() => setMessage(undefined)} />}
    </Page>
  )
}
