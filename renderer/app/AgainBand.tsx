import './app.css'
import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract'
import { useAction, useCall } from '../ask/api'
import { Button } from '../components/form/Button'
import { ProblemNote } from '../components/notice/ProblemNote'
import { Sentence } from '../components/Sentence'
import { outcomeOfAll } from '../words/reverified'
import { useText } from '../words/text'

/** Work shorter than this shows no band. */
const delayMilliseconds = 700

/**
 * A band on every screen while a reverification or a rematch runs or is pending: its progress with a stop button, or the number still pending with a
 * continue button.
 */
export function AgainBand() {
  const text = useText()
  const { again } = text.shell
  const state = useCall('verification.state', {}, { keep: true })
  const goOn = useAction('verification.goOn')
  const stop = useAction('verification.stop')
  const [message, setMessage] = useState<string>()
  const { outstanding, unsought, running } = state.value ?? { outstanding: 0, unsought: 0, running: null }
  const toDo = toBeDone(again, outstanding, unsought)
  const isLong = useDelayedTrue(running !== null)
  const continueNow = async () => {
    setMessage(undefined)
    const result = await goOn.run({})
    if (result.ok) setMessage(outcomeOfAll(text, result.value))
  }
  const problem = goOn.problem ?? stop.problem
  if (running !== null ? !isLong : toDo === null && message === undefined && problem === undefined) return null
  return (
    <aside className="job-band" aria-label={again.label}>
      {running !== null ? (
        <>
          <span role="status">{progressText(again, running)}</span>
          {running.total === 0 ? (
            <span className="grow" />
          ) : (
            <div
              className="meter grow"
              role="progressbar"
              aria-label={again.label}
              aria-valuenow={running.done}
              aria-valuemin={0}
              aria-valuemax={running.total}
            >
              <i style={{ width: `${(running.done / running.total) * 100}%` }} />
            </div>
          )}
          <Button because={stop.running ? again.stopping : null} onPress={() => void stop.run({})}>
            {again.stop}
          </Button>
        </>
      ) : (
        <>
          <span role="status">{toDo ? <Sentence>{toDo.says}</Sentence> : message}</span>
          <span className="grow" />
          {toDo ? <Button onPress={() => void continueNow()}>{toDo.does}</Button> : <Button onPress={() => setMessage(undefined)}>{text.shell.close}</Button>}
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </aside>
  )
}

type Words = ReturnType<typeof useText>['shell']['again']
type Running = NonNullable<Output<'verification.state'>['running']>

/** The progress as text. */
function progressText(words: Words, { what, done, total }: Running): string {
  if (total === 0) return words.looking
  return (what === 'people' ? words.seeking : words.progress)(done, total)
}

/** The pending work and its button: reverification before rematch. Null if nothing is pending. */
function toBeDone(words: Words, outstanding: number, unsought: number): { readonly says: string; readonly does: string } | null {
  if (outstanding > 0) return { says: words.left(outstanding), does: words.goOn(outstanding) }
  return unsought > 0 ? { says: words.unsought(unsought), does: words.seekOn(unsought) } : null
}

/** Whether `value` has been true for the whole delay; false at once when it becomes false. */
function useDelayedTrue(value: boolean): boolean {
  const [delayed, setDelayed] = useState(false)
  useEffect(() => {
    if (!value) {
      setDelayed(false)
      return
    }
    const timer = setTimeout(() => setDelayed(true), delayMilliseconds)
    return () => clearTimeout(timer)
  }, [value])
  return delayed
}
