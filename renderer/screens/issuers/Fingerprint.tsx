import './Fingerprint.css'
import { useText } from '../../words/text'

/** A fingerprint in its groups, four to a line, so that it can be read aloud and compared on paper. */
export function Fingerprint({ groups }: { readonly groups: string }) {
  const { issuers } = useText()
  return (
    <ul className="fingerprint monospace" aria-label={issuers.fingerprint}>
      {groups.split(' ').map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat; their place is their identity
        <li key={`${index} ${group}`}>{group}</li>
      ))}
    </ul>
  )
}
