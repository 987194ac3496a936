import './Job.css'
import { useState } from 'react'
import type { ImportSummary } from '../../../shared/contract/importing'
import { useAction } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Dialog } from '../../components/notice/Dialog'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { formatTime } from '../../words/format'
import { useText } from '../../words/text'
import { stagesOf } from './reconcile'
import { sourceNames } from './sources'

/** An import that is not finished: its sources, the progress of each stage, and the buttons that pause, continue or cancel it. */
export function Job({ summary }: { readonly summary: ImportSummary }) {
  const text = useText()
  const { importing } = text
  const { importId, state, done, total } = summary
  const pause = useAction('import.pause')
  const resume = useAction('import.resume')
  const problem = pause.problem ?? resume.problem
  return (
    <section className="card" aria-label={importing.job}>
      <div className="head">
        <h2>{sourceNames(text, summary)}</h2>
        <span className="muted">
          {importing.started(formatTime(summary.startedAt))} {importing.states[state]}
        </span>
        <span className="grow" />
        {state === 'running' ? (
          <Button onPress={() => void pause.run({ importId })}>{importing.pause}</Button>
        ) : (
          <Button kind="primary" onPress={() => void resume.run({ importId })}>
            {importing.resume}
          </Button>
        )}
        <Cancel summary={summary} />
      </div>
      <ol className="stages">
        {stagesOf(summary).map(({ stage, state: reached, count }, index) => (
          <li key={stage} className={`stage-${reached}`} aria-current={reached === 'going' ? 'step' : undefined}>
            {reached === 'done' && <span aria-hidden="true">✓ </span>}
            <b>
              {index + 1} {importing.stages[stage]}
            </b>{' '}
            <span className="muted">
              <span className={count === null ? undefined : 'visually-hidden'}>{importing.stageStates[reached]}</span>{' '}
              {count !== null && (stage === 'match' ? importing.pieces : importing.files)(count)}
            </span>
          </li>
        ))}
      </ol>
      <div className="job-bar">
        {total === null ? (
          <div className="meter grow hatch" />
        ) : (
          <div
            className={state === 'running' ? 'meter grow' : 'meter meter-ink grow'}
            role="progressbar"
            aria-label={importing.progressName}
            aria-valuenow={done}
            aria-valuemin={0}
            aria-valuemax={total}
          >
            <i style={{ width: `${total === 0 ? 100 : (done / total) * 100}%` }} />
          </div>
        )}
        <b className="unbroken">{total === null ? importing.files(done) : importing.progressOf(done, total)}</b>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </section>
  )
}

function Cancel({ summary }: { readonly summary: ImportSummary }) {
  const { importing } = useText()
  const [asking, setAsking] = useState(false)
  const cancel = useAction('import.cancel')
  const undo = useAction('import.undo')
  const { received } = summary
  const problem = undo.problem ?? (cancel.problem?.code === 'import.not-found' ? undefined : cancel.problem)
  const cancelNow = async () => {
    const { importId } = summary
    const stopped = await cancel.run({ importId })
    // After a restart no job runs; the stored part is removed all the same.
    const result = !stopped.ok && stopped.problem.code === 'import.not-found' ? await undo.run({ importId }) : stopped
    if (result.ok) setAsking(false)
  }
  return (
    <>
      <Button kind="stop" onPress={() => setAsking(true)}>
        {importing.cancel}
      </Button>
      {asking && (
        <Dialog
          title={importing.cancelAsk}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button kind="stop" onPress={() => void cancelNow()}>
                {importing.cancelDo(received)}
              </Button>
              <Button onPress={() => setAsking(false)}>{importing.goOn}</Button>
            </>
          }
        >
          <p>{importing.cancelWhat(received)}</p>
          {problem && <ProblemNote problem={problem} />}
        </Dialog>
      )}
    </>
  )
}
