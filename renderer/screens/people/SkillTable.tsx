import type { Output } from '../../../shared/contract'
import { addDays, type Day } from '../../../shared/model/day'
import { Flag } from '../../components/Flag'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { Table } from '../../components/table/Table'
import { useView } from '../../view/view'
import { nextApril } from '../../words/dayStep'
import { formatDayNarrow } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { skillsInOrder, whyNotOf } from './summary'

const widths = [undefined, 62, undefined, 150, 96, 110, 130] as const

/** Each skill with the badge behind it, and whether it counts or why not. */
export function SkillTable({ person }: { readonly person: Output<'people.read'> }) {
  const { people, shell } = useText()
  const locale = useLocale()
  const { on } = useView()
  if (person.skills.length === 0) return <p className="muted">{people.skills.none}</p>
  const badges = new Map(person.badges.map((badge) => [badge.credentialId, badge]))
  return (
    <div className="scroll-box">
      <Table
        caption={people.skills.title}
        columns={people.skills.head.map((title, index) => {
          const width = widths[index]
          return { key: title, title, ...(width === undefined ? {} : { width }) }
        })}
      >
        {skillsInOrder(person.skills).map((held) => {
          const why = whyNotOf({ ...held, axes: badges.get(held.credentialId)?.axes }, on)
          return (
            <tr key={`${held.skill} ${held.credentialId}`}>
              <th scope="row" title={held.skill.replaceAll('/', ' ＞ ')}>
                {held.skill.split('/').at(-1)}
              </th>
              <td>{shell.level(held.level)}</td>
              <td>
                <Go to="badge" with={{ badge: String(held.credentialId) }}>
                  {held.achievementName ?? shell.nameless}
                </Go>
              </td>
              <td>
                <GradeMark grade={held.grade} />
                {held.statusUnknown && <Flag>{shell.statusUnknown}</Flag>}
                {held.contested && <Flag kind="warn">{shell.contested}</Flag>}
              </td>
              <td className="unbroken">{held.validFrom === null ? shell.unknown : formatDayNarrow(held.validFrom, locale)}</td>
              <td className="unbroken">
                <Until until={held.validUntil} on={on} counts={held.counts && held.skillUntil === held.validUntil} />
              </td>
              <td>{why === null ? `✓ ${people.skills.yes}` : <span className="muted">― {people.skills.why[why]}</span>}</td>
            </tr>
          )
        })}
      </Table>
    </div>
  )
}

/** The end of a badge; marked where a skill that counts now ends before posts change next. */
export function Until({ until, on, counts }: { readonly until: Day | null; readonly on: Day; readonly counts: boolean }) {
  const { shell } = useText()
  const locale = useLocale()
  if (until === null) return shell.none
  const day = formatDayNarrow(until, locale)
  return counts && until >= on && until <= addDays(nextApril(on), -1) ? <Flag kind="warn">{day}</Flag> : day
}
