import './Findings.css'
import { decisiveProblem } from '../../../shared/model/decisive'
import { explain, useText } from '../../words/text'
import type { Badge } from './badge'
import { Place } from './Place'

/** Every problem listed with the badge, in words: what was found, why it matters, what to do next. What the headline of a rejected badge says is not said twice. */
export function Findings({ badge }: { readonly badge: Badge }) {
  const text = useText()
  const told = badge.grade === 'rejected' ? decisiveProblem(badge.grade, badge.problems) : undefined
  const others = badge.problems.filter((problem) => problem !== told)
  if (others.length === 0) return null
  return (
    <section>
      <h2>{told === undefined ? text.badge.problems : text.badge.otherProblems}</h2>
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
