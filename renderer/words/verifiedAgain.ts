import type { Output } from '../../shared/contract'
import type { Moves, VerifiedAgain } from '../../shared/contract/verification'
import type { Text } from '../../shared/text'
import { formatNumber } from './format'

/** 「12件が B→A、3件が D→C」, each move of grades once; empty where none moved. */
export const gradeMoves = ({ issuers: { again }, verdict }: Text, { grades }: Moves): string =>
  grades.map(({ from, to, count }) => again.move(formatNumber(count), verdict.grades[from].letter, verdict.grades[to].letter)).join(again.between)

/** What verifying again came to in one sentence: grades by their letters, else that only details did; in a second one, what is left where it was stopped. */
export function outcomeOf(text: Text, { verifiedAgain, changed, moves, outstanding }: VerifiedAgain): string {
  const { again } = text.issuers
  const number = formatNumber(verifiedAgain)
  const moved = gradeMoves(text, moves)
  const said = changed === 0 ? again.same(number) : moved === '' ? again.changed(number, formatNumber(changed)) : again.moved(number, moved)
  return outstanding === 0 ? said : text.shell.together(said, again.left(formatNumber(outstanding)))
}

/** The same with what looking for people came to; of what was not done, nothing is said. */
export function outcomeOfAll(text: Text, { people, ...verdicts }: Output<'verification.goOn'>): string {
  const verified = outcomeOf(text, verdicts)
  if (people.looked === 0) return verified
  const { again, together } = text.shell
  const looked = formatNumber(people.looked)
  const found = people.found === 0 ? again.foundNobody(looked) : again.found(formatNumber(people.found), looked)
  return verdicts.verifiedAgain === 0 ? found : together(verified, found)
}
