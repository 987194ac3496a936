import { useState } from 'react'
import { useAction, useInvoke } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Field } from '../../components/form/Field'
import { Dialog } from '../../components/notice/Dialog'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useText } from '../../words/text'

/** Accepts evidence that answers no list of this folder, in the name of the person who confirmed it: name, files, then a question with both in it. */
export function AcceptEvidence() {
  const { courier } = useText().importing
  const invoke = useInvoke()
  const accept = useAction('courier.accept')
  const [confirmedBy, setConfirmedBy] = useState('')
  const [paths, setPaths] = useState<readonly string[]>([])
  const [message, setMessage] = useState('')
  const name = confirmedBy.trim()
  const close = () => setPaths([])
  const choose = async () => {
    setMessage('')
    accept.forget()
    const chosen = await invoke('dialog.choose', { what: 'badges' })
    if (chosen.ok) setPaths(chosen.value.paths)
  }
  const acceptNow = async () => {
    if (accept.running) return
    const result = await accept.run({ paths: [...paths], confirmedBy: name })
    close()
    if (result.ok) setMessage(courier.accepted(result.value.verifiedAgain, result.value.changed))
  }
  return (
    <>
      <p className="muted">{courier.acceptText}</p>
      <div className="head">
        <Field label={courier.confirmedBy} value={confirmedBy} onChange={setConfirmedBy} maxLength={200} />
        <Button because={name === '' ? '' : null} onPress={() => void choose()}>
          {courier.choose}
        </Button>
      </div>
      {paths.length > 0 && (
        <Dialog
          title={courier.accept(paths.length, name)}
          onClose={close}
          actions={
            <>
              <Button kind="primary" onPress={() => void acceptNow()}>
                {courier.acceptDo}
              </Button>
              <Button onPress={close}>{courier.keepOut}</Button>
            </>
          }
        >
          <ul>
            {paths.map((path) => (
              <li key={path} className="literal">
                {path}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
      <p className="muted" role="status">
        {message}
      </p>
      {accept.problem && <ProblemNote problem={accept.problem} />}
    </>
  )
}
