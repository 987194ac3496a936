import type { ReactNode } from 'react'
import { Go } from '../../components/Go'
import { formatDate } from '../../words/format'
import { reading } from '../../words/reading'
import { useLocale, useText } from '../../words/text'
import type { Badge } from './badge'

/** The badge in short: issuer, dates, skill, recipient, file. */
export function Facts({ badge }: { readonly badge: Badge }) {
  const { badge: words, shell } = useText()
  const locale = useLocale()
  const day = (value: Badge['validFrom'], none: string) => (value === null ? none : formatDate(value, locale))
  const skills = shell.list(badge.skills.map(({ skill, level }) => `${skill.split('/').at(-1)} ${shell.level(level)}`))
  return (
    <section className="card">
      <h2>
        {words.facts}
        {badge.grade === 'rejected' && words.reference}
      </h2>
      <dl className="facts">
        <Fact name={words.issuer}>{badge.issuerName ?? (badge.claimedIssuerName === null ? shell.unknown : words.claimed(badge.claimedIssuerName))}</Fact>
        <Fact name={words.issuedOn}>{day(badge.validFrom, shell.unknown)}</Fact>
        <Fact name={words.until}>{day(badge.validUntil, words.noUntil)}</Fact>
        <Fact name={words.skills}>{skills === '' ? words.notMapped : skills}</Fact>
        <Fact name={words.recipient}>
          {badge.staffNumber === null ? (
            <>
              {words.unmatched}
              {badge.recipientName !== null && <div className="muted">{words.recipientClaimed(badge.recipientName)}</div>}
            </>
          ) : (
            <span className="who">
              <Go to="person" with={{ person: badge.staffNumber }}>
                {badge.personName ?? badge.staffNumber}
              </Go>
              <span className="who-below">
                <span>{reading(badge.personKana, locale)}</span> <span>{badge.staffNumber}</span>
              </span>
            </span>
          )}
        </Fact>
        <Fact name={words.evidence}>{badge.evidence.length === 0 ? words.notStated : words.evidences(badge.evidence.length)}</Fact>
        <Fact name={words.file}>
          <span className="literal">{badge.source}</span>
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
