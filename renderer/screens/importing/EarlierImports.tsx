import { useState } from 'react'
import type { ImportSummary } from '../../../shared/contract/importing'
import { useAction } from '../../app/api'
import { dayOfInstant, formatDayNarrow, formatNumber } from '../../app/format'
import { useLocale, useText } from '../../app/text'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Go } from '../../components/Go'
import { ProblemNote } from '../../components/ProblemNote'
import { addedOf, isOpen } from './reconcile'
import { sourceNames } from './sources'

/** Every import so far, newest first; each can be looked at again and undone as a whole. */
export function EarlierImports({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const text = useText()
  const { importing } = text
  const locale = useLocale()
  const [asking, setAsking] = useState<ImportSummary>()
  const [removed, setRemoved] = useState<number>()
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
                  {day === null ? summary.startedAt : formatDayNarrow(day, locale)} {importing.pieces(formatNumber(summary.received))}
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
                <span className="muted">{isOpen(summary) || summary.state === 'cancelled' ? importing.states[summary.state] : importing.undone}</span>
              )}
            </li>
          )
        })}
      </ul>
      <p role="status">{removed !== undefined && importing.undoDone(formatNumber(removed))}</p>
      {asking && (
        <Undo
          summary={asking}
          onClose={(count) => {
            setAsking(undefined)
            setRemoved(count)
          }}
        />
      )}
    </section>
  )
}

function Undo({ summary, onClose }: { readonly summary: ImportSummary; readonly onClose: (removed: number | undefined) => void }) {
  const text = useText()
  const { importing } = text
  const undo = useAction('import.undo')
  const count = formatNumber(addedOf(summary))
  const undoNow = async () => {
    const result = await undo.run({ importId: summary.importId })
    if (result.ok) onClose(result.value.removed)
  }
  return (
    <Dialog
      title={importing.undoAsk(sourceNames(text, summary))}
      onClose={() => onClose(undefined)}
      actions={
        <>
          <Button kind="stop" onPress={() => void undoNow()}>
            {importing.undoDo(count)}
          </Button>
          <Button onPress={() => onClose(undefined)}>{importing.keep}</Button>
        </>
      }
    >
      <p>{importing.undoWhat(count)}</p>
      {undo.problem && <ProblemNote problem={undo.problem} />}
    </Dialog>
  )
}
