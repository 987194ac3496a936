import './RosterPreview.css'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { RosterMapping as Mapping, RosterField } from '../../../shared/contract/roster'
import type { Day } from '../../../shared/model/day'
import { useAction, useCall } from '../../ask/api'
import { useChoose } from '../../ask/received'
import { Button } from '../../components/form/Button'
import { DayLine } from '../../components/form/Field'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { Note } from '../../components/notice/Note'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { Page } from '../../components/Page'
import { useSelected, useView } from '../../view/view'
import { fileName, formatDay } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { FirstRows } from './FirstRows'
import { RosterCounts } from './RosterCounts'
import { RosterMapping } from './RosterMapping'
import { RosterProblems } from './RosterProblems'

/** The effect of importing this roster. Nothing is stored until it is confirmed; columns and day can be corrected first. */
export function RosterPreview({ path }: { readonly path: string }) {
  const { importing, shell } = useText()
  const { roster: words } = importing
  const locale = useLocale()
  const { today, go } = useView()
  const { selected } = useSelected('importing')
  const [on, setOn] = useState<Day>(today)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const preview = useCall('roster.preview', { path, on, mapping }, { keep: true })
  const take = useAction('roster.import')
  const [taken, setTaken] = useState<Output<'roster.import'>>()
  const { ask, problem } = useChoose()
  const back = () => go('importing', selected.import === undefined ? {} : { import: selected.import })
  const takeNow = async (held: Mapping) => {
    const result = await take.run({ path, on, mapping: held })
    if (result.ok) setTaken(result.value)
  }
  if (taken) return <Taken summary={taken} />
  const read = preview.value
  const summary = read?.summary ?? null
  const people = summary?.people ?? 0
  const because = summary === null ? words.lacking : summary.people === 0 ? words.nobody : null
  return (
    <Page
      title={words.title}
      crumb={
        <span className="crumb">
          <Go to="importing">{shell.screens.importing}</Go> ＞
        </span>
      }
      lead={read && (summary === null ? words.leadLacking : words.lead(summary.rows, people))}
      band={
        read && (
          <Band
            facts={[
              { name: words.file, value: fileName(path) },
              { name: words.encoding, value: words.encodings[read.encoding] ?? read.encoding },
              { name: words.day, value: formatDay(on, locale) },
              { name: words.promise, value: words.undoPromise },
            ]}
          />
        )
      }
    >
      <div className="head">
        <b className="literal">{fileName(path)}</b>
        <span className="grow" />
        <Button kind="text" onPress={() => void ask('roster')}>
          {words.other}
        </Button>
        <Button onPress={back}>{words.stop}</Button>
        {read && (
          <Button kind="primary" because={because} onPress={() => void takeNow({ ...read.mapping, ...mapping })}>
            {summary === null ? words.take : words.confirm(people)}
          </Button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      {take.problem && <ProblemNote problem={take.problem} />}
      {preview.problem && <ProblemNote problem={preview.problem} />}
      {read?.problem && <ProblemNote problem={read.problem} />}
      {preview.waiting && <Waiting />}
      {preview.stale && <Waiting>{words.readAgain}</Waiting>}
      <div className="roster-top">
        <DayLine label={words.on} value={on} hint={words.onHint(formatDay(on, locale))} onChange={(day) => day !== '' && setOn(day)} required />
        {summary && <RosterCounts summary={summary} />}
      </div>
      {read && (
        <div className="columns roster-cols" data-stack>
          <RosterMapping
            headers={read.headers}
            mapping={{ ...read.mapping, ...mapping }}
            example={read.firstRows[0]}
            onChange={(field: RosterField, header) => setMapping(withColumn({ ...read.mapping, ...mapping }, field, header))}
          />
          <div className="stack">
            {summary && <RosterProblems problems={summary.problems} renamed={summary.renamedDivisions} />}
            <FirstRows headers={read.headers} rows={read.firstRows} />
          </div>
        </div>
      )}
    </Page>
  )
}

/** The mapping with one field set to a header; empty if the file has no such column, so that none is guessed again. A header maps to one field only. */
export function withColumn(mapping: Mapping, field: RosterField, header: string): Mapping {
  const others = Object.entries(mapping).filter(([name, column]) => name !== field && (column === '' || column !== header))
  return Object.fromEntries([...others, [field, header]])
}

function Taken({ summary }: { readonly summary: Output<'roster.import'> }) {
  const { importing, shell } = useText()
  const { roster: words } = importing
  return (
    <Page
      title={words.title}
      crumb={
        <span className="crumb">
          <Go to="importing">{shell.screens.importing}</Go> ＞
        </span>
      }
    >
      <Note kind="good" title={`✓ ${words.done(summary.people)}`} speak>
        <p>{words.doneText(summary.new, summary.changed, summary.ended)}</p>
      </Note>
      <div className="head">
        <Go to="importing" as="primary">
          {importing.chooseFiles}
        </Go>
        <Go to="skillMap" as="button">
          {importing.seeMap}
        </Go>
      </div>
      <RosterProblems problems={summary.problems} renamed={summary.renamedDivisions} />
    </Page>
  )
}
