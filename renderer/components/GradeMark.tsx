import type { Grade } from '../../shared/model/verification'
import { useText } from '../app/text'

/** The letter of each grade, in the order they are told. */
export const gradeLetters: Readonly<Record<Grade, 'A' | 'B' | 'C' | 'D' | 'X'>> = {
  verified: 'A',
  confirmed: 'C',
  unregistered: 'B',
  unproven: 'D',
  rejected: 'X',
}

/** How far a badge is proven: told apart by shape, then letter, then word. `wordless` only where the word stands beside it already. */
export function GradeMark({ grade, wordless = false }: { readonly grade: Grade; readonly wordless?: boolean }) {
  const text = useText()
  const word = text.shell.grades[grade]
  return (
    <span className={`g g${gradeLetters[grade]}`}>
      <i aria-hidden="true">{gradeLetters[grade]}</i>
      <span className={wordless ? 'vh' : undefined}>{word}</span>
    </span>
  )
}
