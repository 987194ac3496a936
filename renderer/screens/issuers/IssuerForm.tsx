import './IssuerForm.css'
import { useEffect, useRef, useState } from 'react'
import { useAction, useCall } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { DayLine, Field } from '../../components/form/Field'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { useSelected, useView } from '../../view/view'
import { useText } from '../../words/text'
import { type Draft, emptyDraft, isSelfKey, toSave, type Wrong, wrongIn } from './draft'
import { Fingerprint } from './Fingerprint'
import { Replaced } from './Replaced'
import type { Finished } from './Reverified'
import { useVerifyProgress } from './useVerifyProgress'

/** Adds one issuer by hand; then the badges it issued are reverified. Errors are shown after the first try. */
export function IssuerForm({ id, onFinished }: { readonly id: string; readonly onFinished: (finished: Finished) => void }) {
  const { issuers } = useText()
  const { form } = issuers
  const { today } = useView()
  const { select } = useSelected('issuers')
  const [draft, setDraft] = useState<Draft>(emptyDraft(id, today))
  const [tried, setTried] = useState(false)
  const save = useAction('register.save')
  const asked = { id: draft.id.trim(), publicKeyMultibase: toSave(draft).publicKeyMultibase }
  const reading = useCall('register.readKey', asked, { when: !wrongIn(draft).some((what) => what === 'id' || what === 'key') }).value
  const [confirmed, setConfirmed] = useState('')
  const replaces = reading?.replaces ?? null
  const replacing = JSON.stringify(toSave(draft))
  const unread = reading?.problem != null
  const progress = useVerifyProgress()
  const wrong = tried ? wrongIn(draft) : wrongIn(draft).filter((what) => what === 'key')
  const error = (what: Wrong, words: string): { readonly error?: string } => (wrong.includes(what) ? { error: words } : {})
  const put = (name: keyof Draft) => (value: string) => setDraft((before) => ({ ...before, [name]: value }))
  const close = (issuer: string | undefined) => select({ tab: undefined, issuer })
  const box = useRef<HTMLFormElement>(null)
  // Whoever opens the form means to fill it in, from the first line that is empty.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input[value=""]')?.focus()
  }, [])
  const saveNow = async () => {
    setTried(true)
    if (wrongIn(draft).length > 0 || unread || box.current?.querySelector('.day-input.wrong')) {
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const result = await save.run(toSave(draft))
    if (!result.ok) return
    onFinished({ done: issuers.saved, again: result.value })
    close(draft.id.trim())
  }
  return (
    <aside className="side-panel" aria-label={form.title}>
      <form
        ref={box}
        className="side-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void saveNow()
        }}
      >
        <header>
          <h2>{form.title}</h2>
          <div className="muted">{form.below}</div>
        </header>
        <div className="side-content">
          <Field label={form.id} value={draft.id} onChange={put('id')} maxLength={2048} required {...error('id', form.idError)} />
          {replaces !== null && (
            <Replaced before={replaces} draft={draft} confirmed={confirmed === replacing} onConfirm={(on) => setConfirmed(on ? replacing : '')} />
          )}
          <Field label={form.name} value={draft.name} onChange={put('name')} maxLength={200} required {...error('name', form.nameError)} />
          <Field label={form.nameEn} value={draft.nameEn} onChange={put('nameEn')} maxLength={200} />
          {!isSelfKey(draft.id) && (
            <Field
              label={form.key}
              value={draft.key}
              onChange={put('key')}
              maxLength={4096}
              hint={form.keyHint}
              {...(unread ? { error: form.keyUnread } : error('key', form.keyError))}
            />
          )}
          {isSelfKey(draft.id) && unread && <ProblemNote problem={{ code: 'register.unreadable-key', detail: draft.id.trim() }} />}
          {reading?.key && (
            <div role="status">
              <b>{reading.key.registered ? form.keyKnown : form.keyRead}</b>
              <Fingerprint groups={reading.key.fingerprint} />
              <p className="muted">{issuers.keyHelp}</p>
            </div>
          )}
          <div className="pair">
            <DayLine label={form.validFrom} value={draft.validFrom} onChange={put('validFrom')} hint={form.openHint} />
            <DayLine
              label={form.validUntil}
              value={draft.validUntil}
              onChange={put('validUntil')}
              hint={form.openHint}
              {...error('period', form.periodError)}
            />
          </div>
          <div className="pair">
            <Field
              label={form.confirmedBy}
              value={draft.confirmedBy}
              onChange={put('confirmedBy')}
              maxLength={200}
              required
              {...error('confirmedBy', form.confirmedByError)}
            />
            <DayLine label={form.confirmedOn} value={draft.confirmedOn} onChange={put('confirmedOn')} required />
          </div>
          <Field label={form.how} value={draft.how} onChange={put('how')} maxLength={400} required hint={form.howHint} {...error('how', form.howError)} />
          {save.problem && <ProblemNote problem={save.problem} />}
        </div>
        <footer>
          <Button kind="primary" submits because={save.running ? progress : replaces !== null && confirmed !== replacing ? form.confirmFirst : null}>
            {form.save}
          </Button>
          <Button onPress={() => close(id === '' ? undefined : id)}>{form.cancel}</Button>
        </footer>
      </form>
    </aside>
  )
}
