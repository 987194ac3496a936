import type { VerifiedAgain } from '../../../shared/contract/verification'
import { SeeChangedVerdicts } from '../../components/ChangedVerdicts'
import { Note } from '../../components/notice/Note'
import { outcomeOf } from '../../words/reverified'
import { useText } from '../../words/text'

/** The finished action and the result of its reverification. */
export interface Finished {
  readonly done: string
  readonly again: VerifiedAgain
}

/** 「46件を検証し直し、12件が B→A になりました。」, with the way to the badges themselves. */
export function Reverified({ finished: { done, again } }: { readonly finished: Finished }) {
  const text = useText()
  return (
    <Note kind={again.outstanding > 0 ? 'caution' : 'good'}>
      {again.outstanding === 0 && '✓ '}
      {done} {outcomeOf(text, again)} {again.run !== null && <SeeChangedVerdicts of={{ run: again.run }} count={again.changed} />}
    </Note>
  )
}
