import './CellPanel.css'
import type { CoverageTable } from '../../../shared/contract/coverage'
import type { PersonRow } from '../../../shared/contract/people'
import { noHolder, reach, singleHolder } from '../../../shared/coverage'
import { useCall } from '../../ask/api'
import { DepthSymbol } from '../../components/DepthSymbol'
import { Go } from '../../components/Go'
import { Note } from '../../components/notice/Note'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { Sentence } from '../../components/Sentence'
import { SidePanel } from '../../components/SidePanel'
import { useView } from '../../view/view'
import { nextApril } from '../../words/dayStep'
import { formatDate } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { PanelPerson } from './PanelPerson'
import { PanelTop } from './PanelTop'
import { cityKey, rowKey } from './rows'

/** People named in the panel; the rest are in the list. */
const named = 12
/** Up to this number of people, the ends of their terms and posts are requested too. */
const few = 3

/** The people counted in one cell, those not counted, and the number next April. */
export function CellPanel({
  table,
  row,
  column,
  onClose,
}: {
  readonly table: CoverageTable
  readonly row: number
  readonly column: number
  readonly onClose: () => void
}) {
  const text = useText()
  const { panel, city } = text.skillMap
  const { scope } = useView()
  const division = table.divisions[row]
  const skill = table.skills[column]
  const holders = table.holders[row]?.[column] ?? 0
  const apart = table.apart[row]?.[column] ?? 0
  const ask = { scope, skill: skill?.path ?? '', divisionCode: division?.code ?? null, text: null, offset: 0, limit: named }
  const counting = useCall('people.list', { ...ask, which: 'counting' }, { when: holders > 0 })
  const others = useCall('people.list', { ...ask, which: 'apart' }, { when: apart > 0 })
  if (division === undefined || skill === undefined) return null
  const name = division.code === null ? city : division.name
  const share = reach(holders, division.people)
  const to = { skill: skill.path, ...(division.code === null ? {} : { division: division.code }) }
  const people = { skill: skill.path, elsewhere: division.children > 0 }
  return (
    <SidePanel
      label={panel.label}
      title={<PanelTop title={text.people.behind(name, skill.name, text.shell.levelAtLeast(scope.level))} onClose={onClose} />}
      below={
        <span className="panel-number">
          <b className="panel-figure">
            <DepthSymbol holders={holders} /> {text.shell.people(holders)}
          </b>
          {share !== undefined && <span>{panel.of(division.people, share)}</span>}
        </span>
      }
      footer={
        (holders > 0 || apart > 0) && (
          <>
            {holders > 0 && (
              <Go to="people" with={{ ...to, which: 'counting' }} as="primary">
                {panel.list(holders)}
              </Go>
            )}
            {apart > 0 && (
              <Go to="people" with={{ ...to, which: 'apart' }} as="button">
                {panel.listApart(apart)}
              </Go>
            )}
          </>
        )
      }
    >
      <Foresight division={rowKey(division)} skill={skill.path} holders={holders} />
      {noHolder(holders) && (
        <Note title={division.people === 0 ? panel.nobodyPeople : panel.nobody}>
          <p>{panel.nobodyWhy}</p>
        </Note>
      )}
      {holders > 0 && <h3>{panel.counted(holders)}</h3>}
      {counting.problem && <ProblemNote problem={counting.problem} />}
      {counting.waiting && <Waiting />}
      <People list={counting.value?.people} {...people} counting closely={holders <= few} total={holders} />
      {apart > 0 && <h3>{panel.apart(apart)}</h3>}
      {others.problem && <ProblemNote problem={others.problem} />}
      <People list={others.value?.people} {...people} counting={false} closely={false} total={apart} />
    </SidePanel>
  )
}

function People({
  list,
  total,
  ...how
}: {
  readonly list: readonly PersonRow[] | undefined
  readonly total: number
  readonly skill: string
  readonly counting: boolean
  readonly elsewhere: boolean
  readonly closely: boolean
}) {
  const { skillMap } = useText()
  if (list === undefined || list.length === 0) return null
  return (
    <>
      <ul className="panel-people">
        {list.map((person) => (
          <PanelPerson key={`${person.staffNumber} ${person.divisionCode}`} person={person} {...how} />
        ))}
      </ul>
      {total > list.length && <p className="muted">{skillMap.panel.more(total - list.length)}</p>}
    </>
  )
}

/** What this number will be when posts change next, and whether it rests on one person now. */
function Foresight({ division, skill, holders }: { readonly division: string; readonly skill: string; readonly holders: number }) {
  const { skillMap } = useText()
  const locale = useLocale()
  const { scope, on } = useView()
  const day = nextApril(on)
  const { value } = useCall('coverage.read', { ...scope, on: day, withLeavers: true }, { when: holders > 0, keep: true })
  const row = value?.divisions.findIndex((one) => (one.code ?? cityKey) === division) ?? -1
  const column = value?.skills.findIndex((one) => one.path === skill) ?? -1
  const later = row === -1 || column === -1 ? undefined : value?.holders[row]?.[column]
  const fewer = later !== undefined && later < holders
  if (!fewer && !singleHolder(holders)) return null
  return (
    <Note kind="caution">
      {singleHolder(holders) && (
        <p>
          <Sentence>{skillMap.panel.sole}</Sentence> {!fewer && skillMap.panel.soleWhat}
        </p>
      )}
      {fewer && (
        <p>
          <Sentence>{skillMap.panel.later(formatDate(day, locale), later)}</Sentence> {skillMap.panel.laterWhy}
        </p>
      )}
    </Note>
  )
}
