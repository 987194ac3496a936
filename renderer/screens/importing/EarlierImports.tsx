import './importing.css'
import { useState } from 'react'
import type { ImportSummary } from '../../../shared/contract/importing'
import { useAction, useCall } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Go } from '../../components/Go'
import { Dialog } from '../../components/notice/Dialog'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { dayOfInstant, formatDayNarrow } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { sourceNames } from './sources'

/** Every import so far, newest first; each can be opened and undone as a whole. */
export function EarlierImports({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const text = useText()
  const { importing } = text
  const locale = useLocale()
  const [asking, setAsking] = useState<ImportSummary>()
  const [removed, setRemoved] = useState<number>()
  const undo = useAction('import.undo')
  // The dialog closes at once: every screen shows the progress of the undo.
  const undoNow = async ({ importId }: ImportSummary) => {
    setAsking(undefined)
    setRemoved(undefined)
    const result = await undo.run({ importId })
    if (result.ok && result.value.finished) setRemoved(result.value.removed)
  }
  return (
    <section className="earlier">
      <h3>{importing.earlier}</h3>
      {imports.length === 0 && <p className="muted">{importing.noEarlier}</p>}
      <ul>
        {imports.map((summary) => {
          const day = dayOfInstant(summary.startedAt)
          return (
            <li key={summary.importId}>
              <div className="grow">
                <div>
                  {day === null ? summary.startedAt : formatDayNarrow(day, locale)} {importing.pieces(summary.received)}
                </div>
                <Go to="importing" with={{ import: summary.importId }}>
                  {sourceNames(text, summary)}
                </Go>
              </div>
              {summary.state === 'done' ? (
                <Button kind="text" label={`${sourceNames(text, summary)} ${importing.undo}`} onPress={() => setAsking(summary)}>
                  {importing.undo}
                </Button>
              ) : (
                <span className="muted">{summary.state === 'undone' ? importing.undone : importing.states[summary.state]}</span>
              )}
            </li>
          )
        })}
      </ul>
      <p role="status">{removed !== undefined && importing.undoDone(removed)}</p>
      {undo.problem && <ProblemNote problem={undo.problem} />}
      {asking && <Undo summary={asking} onUndo={() => void undoNow(asking)} onClose={() => setAsking(undefined)} />}
    </section>
  )
}

function Undo({ summary, onUndo, onClose }: { readonly summary: ImportSummary; readonly onUndo: () => void; readonly onClose: () => void }) {
  const text = useText()
  const { importing } = text
  const { value, problem, waiting } = useCall('import.undoPreview', { importId: summary.importId })
  return (
    <Dialog
      title={importing.undoAsk(sourceNames(text, summary))}
      onClose={onClose}
      actions={
        <>
          <Button kind="stop" because={value === undefined ? importing.undoCounting : null} onPress={onUndo}>
            {value === undefined ? importing.undo : importing.undoDo(value.removed)}
          </Button>
          <Button onPress={onClose}>{importing.keep}</Button>
        </>
      }
    >
      {waiting && <Waiting>{importing.undoCounting}</Waiting>}
      {problem && <ProblemNote problem={problem} />}
      {value !== undefined && (
        <>
          <p>{importing.undoWhat(value.removed)}</p>
          {value.shared > 0 && <p>{importing.undoShared(value.shared)}</p>}
        </>
      )}
    </Dialog>
  )
}
