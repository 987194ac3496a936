import type { Output } from '../../shared/contract'
import type { Moves, VerifiedAgain } from '../../shared/contract/verification'
import type { Text } from '../../shared/text'

/** 「12件が B→A」 for each move from one grade to another; empty if no grade changed. */
export const gradeMoves = ({ issuers: { again }, verdict }: Text, { grades }: Moves): readonly string[] =>
  grades.map(({ from, to, count }) => again.move(count, verdict.grades[from].letter, verdict.grades[to].letter))

/** The result of a reverification in one sentence: moved grades by their letters, or the number of verdicts whose details changed; then the number still pending. */
export function outcomeOf(text: Text, { verifiedAgain, changed, moves, outstanding }: VerifiedAgain): string {
  const { again } = text.issuers
  const moved = gradeMoves(text, moves)
  const sentence = changed === 0 ? again.same(verifiedAgain) : moved.length === 0 ? again.changed(verifiedAgain, changed) : again.moved(verifiedAgain, moved)
  return outstanding === 0 ? sentence : text.shell.together(sentence, again.left(outstanding))
}

/** The result of a reverification and of the rematch after it. A part that was not needed is left out. */
export function outcomeOfAll(text: Text, { people, ...verdicts }: Output<'verification.goOn'>): string {
  const verified = outcomeOf(text, verdicts)
  if (people.looked === 0) return verified
  const { again, together } = text.shell
  const found = people.found === 0 ? again.foundNobody(people.looked) : again.found(people.found, people.looked)
  return verdicts.verifiedAgain === 0 ? found : together(verified, found)
}
