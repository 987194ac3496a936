import './Technical.css'
import { useText } from '../../words/text'
import type { Badge } from './badge'

/** Technical details: ids, digests, problem codes, and the exact text that was verified. */
export function Technical({ badge }: { readonly badge: Badge }) {
  const { badge: words } = useText()
  const { technicalNames: names } = words
  const lines: readonly (readonly [string, string | null])[] = [
    [names.id, badge.id],
    [names.issuerId, badge.issuerId],
    [names.achievementId, badge.achievementId],
    [names.container, badge.container],
    [names.proof, badge.proof],
    [names.sha256, badge.sha256],
    [names.contextDigest, badge.contextDigest],
    [names.problems, badge.problems.map(({ code, at }) => (at === undefined ? code : `${code} ${at}`)).join('\n')],
  ]
  return (
    <details className="technical">
      <summary>{words.technical}</summary>
      <dl className="card facts">
        {lines.map(([name, value]) =>
          value === null || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="monospace literal">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <h3>{names.raw}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard */}
      <pre className="monospace literal raw-document" tabIndex={0}>
        {badge.rawText}
      </pre>
    </details>
  )
}
