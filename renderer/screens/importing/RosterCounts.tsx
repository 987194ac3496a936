import './RosterCounts.css'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import type { RosterSummary } from '../../../shared/contract/roster'
import { Button } from '../../components/form/Button'
import { Dialog } from '../../components/notice/Dialog'
import { Table } from '../../components/table/Table'
import { formatNumber } from '../../words/format'
import { useText } from '../../words/text'

type People = Output<'roster.preview'>['people']

const shown = ['new', 'changed', 'unchanged', 'ended', 'divisions', 'assignments'] as const
const isListed = (name: (typeof shown)[number]): name is keyof People => name === 'new' || name === 'changed' || name === 'ended'

/** What the roster would change, in six numbers. Those of people who come, change or end open the list of these people. */
export function RosterCounts({ summary, people }: { readonly summary: RosterSummary; readonly people: People | undefined }) {
  const { roster: words } = useText().importing
  const [open, setOpen] = useState<keyof People>()
  return (
    <>
      <dl className="counts">
        {shown.map((name) => (
          <div key={name}>
            <dt className="muted">{words.counts[name]}</dt>
            <dd>
              {isListed(name) && people !== undefined && summary[name] > 0 ? (
                <Button kind="text" label={words.listOf(words.counts[name], summary[name])} onPress={() => setOpen(name)}>
                  {formatNumber(summary[name])}
                </Button>
              ) : (
                formatNumber(summary[name])
              )}
            </dd>
          </div>
        ))}
      </dl>
      {open !== undefined && people !== undefined && (
        <PeopleDialog title={words.listOf(words.counts[open], summary[open])} people={people[open]} total={summary[open]} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function PeopleDialog({
  title,
  people,
  total,
  onClose,
}: {
  readonly title: string
  readonly people: People['new']
  readonly total: number
  readonly onClose: () => void
}) {
  const text = useText()
  return (
    <Dialog title={title} onClose={onClose} actions={<Button onPress={onClose}>{text.shell.close}</Button>}>
      <Table
        caption={title}
        columns={[
          { key: 'number', title: text.people.staffNumber, width: 120 },
          { key: 'name', title: text.people.head.person },
        ]}
      >
        {people.map(({ staffNumber, name }) => (
          <tr key={staffNumber}>
            <td className="number">{staffNumber}</td>
            <th scope="row">{name}</th>
          </tr>
        ))}
      </Table>
      {total > people.length && <p className="muted">{text.skillMap.panel.more(total - people.length)}</p>}
    </Dialog>
  )
}
