import './SampleBand.css'
import { useState } from 'react'
import { useAction } from '../ask/api'
import { Button } from '../components/form/Button'
import { Dialog } from '../components/notice/Dialog'
import { ProblemNote } from '../components/notice/ProblemNote'
import { useText } from '../words/text'

/** A band on every screen while the sample city is loaded, with the button that removes it. */
export function SampleBand({ people, credentials, onRemoved }: { readonly people: number; readonly credentials: number; readonly onRemoved: () => void }) {
  const { shell } = useText()
  const [asking, setAsking] = useState(false)
  const remove = useAction('sample.remove')
  const removeNow = async () => {
    const result = await remove.run({})
    if (!result.ok) return
    setAsking(false)
    onRemoved()
  }
  return (
    <aside className="sample" aria-label={shell.sampleCity}>
      <span>{shell.sampleBand}</span>
      <Button onPress={() => setAsking(true)}>{shell.sampleRemove}</Button>
      {asking && (
        <Dialog
          title={shell.sampleRemoveAsk}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button kind="stop" onPress={() => void removeNow()}>
                {shell.sampleRemoveDo(people, credentials)}
              </Button>
              <Button onPress={() => setAsking(false)}>{shell.cancel}</Button>
            </>
          }
        >
          <p>{shell.sampleRemoveWhat(people, credentials)}</p>
          {remove.problem && <ProblemNote problem={remove.problem} />}
        </Dialog>
      )}
    </aside>
  )
}
