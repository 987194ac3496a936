import './Claims.css'
import { useText } from '../../words/text'
import type { Badge } from './badge'

/** What the badge says of itself. For a rejected file this is for reference only. */
export function Claims({ badge }: { readonly badge: Badge }) {
  const { badge: words, shell } = useText()
  const rejected = badge.grade === 'rejected'
  const evidence = badge.evidence
    .map(({ name, description, url }) => [name, description, url].filter((part) => part !== null && part !== '').join(' — '))
    .filter((line) => line !== '')
  return (
    <section>
      <h2>
        {words.claims}
        {rejected && words.reference}
      </h2>
      {rejected && <p className="muted">{words.referenceWhy}</p>}
      <dl className="card facts claims">
        {badge.description !== null && <Claim name={words.description}>{badge.description}</Claim>}
        <Claim name={words.criteria}>{badge.criteria ?? words.notStated}</Claim>
        <Claim name={words.evidence}>{evidence.length === 0 ? words.notStated : evidence.join('\n')}</Claim>
        <Claim name={words.mapped}>
          {badge.skills.length === 0
            ? words.notMapped
            : badge.skills.map(({ skill, level }) => `${skill.replaceAll('/', ' ＞ ')} ${shell.level(level)}`).join('\n')}
        </Claim>
      </dl>
    </section>
  )
}

function Claim({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="literal">{children}</dd>
    </div>
  )
}
