import './app.css'
import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract'
import { useAction, useCall } from '../ask/api'
import { Button } from '../components/form/Button'
import { ProblemNote } from '../components/notice/ProblemNote'
import { Sentence } from '../components/Sentence'
import { formatNumber } from '../words/format'
import { useText } from '../words/text'
import { outcomeOfAll } from '../words/verifiedAgain'

/** What ends sooner than this is not worth a band that comes and goes. */
const patienceMilliseconds = 700

/**
 * On every screen while held badges wait for a new verdict, or for somebody to be looked for in the roster: how far the work has come, and the way to stop it;
 * or how many were left when it was stopped, and the way to go on.
 */
export function AgainBand() {
  const text = useText()
  const { again } = text.shell
  const state = useCall('verification.state', {}, { keep: true })
  const goOn = useAction('verification.goOn')
  const stop = useAction('verification.stop')
  const [said, setSaid] = useState<string>()
  const { outstanding, unsought, running } = state.value ?? { outstanding: 0, unsought: 0, running: null }
  const toDo = toBeDone(again, outstanding, unsought)
  const isLong = useLasting(running !== null)
  const goOnNow = async () => {
    setSaid(undefined)
    const result = await goOn.run({})
    if (result.ok) setSaid(outcomeOfAll(text, result.value))
  }
  const problem = goOn.problem ?? stop.problem
  if (running !== null ? !isLong : toDo === null && said === undefined && problem === undefined) return null
  return (
    <aside className="job-band" aria-label={again.label}>
      {running !== null ? (
        <>
          <span role="status">{told(again, running)}</span>
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
          <span role="status">{toDo ? <Sentence>{toDo.says}</Sentence> : said}</span>
          <span className="grow" />
          {toDo ? <Button onPress={() => void goOnNow()}>{toDo.does}</Button> : <Button onPress={() => setSaid(undefined)}>{text.shell.close}</Button>}
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </aside>
  )
}

type Words = ReturnType<typeof useText>['shell']['again']
type Running = NonNullable<Output<'verification.state'>['running']>

/** How far it has come, in words. */
function told(words: Words, { what, done, total }: Running): string {
  if (total === 0) return words.looking
  return (what === 'people' ? words.seeking : words.progress)(formatNumber(done), formatNumber(total))
}

/** What is left to do, and the way to do it: verdicts before people. Null where nothing is left. */
function toBeDone(words: Words, outstanding: number, unsought: number): { readonly says: string; readonly does: string } | null {
  if (outstanding > 0) return { says: words.left(formatNumber(outstanding)), does: words.goOn(formatNumber(outstanding)) }
  return unsought > 0 ? { says: words.unsought(formatNumber(unsought)), does: words.seekOn(formatNumber(unsought)) } : null
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
