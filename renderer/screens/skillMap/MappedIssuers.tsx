import type { Output } from '../../../shared/contract'
import type { AchievementRow } from '../../../shared/contract/people'
import { useAction, useCall } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Table, TableBox } from '../../components/table/Table'
import { useText } from '../../words/text'

type Mapping = Output<'skills.read'>['mappings'][number]

/** An achievement's name; its id if no badge that counts describes it. Names in other badges are shown below it as claims. */
function AchievementName({ row }: { readonly row: AchievementRow }) {
  const text = useText()
  const { propose } = text.skillMap
  return (
    <>
      {row.achievementName ?? <span className="literal">{row.achievementId}</span>}
      {row.claims.length > 0 && <span className="muted"> {propose.claims(row.claims.map(({ achievementName }) => achievementName))}</span>}
    </>
  )
}

/** The issuer's name in our register; its id where it is not registered. */
export function IssuerName({ row }: { readonly row: AchievementRow }) {
  return row.issuerName ?? <span className="literal">{row.issuerId}</span>
}

/** To which issuer each mapping belongs, and why; and the issuers whose badges of a mapped achievement wait for a decision. */
export function MappedIssuers({ onDone }: { readonly onDone: (message: string) => void }) {
  const { value, problem } = useCall('skills.read', {})
  const bind = useAction('skills.bind')
  const { propose } = useText().skillMap
  if (value === undefined) return problem ? <ProblemNote problem={problem} /> : null
  const decide = async (row: AchievementRow, beside: boolean) => {
    if (row.issuerId === null) return
    const done = await bind.run({ achievementId: row.achievementId, issuerId: row.issuerId, beside })
    if (done.ok) onDone(propose.decided)
  }
  return (
    <>
      {bind.problem && <ProblemNote problem={bind.problem} />}
      {value.otherIssuers.length > 0 && <OtherIssuers rows={value.otherIssuers} onDecide={(row, beside) => void decide(row, beside)} />}
      {value.mappings.length > 0 && <Mappings rows={value.mappings} />}
    </>
  )
}

/** The first two cells of a row: the achievement and its issuer. */
export const AchievementCells = ({ row }: { readonly row: AchievementRow }) => (
  <>
    <th scope="row">
      <AchievementName row={row} />
    </th>
    <td>
      <IssuerName row={row} />
    </td>
  </>
)

function OtherIssuers({ rows, onDecide }: { readonly rows: readonly AchievementRow[]; readonly onDecide: (row: AchievementRow, beside: boolean) => void }) {
  const { propose } = useText().skillMap
  const [badge = '', issuer = '', count = '', decision = ''] = propose.otherHead
  return (
    <>
      <h3>{propose.otherTitle}</h3>
      <p>{propose.otherWhy}</p>
      <TableBox label={propose.otherTitle}>
        <Table
          caption={propose.otherTitle}
          columns={[
            { key: 'badge', title: badge },
            { key: 'issuer', title: issuer },
            { key: 'count', title: count, numeric: true, width: 56 },
            { key: 'decision', title: decision, width: 260 },
          ]}
        >
          {rows.map((row) => (
            <tr key={`${row.achievementId}\n${row.issuerId}`}>
              <AchievementCells row={row} />
              <td className="number">{row.badges}</td>
              <td>
                <Button kind="text" onPress={() => onDecide(row, true)}>
                  {propose.beside}
                </Button>{' '}
                <Button kind="text" onPress={() => onDecide(row, false)}>
                  {propose.instead}
                </Button>
              </td>
            </tr>
          ))}
        </Table>
      </TableBox>
    </>
  )
}

function Mappings({ rows }: { readonly rows: readonly Mapping[] }) {
  const text = useText()
  const { propose } = text.skillMap
  const [badge = '', issuer = '', why = '', skill = '', level = ''] = propose.mappedHead
  return (
    <>
      <h3>{propose.mappedTitle}</h3>
      <TableBox label={propose.mappedTitle}>
        <Table
          caption={propose.mappedTitle}
          columns={[
            { key: 'badge', title: badge },
            { key: 'issuer', title: issuer },
            { key: 'why', title: why, width: 150 },
            { key: 'skill', title: skill },
            { key: 'level', title: level, width: 64 },
          ]}
        >
          {rows.map((row) => (
            <tr key={`${row.achievementId}\n${row.issuerId}\n${row.skill}`}>
              <AchievementCells row={row} />
              <td>{propose.bound[row.bound ?? 'waiting']}</td>
              <td>{row.skill.replaceAll('/', ' ＞ ')}</td>
              <td>{text.shell.level(row.level)}</td>
            </tr>
          ))}
        </Table>
      </TableBox>
    </>
  )
}
