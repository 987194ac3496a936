import './GradeMark.css'
import type { Grade } from '../../shared/model/verification'
import { useText } from '../words/text'

/** The grade of a badge: shape, letter and word. `wordless` only where the word is shown next to it. */
export function GradeMark({ grade, wordless = false }: { readonly grade: Grade; readonly wordless?: boolean }) {
  const { letter, name } = useText().verdict.grades[grade]
  return (
    <span className={`grade grade-${letter}`}>
      <i aria-hidden="true">{letter}</i>
      <span className={wordless ? 'visually-hidden' : undefined}>{name}</span>
    </span>
  )
}
