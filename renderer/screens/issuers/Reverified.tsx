import { useState } from 'react'
import type { VerifiedAgain } from '../../../shared/contract/verification'
import type { Text } from '../../../shared/text'
import { formatNumber } from '../../app/format'
import { useText } from '../../app/text'
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
    <Note kind="good">
      ✓ {done} {outcomeOf(text, again)}{' '}
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

/** What changed in one sentence: grades by their letters, else that only details did. */
export function outcomeOf({ issuers, verdict }: Text, { verifiedAgain, changed, moves }: VerifiedAgain): string {
  const { again } = issuers
  const number = formatNumber(verifiedAgain)
  if (changed === 0) return again.same(number)
  if (moves.grades.length === 0) return again.changed(number, formatNumber(changed))
  const letters = moves.grades.map(({ from, to, count }) => again.move(formatNumber(count), verdict.grades[from].letter, verdict.grades[to].letter))
  return again.moved(number, letters.join(again.between))
}
