import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useText } from '../../words/text'
import { Button } from '../form/Button'
import { Note } from './Note'

/** In the place of what broke: that the data is untouched, what to do, and the reason as it was caught. */
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
