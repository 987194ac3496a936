import './RiskTable.css'
import { useState } from 'react'
import type { LossBecause, RiskPerson } from '../../../shared/contract/risk'
import type { Day } from '../../../shared/model/day'
import type { Level } from '../../../shared/model/skill'
import { Button } from '../../components/form/Button'
import { Go } from '../../components/Go'
import { type Column, Row, Table, TableBox } from '../../components/table/Table'
import { useView, writeView } from '../../view/view'
import { formatDayNarrow } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import type { RiskList, Shown } from './riskModel'

/** How many lines are shown at first, and added at a time. */
const step = 200

interface Parts {
  readonly list: RiskList
  readonly shown: Shown
  readonly people: ReadonlyMap<string, RiskPerson>
  /** The day whose holders are counted. */
  readonly from: Day
}

/** The lines of the chosen list. Each number and name leads to what is behind it. */
export function RiskTable({ list, shown, people, from }: Parts) {
  const text = useText()
  const { risk, shell } = text
  const { head } = risk
  const locale = useLocale()
  const [most, setMost] = useState(step)
  const day = (on: Day) => <span className="unbroken">{formatDayNarrow(on, locale)}</span>
  const columns: Readonly<Record<RiskList, readonly Column[]>> = {
    losses: [
      { key: 'division', title: head.division },
      { key: 'skill', title: head.skill },
      { key: 'change', title: head.change, width: 130 },
      { key: 'because', title: head.because },
    ],
    leavers: [
      { key: 'person', title: head.person },
      { key: 'division', title: head.division },
      { key: 'reason', title: head.reason, width: 140 },
      { key: 'day', title: head.firstDay, width: 140 },
    ],
    ending: [
      { key: 'person', title: head.person },
      { key: 'division', title: head.division },
      { key: 'skill', title: head.skill },
      { key: 'badge', title: head.badge },
      { key: 'day', title: head.lastDay, width: 120 },
    ],
    single: [
      { key: 'division', title: head.division },
      { key: 'skill', title: head.skill },
      { key: 'person', title: head.person },
    ],
  }
  const rows: Readonly<Record<RiskList, () => readonly React.ReactNode[]>> = {
    losses: () =>
      shown.losses.slice(0, most).map(({ divisionCode, division, skill, level, before, after, target, because }) => (
        <Row key={`${divisionCode ?? '*'} ${skill} ${level} ${target?.id ?? ''}`}>
          <th scope="row">
            <DivisionName path={division} />
          </th>
          <td>
            <SkillName path={skill} /> {level > 1 && <span className="unbroken">{shell.levelAtLeast(level)}</span>}
          </td>
          <td>
            <Holders divisionCode={divisionCode} skill={skill} level={level} on={from}>
              {risk.before(before)}
            </Holders>
            <b>{risk.after(after)}</b>
            {target !== null && <span className="unbroken">{risk.required(target.required)}</span>}
          </td>
          <td>
            <ul className="risk-because">
              {because.map((one) => (
                <li key={one.staffNumber}>
                  <Because because={one} people={people} />
                </li>
              ))}
            </ul>
          </td>
        </Row>
      )),
    leavers: () =>
      shown.leavers.slice(0, most).map(({ staffNumber, reason, on }) => (
        <Row key={staffNumber}>
          <PersonHead staffNumber={staffNumber} people={people} />
          <td>{people.get(staffNumber)?.division}</td>
          <td>{risk.reasons[reason]}</td>
          <td>{day(on)}</td>
        </Row>
      )),
    ending: () =>
      shown.ending.slice(0, most).map(({ staffNumber, skill, level, credentialId, achievementName, on }) => (
        <Row key={`${credentialId} ${skill}`}>
          <PersonHead staffNumber={staffNumber} people={people} />
          <td>{people.get(staffNumber)?.division}</td>
          <td>
            <SkillName path={skill} /> <span className="unbroken">{shell.level(level)}</span>
          </td>
          <td>
            <Go to="badge" with={{ badge: String(credentialId) }}>
              {achievementName ?? risk.unnamedBadge}
            </Go>
          </td>
          <td>{day(on)}</td>
        </Row>
      )),
    single: () =>
      shown.single.slice(0, most).map(({ divisionCode, division, skill, staffNumber }) => (
        <Row key={`${divisionCode ?? '*'} ${skill}`}>
          <th scope="row">
            <DivisionName path={division} />
          </th>
          <td>
            <SkillName path={skill} />
          </td>
          <td>
            <Go to="person" with={{ person: staffNumber }}>
              {people.get(staffNumber)?.name ?? staffNumber}
            </Go>{' '}
            <span className="muted">{people.get(staffNumber)?.post}</span>
          </td>
        </Row>
      )),
  }
  const left = shown[list].length - most
  return (
    <TableBox label={risk.kinds[list]} fills>
      <Table caption={risk.kinds[list]} columns={columns[list]}>
        {rows[list]()}
      </Table>
      {left > 0 && (
        <p className="risk-more">
          <Button onPress={() => setMost(most + step)}>{risk.more(Math.min(left, step), left)}</Button>
        </p>
      )}
    </TableBox>
  )
}

/** The name of the division, with the path above it; the whole city has a name of its own. */
function DivisionName({ path }: { readonly path: string }) {
  const { risk } = useText()
  if (path === '*') return <b>{risk.whole}</b>
  const above = path.split('/').slice(0, -1).join('／')
  return (
    <>
      {above !== '' && <span className="muted risk-above">{above}</span>}
      <span className="block">{path.split('/').at(-1)}</span>
    </>
  )
}

/** The name of the skill, with the branches above it. */
function SkillName({ path }: { readonly path: string }) {
  const above = path.split('/').slice(0, -1).join('／')
  return (
    <>
      {above !== '' && <span className="muted risk-above">{above}</span>} <span className="risk-skill">{path.split('/').at(-1)}</span>
    </>
  )
}

function PersonHead({ staffNumber, people }: { readonly staffNumber: string; readonly people: Parts['people'] }) {
  const person = people.get(staffNumber)
  return (
    <th scope="row">
      <Go to="person" with={{ person: staffNumber }}>
        {person?.name ?? staffNumber}
      </Go>{' '}
      <span className="muted">{person?.post}</span>
    </th>
  )
}

/** A link to the people behind the number, on the day they are counted. */
function Holders({
  divisionCode,
  skill,
  level,
  on,
  children,
}: {
  readonly divisionCode: string | null
  readonly skill: string
  readonly level: Level
  readonly on: Day
  readonly children: string
}) {
  const { view, today } = useView()
  const selected = { skill, which: 'counting', ...(divisionCode === null ? {} : { division: divisionCode }) }
  const hash = writeView({ ...view, screen: 'people', on: on === today ? null : on, level, includeLeave: false, selected })
  return (
    <a className="link" href={hash}>
      {children}
    </a>
  )
}

function Because({ because, people }: { readonly because: LossBecause; readonly people: Parts['people'] }) {
  const { risk } = useText()
  const locale = useLocale()
  const { staffNumber, reason, on } = because
  return (
    <>
      <Go to="person" with={{ person: staffNumber }}>
        {people.get(staffNumber)?.name ?? staffNumber}
      </Go>{' '}
      <span className="unbroken">{risk.because(risk.reasons[reason], formatDayNarrow(on, locale))}</span>
    </>
  )
}
