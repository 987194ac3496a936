import './Findings.css'
import { decisiveProblem } from '../../../shared/model/decisive'
import { explain, useText } from '../../words/text'
import type { Badge } from './badge'
import { Place } from './Place'

/** Every problem of the badge as text, except the one already in the headline of a rejected badge. */
export function Findings({ badge }: { readonly badge: Badge }) {
  const text = useText()
  const headline = badge.grade === 'rejected' ? decisiveProblem(badge.grade, badge.problems) : undefined
  const others = badge.problems.filter((problem) => problem !== headline)
  if (others.length === 0) return null
  return (
    <section>
      <h2>{headline === undefined ? text.badge.problems : text.badge.otherProblems}</h2>
      <ul className="card findings">
        {others.map((problem) => {
          const { found, why, next } = explain(text, problem)
          return (
            <li key={`${problem.code} ${problem.at ?? ''} ${problem.detail ?? ''}`}>
              <b>{found}</b> {text.shell.together(why, next)}
              <Place problem={problem} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
