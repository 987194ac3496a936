import { explain, useText } from '../../app/text'
import type { Badge } from './BadgeView'

/** Every problem listed with the badge, in words: what was found, why it matters, what to do next. */
export function Findings({ badge }: { readonly badge: Badge }) {
  const text = useText()
  if (badge.problems.length === 0) return null
  return (
    <section>
      <h2>{text.badge.problems}</h2>
      <ul className="card findings">
        {badge.problems.map((problem) => {
          const { found, why, next } = explain(text, problem)
          return (
            <li key={`${problem.code} ${problem.at ?? ''} ${problem.detail ?? ''}`}>
              <b>{found}</b> {why} {next}
              {(problem.detail !== undefined || problem.at !== undefined) && (
                <div className="muted">
                  {problem.detail !== undefined && <span className="literal">{problem.detail} </span>}
                  {problem.at !== undefined && (
                    <>
                      {text.shell.problemPlace} <span className="mono">{problem.at}</span>
                    </>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
