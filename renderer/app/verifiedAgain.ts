import type { VerifiedAgain } from '../../shared/contract/verification'
import type { Text } from '../../shared/text'
import { formatNumber } from './format'

/** What verifying again came to in one sentence: grades by their letters, else that only details did; in a second one, what is left where it was stopped. */
export function outcomeOf({ issuers, shell, verdict }: Text, { verifiedAgain, changed, moves, outstanding }: VerifiedAgain): string {
  const { again } = issuers
  const number = formatNumber(verifiedAgain)
  const letters = moves.grades.map(({ from, to, count }) => again.move(formatNumber(count), verdict.grades[from].letter, verdict.grades[to].letter))
  const said =
    changed === 0 ? again.same(number) : letters.length === 0 ? again.changed(number, formatNumber(changed)) : again.moved(number, letters.join(again.between))
  return outstanding === 0 ? said : shell.together(said, again.left(formatNumber(outstanding)))
}
