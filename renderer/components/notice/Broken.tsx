import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useText } from '../../words/text'
import { Button } from '../form/Button'
import { Note } from './Note'

/** Shown instead of a failed part: the data is untouched, what to do, and the caught error. */
export function Broken({ reason, again }: { readonly reason: string; readonly again: () => void }) {
  const { shell } = useText()
  const { reset } = useQueryErrorResetBoundary()
  return (
    <div className="page">
      <div role="alert">
        <Note kind="stop" title={shell.crash.title}>
          <p>{shell.crash.why}</p>
          <p>{shell.crash.next}</p>
          <p className="literal monospace">{reason}</p>
          <Button
            onPress={() => {
              reset()
              again()
            }}
          >
            {shell.crash.again}
          </Button>
        </Note>
      </div>
    </div>
  )
}
