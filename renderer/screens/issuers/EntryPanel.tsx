import './issuers.css'
import type { RegisterEntry } from '../../../shared/contract/register'
import { isDay } from '../../../shared/model/day'
import { SidePanel } from '../../components/SidePanel'
import { formatDate } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { Fingerprint } from './Fingerprint'
import { periodWords } from './period'

/** One registered issuer: its keys in groups to read aloud, the days each counts for, and who confirmed it how. */
export function EntryPanel({ entry }: { readonly entry: RegisterEntry }) {
  const text = useText()
  const { issuers } = text
  const locale = useLocale()
  const selfKey = /^did:(key|jwk):/.test(entry.id)
  return (
    <SidePanel label={issuers.panel} title={entry.name} below={issuers.panelBelow}>
      <p>{issuers.badgesOf(entry.badges, entry.waiting)}</p>
      {entry.waiting > 0 && <p className="muted">{issuers.waitingHelp}</p>}
      <h3>{issuers.keysTitle(entry.keys.length)}</h3>
      {entry.keys.length > 0 && <p className="muted">{issuers.keyHelp}</p>}
      {selfKey && <p className="muted">{issuers.selfKey}</p>}
      <ol className="keys">
        {entry.keys.map((key, index) => (
          <li key={key.id}>
            <div className="reason-head">
              <b className="grow">{issuers.keyNumber(index + 1)}</b>
              <span>{periodWords(text, locale, key)}</span>
            </div>
            <Fingerprint groups={key.fingerprint} />
          </li>
        ))}
      </ol>
      <dl className="facts">
        <div>
          <dt>{issuers.identifier}</dt>
          <dd className="literal monospace">{entry.id}</dd>
        </div>
        {entry.nameEn !== null && (
          <div>
            <dt>{issuers.nameEn}</dt>
            <dd>{entry.nameEn}</dd>
          </div>
        )}
        <div>
          <dt>{issuers.confirmedBy}</dt>
          <dd>{entry.confirmedBy}</dd>
        </div>
        <div>
          <dt>{issuers.confirmedOn}</dt>
          <dd>{isDay(entry.confirmedOn) ? formatDate(entry.confirmedOn, locale) : entry.confirmedOn}</dd>
        </div>
        <div>
          <dt>{issuers.how}</dt>
          <dd>{entry.how}</dd>
        </div>
      </dl>
    </SidePanel>
  )
}
