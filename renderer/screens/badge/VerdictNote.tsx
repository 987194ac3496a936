import './VerdictNote.css'
import { decisiveProblem } from '../../../shared/model/decisive'
import type { Text } from '../../../shared/text'
import { Flag } from '../../components/Flag'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { Note } from '../../components/notice/Note'
import { formatDayNarrow } from '../../words/format'
import { explain, useLocale, useText } from '../../words/text'
import type { Badge } from './badge'
import { doubtsOf, mendOf, noCountReason } from './findings'
import { Place } from './Place'

/** The verdict in one sentence, whether it counts, and the next step. */
export function VerdictNote({ badge }: { readonly badge: Badge }) {
  const text = useText()
  const locale = useLocale()
  const { badge: words, verdict } = text
  const grade = verdict.grades[badge.grade]
  const decisive = decisiveProblem(badge.grade, badge.problems)
  const decided = decisive === undefined ? null : explain(text, decisive)
  const rejected = badge.grade === 'rejected'
  const why = noCountReason(badge)
  const doubts = doubtsOf(badge)
  // An unmatched badge never counts, whatever its grade.
  const unmatched = badge.counts && badge.staffNumber === null
  const counted = unmatched ? words.countsOnceMatched : badge.counts ? (badge.skills.length === 0 ? words.noSkill : words.counts) : words.countsNot
  // The headline of a rejected badge is its fault; all others show the grade first, then the deciding finding.
  const [first, ...rest] = sentencesOf(rejected && decided ? decided.found : grade.sentence)
  const more = [...rest, ...(decided === null ? [] : rejected ? [decided.why] : [decided.found, decided.why])]
  return (
    <>
      <Note kind={rejected ? 'stop' : badge.counts && !unmatched ? 'good' : 'plain'}>
        <p className="verdict-top">
          <GradeMark grade={badge.grade} />
          <Flag kind={why === null ? 'plain' : 'warn'}>
            {counted}
            {why !== null && `（${words.whyNot[why]}）`}
          </Flag>
          {doubts.map((doubt) => (
            <Flag key={doubt} kind="warn">
              {words.doubts[doubt]}
            </Flag>
          ))}
        </p>
        <p className="verdict-sentence">{first}</p>
        {more.length > 0 && <p>{more.reduce(text.shell.together)}</p>}
        {rejected && decisive && <Place problem={decisive} />}
      </Note>
      {badge.replacedBy !== null && (
        <Note kind="caution" title={badge.replacedFrom === null ? words.replaced : words.replacedFrom(formatDayNarrow(badge.replacedFrom, locale))}>
          <Go to="badge" with={{ badge: String(badge.replacedBy) }}>
            {words.toNewer}
          </Go>
        </Note>
      )}
      {badge.rivals.length > 0 && (
        <Note kind="caution" title={words.contested}>
          {badge.rivals.map((rival) => (
            <p key={rival}>
              <Go to="badge" with={{ badge: String(rival) }}>
                {words.toRival}
              </Go>
            </p>
          ))}
        </Note>
      )}
      <NextStep badge={badge} next={decided?.next ?? nextOf(text, badge)} />
    </>
  )
}

/** The next step for a badge that is not rejected: first the reason it does not count, then what is unproven. */
function nextOf(text: Text, badge: Badge): string {
  const { grades, values } = text.verdict
  const { axes } = badge
  const why = noCountReason(badge)
  if (why !== null) return why === axes.time ? values.time[axes.time].next : values.status[axes.status].next
  if (badge.counts && badge.staffNumber === null) return values.recipient[axes.recipient].next
  const [doubt] = doubtsOf(badge)
  if (doubt === 'contested') return text.problems['credential.contested-id'].next
  if (doubt === 'revocationClaimed') return text.problems['status.revocation-claimed'].next
  return doubt === 'statusUnknown' ? values.status[axes.status].next : grades[badge.grade].next
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
        {(mend === 'importing' || mend === 'courier') && (
          <Go to="importing" as="primary">
            {mend === 'courier' ? words.toCourier : words.toImport}
          </Go>
        )}
        <span>{next}</span>
      </p>
    </section>
  )
}
