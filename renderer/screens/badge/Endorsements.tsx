import { GradeMark } from '../../components/GradeMark'
import { Table } from '../../components/table/Table'
import { explain, useText } from '../../words/text'
import type { Badge } from './badge'

/** The endorsements of the badge, its achievement and its issuer, each with its grade; empty without endorsements. */
export function Endorsements({ badge }: { readonly badge: Badge }) {
  const text = useText()
  const words = text.badge
  if (badge.endorsements.length === 0) return null
  return (
    <section>
      <h2>{words.endorsements}</h2>
      <p className="muted">{words.endorsementsWhy}</p>
      <div className="scroll-box">
        <Table caption={words.endorsements} middle={false} columns={words.endorsementsHead.map((title) => ({ key: title, title }))}>
          {badge.endorsements.map(({ about, endorserId, endorserName, claimedName, comment, address, grade, problems }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two endorsements may say the same; they never change places
            <tr key={`${index} ${endorserId}`}>
              <th scope="row">
                {endorserName ?? (claimedName === null ? (address === null ? words.noEndorser : words.addressOnly) : words.claimed(claimedName))}
                {(endorserId ?? address) !== null && <span className="literal muted block">{endorserId ?? address}</span>}
              </th>
              <td>{words.endorsed[about]}</td>
              <td>
                <GradeMark grade={grade} />
              </td>
              <td>
                {comment !== null && <span className="literal">{comment}</span>}
                {comment === null && (address === null || endorserId !== null) && <span className="muted">{words.noComment}</span>}
                {problems.map((problem) => (
                  <div key={`${problem.code} ${problem.at ?? ''} ${problem.detail ?? ''}`} className="muted">
                    {explain(text, problem).found}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </Table>
      </div>
    </section>
  )
}
