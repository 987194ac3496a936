import './issuers.css'
import type { UnregisteredIssuer } from '../../../shared/contract/register'
import { Flag } from '../../components/Flag'
import { Go } from '../../components/Go'
import { Shortened } from '../../components/Shortened'
import { Row, Table } from '../../components/table/Table'
import { formatNumber } from '../../words/format'
import { useText } from '../../words/text'

/** Issuers named in badges but not registered. Their names are claims. */
export function UnregisteredTable({ unregistered, chosen }: { readonly unregistered: readonly UnregisteredIssuer[]; readonly chosen: string | undefined }) {
  const { issuers } = useText()
  const { unregisteredColumns: columns } = issuers
  return (
    <section className="stack">
      <h2>{issuers.unregisteredTable}</h2>
      <div className="scroll-box">
        <Table
          caption={issuers.unregisteredTable}
          columns={[
            { key: 'claimed', title: columns.claimed },
            { key: 'id', title: columns.id },
            { key: 'badges', title: columns.badges, numeric: true },
            { key: 'would', title: columns.would, numeric: true },
          ]}
        >
          {unregistered.map((issuer) => (
            <Row key={issuer.id} chosen={issuer.id === chosen}>
              <th scope="row">
                <Go to="issuers" with={{ issuer: issuer.id }}>
                  {issuer.claimedName === null ? issuers.noClaim : issuers.claimed(issuer.claimedName)}
                </Go>
                {issuer.looksLike !== null && (
                  <span className="block">
                    <Flag kind="warn">≒ {issuer.looksLike}</Flag>
                  </span>
                )}
              </th>
              <td className="muted">
                <Shortened most={34}>{issuer.id}</Shortened>
              </td>
              <td className="number">{formatNumber(issuer.badges)}</td>
              <td className="number">{issuer.wouldCount > 0 ? <b>{formatNumber(issuer.wouldCount)}</b> : <span className="quiet">0</span>}</td>
            </Row>
          ))}
        </Table>
      </div>
    </section>
  )
}
