import type { BadgeRow } from '../../../shared/contract/people'
import { Flag } from '../../components/Flag'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { Table } from '../../components/table/Table'
import { useView } from '../../view/view'
import { formatDayNarrow } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { Until } from './SkillTable'

const widths = [undefined, undefined, 150, 96, 110] as const

/** Badges not mapped to a skill. */
export function UnmappedTable({ badges }: { readonly badges: readonly BadgeRow[] }) {
  const { people, badge: words, shell } = useText()
  const locale = useLocale()
  const { on } = useView()
  return (
    <>
      <h2>{people.unmapped.title}</h2>
      <p className="muted">{people.unmapped.why}</p>
      <div className="scroll-box">
        <Table
          caption={people.unmapped.title}
          columns={people.unmapped.head.map((title, index) => {
            const width = widths[index]
            return { key: title, title, ...(width === undefined ? {} : { width }) }
          })}
        >
          {badges.map((badge) => (
            <tr key={badge.credentialId}>
              <th scope="row">
                <Go to="badge" with={{ badge: String(badge.credentialId) }}>
                  {badge.achievementName ?? shell.nameless}
                </Go>
              </th>
              <td>{badge.issuerName ?? (badge.claimedIssuerName === null ? shell.unknown : words.claimed(badge.claimedIssuerName))}</td>
              <td>
                <GradeMark grade={badge.grade} />
                {badge.contested && <Flag kind="warn">{shell.contested}</Flag>}
              </td>
              <td className="unbroken">{badge.validFrom === null ? shell.unknown : formatDayNarrow(badge.validFrom, locale)}</td>
              <td className="unbroken">
                <Until until={badge.validUntil} on={on} counts={badge.counts} />
              </td>
            </tr>
          ))}
        </Table>
      </div>
    </>
  )
}
