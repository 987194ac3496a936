import { useText } from '../../app/text'
import { Flag } from '../../components/Flag'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { Note } from '../../components/Note'
import type { Badge } from './BadgeView'
import { headlineOf, mendOf, noCountReason } from './findings'
import { valueWords } from './valueWords'

/** The verdict in one sentence, whether it counts, and the next step. */
export function VerdictNote({ badge }: { readonly badge: Badge }) {
  const text = useText()
  const { badge: words, verdict } = text
  const grade = verdict.grades[badge.grade]
  const headline = headlineOf(badge)
  const axis = headline.from === 'axis' ? valueWords(verdict, headline.axis, badge.axes) : null
  const decided = axis ?? (badge.grade === 'unproven' ? valueWords(verdict, badge.axes.integrity === 'intact' ? 'issuer' : 'integrity', badge.axes) : null)
  const why = noCountReason(badge)
  const counted = badge.counts ? (badge.skills.length === 0 ? words.noSkill : words.counts) : words.countsNot
  const [first, ...rest] = sentencesOf(axis?.found ?? grade.sentence)
  return (
    <>
      <Note kind={badge.grade === 'rejected' ? 'stop' : badge.counts ? 'good' : 'plain'}>
        <p className="verdict-top">
          <GradeMark grade={badge.grade} />
          <Flag kind={why === null ? 'plain' : 'warn'}>
            {counted}
            {why !== null && `（${words.whyNot[why]}）`}
          </Flag>
        </p>
        <p className="verdict-sentence">{first}</p>
        <p>{[...rest, ...(decided === null || decided.found === first ? [] : [decided.found]), ...(axis === null ? [] : [axis.why])].join(' ')}</p>
      </Note>
      {badge.replacedBy !== null && (
        <Note kind="caution" title={words.replaced}>
          <Go to="badge" with={{ badge: String(badge.replacedBy) }}>
            {words.toNewer}
          </Go>
        </Note>
      )}
      <NextStep badge={badge} next={axis?.next ?? (badge.grade === 'unproven' ? (decided?.next ?? grade.next) : grade.next)} />
    </>
  )
}

/** The sentences of a text, each with its full stop. */
const sentencesOf = (text: string): readonly string[] => text.match(/[^。.]+[。.]?\s*/g)?.map((sentence) => sentence.trim()) ?? [text]

function NextStep({ badge, next }: { readonly badge: Badge; readonly next: string }) {
  const { badge: words } = useText()
  const mend = mendOf(badge)
  return (
    <section>
      <h2>{words.next}</h2>
      <p className="badge-next">
        {mend === 'issuers' && (
          <Go to="issuers" with={badge.issuerId === null ? {} : { issuer: badge.issuerId }} as="primary">
            {words.toIssuers}
          </Go>
        )}
        {mend === 'unmatched' && (
          <Go to="unmatched" as="primary">
            {words.toUnmatched}
          </Go>
        )}
        {mend === 'importing' && (
          <Go to="importing" as="primary">
            {words.toImport}
          </Go>
        )}
        <span>{next}</span>
      </p>
    </section>
  )
}
