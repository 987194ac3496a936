import { useEffect, useState } from 'react'
import { useAction, useCall } from '../app/api'
import { formatNumber } from '../app/format'
import { useText } from '../app/text'
import { outcomeOf } from '../app/verifiedAgain'
import { Button } from './Button'
import { ProblemNote } from './ProblemNote'
import { Sentence } from './Sentence'

/** What ends sooner than this is not worth a band that comes and goes. */
const patienceMilliseconds = 700

/**
 * On every screen while held badges wait for a new verdict: how far the work has come, and the way to stop it; or how many were left when it was stopped,
 * and the way to go on.
 */
export function AgainBand() {
  const text = useText()
  const { again } = text.shell
  const state = useCall('verification.state', {}, { keep: true })
  const goOn = useAction('verification.goOn')
  const stop = useAction('verification.stop')
  const [said, setSaid] = useState<string>()
  const { outstanding, running } = state.value ?? { outstanding: 0, running: null }
  const isLong = useLasting(running !== null)
  const goOnNow = async () => {
    setSaid(undefined)
    const result = await goOn.run({})
    if (result.ok) setSaid(outcomeOf(text, result.value))
  }
  const problem = goOn.problem ?? stop.problem
  if (running !== null ? !isLong : outstanding === 0 && said === undefined && problem === undefined) return null
  return (
    <aside className="again" aria-label={again.label}>
      {running !== null ? (
        <>
          <span role="status">{running.total === 0 ? again.looking : again.progress(formatNumber(running.done), formatNumber(running.total))}</span>
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
          <span role="status">{outstanding > 0 ? <Sentence>{again.left(formatNumber(outstanding))}</Sentence> : said}</span>
          <span className="grow" />
          {outstanding > 0 ? (
            <Button onPress={() => void goOnNow()}>{again.goOn(formatNumber(outstanding))}</Button>
          ) : (
            <Button onPress={() => setSaid(undefined)}>{text.shell.close}</Button>
          )}
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </aside>
  )
}

/** Has it been so for a while? */
function useLasting(so: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!so) {
      setLasting(false)
      return
    }
    const timer = setTimeout(() => setLasting(true), patienceMilliseconds)
    return () => clearTimeout(timer)
  }, [so])
  return lasting
}
