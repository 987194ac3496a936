import './PanelPerson.css'
import type { PersonRow } from '../../../shared/contract/people'
import { addDays, type Day } from '../../../shared/model/day'
import { useCall } from '../../ask/api'
import { Flag } from '../../components/Flag'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { useView } from '../../view/view'
import { nextApril } from '../../words/dayStep'
import { formatDayNarrow } from '../../words/format'
import { reading } from '../../words/reading'
import { useLocale, useText } from '../../words/text'
import { bestOf } from './bestOf'

/** One person of a cell: name, division, level, grade, and what ends soon. */
export function PanelPerson({
  person,
  skill,
  counting,
  elsewhere,
  closely,
}: {
  readonly person: PersonRow
  readonly skill: string
  readonly counting: boolean
  /** Show the division: the cell is about more than one. */
  readonly elsewhere: boolean
  /** Also request the ends of term and post: one call for each person, so only for a few. */
  readonly closely: boolean
}) {
  const text = useText()
  const locale = useLocale()
  const { panel } = text.skillMap
  const held = bestOf(person.skills, skill, counting)
  const place = [elsewhere ? (person.division.split('/').at(-1) ?? '') : '', person.post ?? '', person.concurrent ? panel.concurrent : ''].filter(
    (part) => part !== '',
  )
  return (
    <li className="person">
      <span className="who">
        <Go to="person" with={{ person: person.staffNumber }}>
          <b>{person.name}</b>
        </Go>
        <span className="who-below">
          <span>{reading(person.kana, locale)}</span> <span>{person.staffNumber}</span>
        </span>
      </span>
      {(place.length > 0 || held !== undefined) && (
        <div>
          {place.join(' ')}
          {place.length > 0 && held !== undefined && ' ／ '}
          {held !== undefined && (
            <>
              {held.skill.split('/').at(-1)} <b>{text.shell.level(held.level)}</b>
            </>
          )}
        </div>
      )}
      <div className="person-marks">
        {held !== undefined && (
          <Go to="badge" with={{ badge: String(held.credentialId) }} as="bare">
            <GradeMark grade={held.grade} />
          </Go>
        )}
        {!counting && held !== undefined && <span className="muted">{panel.whyApart[held.grade]}</span>}
        {person.leave !== 'none' && <Flag>{panel.onLeave[person.leave]}</Flag>}
        {held?.statusUnknown === true && <Flag>{text.shell.statusUnknown}</Flag>}
        {held?.contested === true && <Flag kind="warn">{text.shell.contested}</Flag>}
        {counting && <BadgeEnd until={held?.skillUntil ?? null} />}
        {closely && <PostEnds staffNumber={person.staffNumber} />}
      </div>
    </li>
  )
}

/** Does something end by the next change of posts? */
const soon = (day: Day | null, on: Day): day is Day => day !== null && day >= on && day <= nextApril(on)

function BadgeEnd({ until }: { readonly until: Day | null }) {
  const { skillMap } = useText()
  const locale = useLocale()
  const { on } = useView()
  return soon(until, on) ? <Flag kind="warn">{skillMap.panel.badgeEnds(formatDayNarrow(until, locale))}</Flag> : null
}

/** Ends of term and post are stored half-open: the last day is the day before. */
function PostEnds({ staffNumber }: { readonly staffNumber: string }) {
  const { skillMap } = useText()
  const locale = useLocale()
  const { on, scope } = useView()
  const { value } = useCall('people.read', { staffNumber, on, withLeavers: scope.withLeavers })
  if (value === undefined) return null
  const term = value.termEndsOn
  const main = value.assignments.find(({ current, concurrent }) => current && !concurrent)?.endsOn ?? null
  const last = (day: Day) => formatDayNarrow(addDays(day, -1), locale)
  return (
    <>
      {soon(term, on) && <Flag kind="warn">{skillMap.panel.termEnds(last(term))}</Flag>}
      {!soon(term, on) && soon(main, on) && <Flag kind="warn">{skillMap.panel.postEnds(last(main))}</Flag>}
    </>
  )
}
