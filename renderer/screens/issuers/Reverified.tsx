import { useState } from 'react'
import type { VerifiedAgain } from '../../../shared/contract/verification'
import { formatNumber } from '../../app/format'
import { useText } from '../../app/text'
import { outcomeOf } from '../../app/verifiedAgain'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Note } from '../../components/Note'
import { ChangedVerdicts } from './ChangedVerdicts'

/** What was done, and what became of the badges it touched. */
export interface Said {
  readonly done: string
  readonly again: VerifiedAgain
}

/** 「46件を検証し直し、12件が B→A になりました。」, with the way to the badges themselves. */
export function Reverified({ said: { done, again } }: { readonly said: Said }) {
  const text = useText()
  const { issuers, shell } = text
  const [seen, setSeen] = useState(false)
  return (
    <Note kind={again.outstanding > 0 ? 'caution' : 'good'}>
      {again.outstanding === 0 && '✓ '}
      {done} {outcomeOf(text, again)}{' '}
      {again.run !== null && (
        <Button kind="text" onPress={() => setSeen(true)}>
          {issuers.again.see(formatNumber(again.changed))}
        </Button>
      )}
      {seen && again.run !== null && (
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
          <ChangedVerdicts run={again.run} />
        </Dialog>
      )}
    </Note>
  )
}
