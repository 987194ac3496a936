import './issuers.css'
import { useState } from 'react'
import type { RegisterChange, RegisterKeyChange, RegisterPreview } from '../../../shared/contract/register'
import { Button } from '../../components/form/Button'
import { Tick } from '../../components/form/Field'
import { Dialog } from '../../components/notice/Dialog'
import { Note } from '../../components/notice/Note'
import { useLocale, useText } from '../../words/text'
import { Fingerprint } from './Fingerprint'
import { periodWords } from './period'

const isReplaced = ({ change }: RegisterKeyChange) => change === 'changed' || change === 'removed'

/** What a register file changes, before it is taken in. Each stored key that would be changed or removed must be confirmed by itself. */
export function RegisterPreviewDialog({
  preview: { changes, warnings },
  because,
  onConfirm,
  onClose,
}: {
  readonly preview: RegisterPreview
  readonly because: string | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}) {
  const { issuers, problems } = useText()
  const { preview } = issuers
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const replaced = changes.flatMap(({ id, keys }) => keys.filter(isReplaced).map((key) => nameOf(id, key)))
  const unchanged = changes.filter(({ change }) => change === 'unchanged').length
  const isNothing = unchanged === changes.length
  const open = replaced.filter((name) => !confirmed.has(name)).length
  const toggle = (name: string, on: boolean) => setConfirmed((before) => new Set(on ? [...before, name] : [...before].filter((other) => other !== name)))
  const reason = because ?? (open > 0 ? preview.confirmFirst(open) : null)
  return (
    <Dialog
      wide
      title={issuers.importFile}
      onClose={onClose}
      actions={
        <>
          {!isNothing && (
            <Button kind={replaced.length > 0 ? 'stop' : 'primary'} because={reason} onPress={onConfirm}>
              {replaced.length > 0 ? preview.replace(replaced.length) : issuers.form.save}
            </Button>
          )}
          <Button onPress={onClose}>{isNothing ? preview.close : issuers.form.cancel}</Button>
        </>
      }
    >
      <p>{isNothing ? preview.nothing : preview.lead}</p>
      {warnings.map(({ code, detail = '' }) => (
        <Note key={`${code} ${detail}`} kind="caution" title={problems[code].found}>
          <p className="literal monospace">{detail}</p>
          <p>
            {problems[code].why} {problems[code].next}
          </p>
        </Note>
      ))}
      {replaced.length > 0 && <Note kind="caution">{preview.replacing}</Note>}
      {changes
        .filter(({ change }) => change !== 'unchanged')
        .map((change) => (
          <Change key={change.id} change={change} confirmed={confirmed} onConfirm={toggle} />
        ))}
      {unchanged > 0 && !isNothing && <p className="muted">{preview.unchanged(unchanged)}</p>}
    </Dialog>
  )
}

const nameOf = (issuerId: string, { id, fingerprint }: RegisterKeyChange): string => JSON.stringify([issuerId, id, fingerprint])

function Change({
  change,
  confirmed,
  onConfirm,
}: {
  readonly change: RegisterChange
  readonly confirmed: ReadonlySet<string>
  readonly onConfirm: (name: string, on: boolean) => void
}) {
  const text = useText()
  const { preview } = text.issuers
  const locale = useLocale()
  return (
    <div>
      <h3>
        {preview.changes[change.change]} {change.nameBefore === null ? change.name : preview.renamed(change.nameBefore, change.name)}
      </h3>
      <p className="literal monospace">{change.id}</p>
      <ul className="keys">
        {change.keys.map((key) => (
          <li key={nameOf(change.id, key)}>
            <div className="reason-head">
              <b className="grow">{preview.keys[key.change]}</b>
              <span>{periodWords(text, locale, key)}</span>
            </div>
            <span className="literal monospace">{key.id}</span>
            {key.fingerprint !== '' && <Fingerprint groups={key.fingerprint} />}
            {isReplaced(key) && (
              <Tick
                label={preview.confirmKey[key.change === 'removed' ? 'removed' : 'changed']}
                checked={confirmed.has(nameOf(change.id, key))}
                onChange={(on) => onConfirm(nameOf(change.id, key), on)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
