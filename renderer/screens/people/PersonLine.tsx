import './people.css'
import type { PersonRow } from '../../../shared/contract/people'
import { Flag } from '../../components/Flag'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { formatDayNarrow } from '../../words/format'
import { reading } from '../../words/reading'
import { useLocale, useText } from '../../words/text'
import { bestOf } from '../skillMap/bestOf'
import { listedSkills } from './summary'

/** Skills named in a line; the rest are a number. */
const namedSkills = 4

/** One person of the list: who, where, and either all that counts or the badge behind the number one came from. */
export function PersonLine({ person, skill, counting }: { readonly person: PersonRow; readonly skill: string | null; readonly counting: boolean }) {
  const { people } = useText()
  const locale = useLocale()
  return (
    <div className="people-line">
      <span className="who">
        <Go to="person" with={{ person: person.staffNumber }}>
          <b>{person.name}</b>
        </Go>
        <span className="who-below">
          <span>{reading(person.kana, locale)}</span> <span>{person.staffNumber}</span>
        </span>
      </span>
      <span>{person.division.replaceAll('/', ' ＞ ')}</span>
      <span>
        {person.post}
        {person.concurrent && <Flag>{people.concurrent}</Flag>}
        {person.leave !== 'none' && <Flag>{people.leave[person.leave]}</Flag>}
      </span>
      {skill === null ? <AllSkills person={person} /> : <OneSkill person={person} skill={skill} counting={counting} />}
    </div>
  )
}

function AllSkills({ person }: { readonly person: PersonRow }) {
  const { people, shell } = useText()
  const { counting, others } = listedSkills(person.skills)
  return (
    <span className="people-skills">
      {counting.slice(0, namedSkills).map(({ name, level }) => (
        <span key={name} className="unbroken">
          {name} <b>{shell.level(level)}</b>
        </span>
      ))}
      {counting.length > namedSkills && <span className="muted unbroken">{people.more(counting.length - namedSkills)}</span>}
      {others > 0 && <span className="muted unbroken">{people.uncounted(others)}</span>}
      {counting.length === 0 && others === 0 && <span className="muted">{people.noSkills}</span>}
    </span>
  )
}

function OneSkill({ person, skill, counting }: { readonly person: PersonRow; readonly skill: string; readonly counting: boolean }) {
  const { people, shell, skillMap } = useText()
  const locale = useLocale()
  const held = bestOf(person.skills, skill, counting)
  if (held === undefined) return null
  return (
    <span className="people-badge">
      <span>
        <Go to="badge" with={{ badge: String(held.credentialId) }}>
          {held.achievementName ?? shell.nameless}
        </Go>{' '}
        <b className="unbroken">{shell.level(held.level)}</b>
      </span>
      <span className="people-trust">
        <GradeMark grade={held.grade} />
        {held.statusUnknown && <Flag>{shell.statusUnknown}</Flag>}
        {held.contested && <Flag kind="warn">{shell.contested}</Flag>}
        <span className="muted">
          {counting
            ? held.skillUntil === null
              ? people.noUntil
              : skillMap.panel.badgeEnds(formatDayNarrow(held.skillUntil, locale))
            : skillMap.panel.whyApart[held.grade]}
        </span>
      </span>
    </span>
  )
}
