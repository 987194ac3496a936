import './DropZone.css'
import { useChoose } from '../../ask/received'
import { Button } from '../../components/form/Button'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useText } from '../../words/text'

/** Where files go in. Dropping works anywhere in the window; this place says so and offers the dialogs. */
export function DropZone() {
  const { importing } = useText()
  const { ask, problem } = useChoose()
  return (
    <>
      <section className="dropzone" aria-label={importing.drop}>
        <div className="grow">
          <b>{importing.drop}</b>
          <div className="muted">{importing.dropMore}</div>
        </div>
        <Button onPress={() => void ask('badges')}>{importing.chooseFiles}</Button>
        <Button onPress={() => void ask('folder')}>{importing.chooseFolder}</Button>
        <Button onPress={() => void ask('roster')}>{importing.chooseRoster}</Button>
      </section>
      {problem && <ProblemNote problem={problem} />}
    </>
  )
}
