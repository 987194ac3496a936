import { useText } from '../../app/text'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { LongList } from '../../components/LongList'

/** The badges of which one verification again says something else than before: the badge, whose it is, and both grades. */
export function ChangedVerdicts({ run }: { readonly run: number }) {
  const { issuers, shell } = useText()
  const { again } = issuers
  return (
    <LongList
      label={again.list}
      call="verification.changes"
      ask={{ inputAt: (offset, limit) => ({ of: { run }, offset, limit }), totalOf: (output) => output.total, rowsOf: (output) => output.changes }}
      rowHeight={47}
      render={({ credentialId, achievementName, personName, staffNumber, before, after }) => (
        <div className="changed-row">
          <span>
            <Go to="badge" with={{ badge: String(credentialId) }}>
              {achievementName ?? shell.nameless}
            </Go>
            <span className="muted block">{staffNumber === null ? again.nobody : `${personName} ${staffNumber}`}</span>
          </span>
          <span>
            <span className="vh">{again.before} </span>
            <GradeMark grade={before.grade} /> <span aria-hidden="true">→</span> <span className="vh">{again.after} </span>
            <GradeMark grade={after.grade} />
          </span>
        </div>
      )}
    />
  )
}
