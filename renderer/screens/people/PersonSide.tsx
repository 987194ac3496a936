import './PersonSide.css'
import type { Output } from '../../../shared/contract'
import { addDays } from '../../../shared/model/day'
import { Go } from '../../components/Go'
import { Note } from '../../components/notice/Note'
import { Sentence } from '../../components/Sentence'
import { formatDate } from '../../words/format'
import { useLocale, useText } from '../../words/text'

/** An address breaks before its @ first. */
function Email({ children }: { readonly children: string }) {
  const at = children.lastIndexOf('@')
  return (
    <div>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </div>
  )
}

/** The last name of a path: `GIS` of `情報/GIS`. */
const lastName = (path: string): string => path.split('/').at(-1) ?? path

/** The skills only this person holds, what a missing skill means, and the basic record. */
export function PersonSide({ person }: { readonly person: Output<'people.read'> }) {
  const { people } = useText()
  const locale = useLocale()
  const { sole } = people
  const facts = [
    [people.formerName, person.formerName],
    [people.hiredOn, person.hiredOn === null ? null : formatDate(person.hiredOn, locale)],
    // A term is stored half-open: its last day is the day before.
    [people.termEndsOn, person.termEndsOn === null ? null : people.until(formatDate(addDays(person.termEndsOn, -1), locale))],
    [people.emails, person.emails.length === 0 ? null : person.emails.map((email) => <Email key={email}>{email}</Email>)],
  ] as const
  return (
    <div className="person-side">
      <section className="card">
        <h2>{person.soleHolderOf.length === 0 ? sole.none : sole.title}</h2>
        {person.soleHolderOf.length === 0 ? (
          <p className="muted">{sole.noneWhy}</p>
        ) : (
          <>
            <ul className="sole-skills">
              {person.soleHolderOf.map(({ skill, divisionCode, division }) => (
                <li key={`${skill} ${divisionCode}`}>
                  <Go to="skillMap" with={{ skill, division: divisionCode ?? '*' }}>
                    {divisionCode === null ? sole.inCity(lastName(skill)) : sole.in(lastName(division), lastName(skill))}
                  </Go>
                </li>
              ))}
            </ul>
            <p>
              <Sentence>{sole.what}</Sentence>
            </p>
          </>
        )}
      </section>
      <Note>
        <p>
          <Sentence>{people.noRecord}</Sentence>
        </p>
      </Note>
      <section className="card">
        <h2>{people.facts}</h2>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value ?? people.band.none}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
