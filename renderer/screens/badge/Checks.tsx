import { isDay } from '../../../shared/model/day'
import type { AxisName } from '../../../shared/model/verification'
import { AxisResult } from '../../components/AxisResult'
import { Table } from '../../components/table/Table'
import { formatDayNarrow, formatInstantNarrow } from '../../words/format'
import { useLocale, useText } from '../../words/text'
import type { Badge } from './badge'
import { axisOrder, shortLiteral, signOf } from './findings'
import { valueWords } from './valueWords'

const widths = [104, 140, undefined, 216] as const

/** One row for each axis: the thing checked, the result, the finding and its basis. */
export function Checks({ badge }: { readonly badge: Badge }) {
  const { badge: words, verdict } = useText()
  return (
    <section>
      <h2>{words.checks}</h2>
      <div className="scroll-box">
        <Table
          caption={words.checks}
          middle={false}
          columns={words.checksHead.map((title, index) => {
            const width = widths[index]
            return { key: title, title, ...(width === undefined ? {} : { width }) }
          })}
        >
          {axisOrder.map((axis) => (
            <tr key={axis}>
              <th scope="row">{verdict.axes[axis]}</th>
              <td>
                <AxisResult sign={signOf(axis, badge.axes)}>{valueWords(verdict, axis, badge.axes).label}</AxisResult>
              </td>
              <td>
                <Found badge={badge} axis={axis} />
              </td>
              <td className="muted">
                <Basis seen={badge.seen[axis].filter(([, literal]) => literal !== badge.issuerName)} />
              </td>
            </tr>
          ))}
        </Table>
      </div>
    </section>
  )
}

function Found({ badge, axis }: { readonly badge: Badge; readonly axis: AxisName }) {
  const { badge: words, verdict } = useText()
  const { found } = valueWords(verdict, axis, badge.axes)
  const claims = axis === 'issuer' && badge.issuerName === null && badge.claimedIssuerName !== null
  const registered = axis === 'issuer' && badge.issuerName !== null
  // What a rejected file says of itself is a claim, however well it fits.
  const reference = badge.grade === 'rejected' && signOf(axis, badge.axes) === 'right' && axis !== 'schema' && axis !== 'issuer'
  return (
    <>
      {registered && `${badge.issuerName}${words.is}`}
      {claims && `${words.claimed(badge.claimedIssuerName ?? '')}${words.stop}`}
      {reference ? words.asReference(found) : found}
    </>
  )
}

function Basis({ seen }: { readonly seen: Badge['seen'][AxisName] }) {
  const { badge: words } = useText()
  const locale = useLocale()
  if (seen.length === 0) return words.noBasis
  const names: Readonly<Record<string, string>> = words.seen
  const shown = (kind: string, literal: string): string => {
    if (isDay(literal)) return formatDayNarrow(literal, locale)
    return kind === 'instant' || kind === 'fetched-at' || kind === 'list-date' ? formatInstantNarrow(literal, locale) : shortLiteral(literal)
  }
  return seen.map(([kind, literal]) => (
    <div key={`${kind} ${literal}`} title={literal}>
      <span className="unbroken">{names[kind] ?? kind}</span> <span className="unbroken">{shown(kind, literal)}</span>
    </div>
  ))
}
