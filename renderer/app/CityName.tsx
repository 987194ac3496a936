import './CityName.css'
import { useId, useState } from 'react'
import { useAction } from '../ask/api'
import { Button } from '../components/form/Button'
import { Field } from '../components/form/Field'
import { Dialog } from '../components/notice/Dialog'
import { ProblemNote } from '../components/notice/ProblemNote'
import { useText } from '../words/text'

/** The name of the city below the program name; pressing it opens the dialog that sets it. Reports show it too. */
export function CityName({ name }: { readonly name: string | null }) {
  const { shell } = useText()
  const [asking, setAsking] = useState(false)
  const shown = name ?? shell.city.none
  return (
    <>
      <button type="button" className="city" title={shell.city.change} aria-label={`${shown} ${shell.city.change}`} onClick={() => setAsking(true)}>
        {shown}
      </button>
      {asking && <Ask name={name ?? ''} onClose={() => setAsking(false)} />}
    </>
  )
}

function Ask({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { shell } = useText()
  const form = useId()
  const [typed, setTyped] = useState(name)
  const save = useAction('application.saveSettings')
  const saveNow = async () => {
    const result = await save.run({ cityName: typed.trim() === '' ? null : typed.trim() })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={shell.city.title}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" submits form={form}>
            {shell.city.save}
          </Button>
          <Button onPress={onClose}>{shell.cancel}</Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          void saveNow()
        }}
      >
        <Field label={shell.city.label} value={typed} onChange={setTyped} maxLength={100} hint={shell.city.hint} />
      </form>
      {save.problem && <ProblemNote problem={save.problem} />}
    </Dialog>
  )
}
