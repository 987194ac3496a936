import './app.css'
import { useAction, useCall } from '../ask/api'
import { Button } from '../components/form/Button'
import { ProblemNote } from '../components/notice/ProblemNote'
import { Sentence } from '../components/Sentence'
import { useText } from '../words/text'

/** A band on every screen while an undo is unfinished: the numbers still contain part of the import; its progress, and the button that stops or continues it. */
export function UndoBand() {
  const words = useText().shell.undo
  const state = useCall('import.undoState', {}, { keep: true })
  const goOn = useAction('import.undo')
  const stop = useAction('import.stopUndo')
  const undo = state.value?.undo ?? null
  if (undo === null) return null
  const { importId, done, total, running } = undo
  return (
    <aside className="job-band" aria-label={words.label}>
      {running ? (
        <>
          <span role="status">{words.progress(done, total)}</span>
          <div className="meter grow" role="progressbar" aria-label={words.label} aria-valuenow={done} aria-valuemin={0} aria-valuemax={total}>
            <i style={{ width: `${total === 0 ? 100 : (done / total) * 100}%` }} />
          </div>
          <Button because={stop.running ? words.stopping : null} onPress={() => void stop.run({})}>
            {words.stop}
          </Button>
        </>
      ) : (
        <>
          <span role="status">
            <Sentence>{words.left(done, total)}</Sentence>
          </span>
          <span className="grow" />
          <Button onPress={() => void goOn.run({ importId })}>{words.goOn}</Button>
        </>
      )}
      {goOn.problem && <ProblemNote problem={goOn.problem} />}
      {stop.problem && <ProblemNote problem={stop.problem} />}
    </aside>
  )
}
