import './issuers.css'
import type { RegisterEntry } from '../../../shared/contract/register'
import { isDay } from '../../../shared/model/day'
import { Go } from '../../components/Go'
import { Shortened } from '../../components/Shortened'
import { Row, Table } from '../../components/table/Table'
import { useView } from '../../view/view'
import { formatDayNarrow, formatNumber } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import { periodWords, presentKey } from './period'

/** The register: each issuer with its keys, who confirmed it, and how many of its badges still wait. */
export function EntriesTable({ entries, chosen }: { readonly entries: readonly RegisterEntry[]; readonly chosen: string | undefined }) {
  const text = useText()
  const { issuers } = text
  const { columns } = issuers
  const locale = useLocale()
  const { on } = useView()
  return (
    <div className="scroll-box">
      <Table
        caption={issuers.table}
        columns={[
          { key: 'name', title: columns.name },
          { key: 'keys', title: columns.keys, numeric: true },
          { key: 'period', title: columns.period },
          { key: 'confirmed', title: columns.confirmed },
          { key: 'badges', title: columns.badges, numeric: true },
          { key: 'waiting', title: columns.waiting, numeric: true },
        ]}
      >
        {entries.map((entry) => {
          const key = presentKey(entry.keys, on)
          return (
            <Row key={entry.id} chosen={entry.id === chosen}>
              <th scope="row">
                <Go to="issuers" with={{ issuer: entry.id }}>
                  {entry.name}
                </Go>
                <span className="muted block identifier">
                  <Shortened most={26}>{entry.id}</Shortened>
                </span>
              </th>
              <td className="number">{issuers.keyCount(entry.keys.length)}</td>
              <td>{key ? periodWords(text, locale, key) : '―'}</td>
              <td>
                <span className="unbroken">{entry.confirmedBy}</span>{' '}
                <span className="unbroken">{isDay(entry.confirmedOn) ? formatDayNarrow(entry.confirmedOn, locale) : entry.confirmedOn}</span>
                <span className="muted block">{entry.how}</span>
              </td>
              <td className="number">{formatNumber(entry.badges)}</td>
              <td className="number">{entry.waiting > 0 ? <b>{formatNumber(entry.waiting)}</b> : <span className="quiet">0</span>}</td>
            </Row>
          )
        })}
      </Table>
    </div>
  )
}
