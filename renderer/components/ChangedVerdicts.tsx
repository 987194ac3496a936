import './ChangedVerdicts.css'
import { useState } from 'react'
import type { Input } from '../../shared/contract'
import { useText } from '../words/text'
import { Button } from './form/Button'
import { Go } from './Go'
import { GradeMark } from './GradeMark'
import { Dialog } from './notice/Dialog'
import { LongList } from './table/LongList'

type Of = Input<'verification.changes'>['of']

/** A button with the number of changed verdicts, which opens their list. */
export function SeeChangedVerdicts({ of, count }: { readonly of: Of; readonly count: number }) {
  const { issuers, shell } = useText()
  const [seen, setSeen] = useState(false)
  return (
    <>
      <Button kind="text" onPress={() => setSeen(true)}>
        {issuers.again.see(count)}
      </Button>
      {seen && (
        <Dialog
          wide
          title={issuers.again.list}
          onClose={() => setSeen(false)}
          actions={
            <Button kind="primary" onPress={() => setSeen(false)}>
              {shell.close}
            </Button>
          }
        >
          <ChangedVerdicts of={of} />
        </Dialog>
      )}
    </>
  )
}

/** The badges whose verdict changed: the badge, its person, and both grades. */
function ChangedVerdicts({ of }: { readonly of: Of }) {
  const { issuers, shell } = useText()
  const { again } = issuers
  return (
    <LongList
      label={again.list}
      call="verification.changes"
      ask={{ inputAt: (offset, limit) => ({ of, offset, limit }), totalOf: (output) => output.total, rowsOf: (output) => output.changes }}
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
            <span className="visually-hidden">{again.before} </span>
            <GradeMark grade={before.grade} /> <span aria-hidden="true">→</span> <span className="visually-hidden">{again.after} </span>
            <GradeMark grade={after.grade} />
          </span>
        </div>
      )}
    />
  )
}
