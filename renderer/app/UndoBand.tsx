import './app.css'
import { useAction, useCall } from '../ask/api'
import { Button } from '../components/form/Button'
import { ProblemNote } from '../components/notice/ProblemNote'
import { Sentence } from '../components/Sentence'
import { formatNumber } from '../words/format'
import { useText } from '../words/text'

/** On every screen while an undo has begun and not ended: that the numbers still contain some of the import, how far it has come, and the way to stop it or to go on. */
export function UndoBand() {
  const words = useText().shell.undo
  const state = useCall('import.undoState', {}, { keep: true })
  const goOn = useAction('import.undo')
  const stop = useAction('import.stopUndo')
  const undo = state.value?.undo ?? null
  if (undo === null) return null
  const { importId, done, total, running } = undo
  const [shownDone, shownTotal] = [formatNumber(done), formatNumber(total)]
  return (
    <aside className="job-band" aria-label={words.label}>
      {running ? (
        <>
          <span role="status">{words.progress(shownDone, shownTotal)}</span>
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
            <Sentence>{words.left(shownDone, shownTotal)}</Sentence>
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
