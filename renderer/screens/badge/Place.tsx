import { useText } from '../../words/text'
import type { Badge } from './badge'

/** The location of a problem in the file and the literal concerned; empty without both. */
export function Place({ problem: { at, detail } }: { readonly problem: Badge['problems'][number] }) {
  const { shell } = useText()
  if (at === undefined && detail === undefined) return null
  return (
    <div className="muted">
      {detail !== undefined && at !== `/${detail}` && <span className="literal">{detail} </span>}
      {at !== undefined && (
        <span className="unbroken">
          {shell.problemPlace} <span className="monospace">{at}</span>
        </span>
      )}
    </div>
  )
}
