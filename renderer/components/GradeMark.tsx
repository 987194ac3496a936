import './GradeMark.css'
import type { Grade } from '../../shared/model/verification'
import { useText } from '../words/text'

/** How far a badge is proven: told apart by shape, then letter, then word. `wordless` only where the word stands beside it already. */
export function GradeMark({ grade, wordless = false }: { readonly grade: Grade; readonly wordless?: boolean }) {
  const { letter, name } = useText().verdict.grades[grade]
  return (
    <span className={`grade grade-${letter}`}>
      <i aria-hidden="true">{letter}</i>
      <span className={wordless ? 'visually-hidden' : undefined}>{name}</span>
    </span>
  )
}
