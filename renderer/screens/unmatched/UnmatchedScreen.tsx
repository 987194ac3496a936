import './UnmatchedScreen.css'
import { useCall } from '../../ask/api'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { Band } from '../../components/notice/Band'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Page } from '../../components/Page'
import { LongList } from '../../components/table/LongList'
import { useText } from '../../words/text'

/** The unmatched badges and the recipients written in them. */
export function UnmatchedScreen() {
  const { importing, shell } = useText()
  const { unmatched: words } = importing
  const first = useCall('people.unmatched', { offset: 0, limit: 100 })
  const total = first.value?.total
  const lead = total === undefined ? undefined : total === 0 ? words.leadNone : words.lead(total)
  return (
    <Page
      title={shell.screens.unmatched}
      lead={lead}
      actions={
        total !== undefined &&
        total > 0 && (
          <Go to="importing" as="button">
            {words.roster}
          </Go>
        )
      }
      band={total !== undefined && <Band facts={[{ name: shell.screens.unmatched, value: shell.count(total) }]} />}
    >
      <p>{words.text}</p>
      {first.problem && <ProblemNote problem={first.problem} />}
      {total !== undefined && total > 0 && (
        <div className="side-panel unmatched">
          <div className="unmatched-row unmatched-head" aria-hidden="true">
            <span>{words.columns.badge}</span>
            <span>{words.columns.grade}</span>
            <span>{words.columns.recipient}</span>
            <span>{words.columns.source}</span>
          </div>
          <LongList
            label={words.list}
            call="people.unmatched"
            ask={{ inputAt: (offset, limit) => ({ offset, limit }), totalOf: (output) => output.total, rowsOf: (output) => output.badges }}
            rowHeight={47}
            render={(badge) => (
              <div className="unmatched-row">
                <span>
                  <Go to="badge" with={{ badge: String(badge.credentialId) }}>
                    {badge.achievementName ?? shell.nameless}
                  </Go>
                  <span className="muted block">{badge.issuerName ?? badge.claimedIssuerName}</span>
                </span>
                <span>
                  <GradeMark grade={badge.grade} />
                </span>
                <span className="literal">{badge.recipient ?? <span className="muted">{words.noRecipient}</span>}</span>
                <span className="literal muted">{badge.source}</span>
              </div>
            )}
          />
        </div>
      )}
    </Page>
  )
}
