import { memo } from 'react'
import { classes } from '../../components/classes'
import { DepthSymbol } from '../../components/DepthSymbol'
import { formatNumber } from '../../words/format'
import { useText } from '../../words/text'
import { barShare, cellClasses, cellNumber, isQuiet } from './cell'
import { countsOf, divisionName, spokenCell } from './cellText'
import type { MapColumn } from './columns'
import type { MapModel } from './mapModel'
import type { MapRow, Show } from './rows'

interface RowProps {
  readonly model: MapModel
  readonly row: MapRow
  /** Its place in the grid, heads included. */
  readonly place: number
  readonly show: Show
  /** The column of the tab stop, of the chosen cell, and of the range, where they are in this row. */
  readonly at: number | null
  readonly chosen: number | null
  readonly from: number | null
  readonly to: number | null
}

/** One division: its name, its people, its cells. */
export const MapRowView = memo(function MapRowView({ model, row, place, show, at, chosen, from, to }: RowProps) {
  const text = useText()
  const { division, foldable, folded } = row
  const name = divisionName(row, text)
  const ranged = (column: number) => from !== null && to !== null && from <= column && column <= to
  const stop = (column: number) => ({
    'data-r': place,
    'data-c': column,
    tabIndex: at === column ? 0 : -1,
    'aria-selected': chosen === column || ranged(column),
  })
  return (
    <tr
      aria-rowindex={place + 1}
      className={classes(division.depth === 0 && 'depth-0-row', row.total && division.depth === 1 && 'depth-1-row', chosen !== null && 'row-chosen')}
    >
      <th
        scope="row"
        {...stop(0)}
        aria-expanded={foldable ? !folded : undefined}
        className={classes(foldable && 'foldable', ranged(0) && 'ranged')}
        style={{ paddingLeft: indentOf(row) }}
        title={division.path === '*' ? undefined : division.path.replaceAll('/', ' ＞ ')}
      >
        {foldable && (
          <span className="triangle" aria-hidden="true">
            {folded ? '▸' : '▾'}
          </span>
        )}
        {name}
        {folded && <span className="below"> {text.skillMap.below(division.children, division.depth)}</span>}
      </th>
      <td {...stop(1)} className={classes('map-people', ranged(1) && 'ranged')} aria-label={text.skillMap.spoken.row(name, division.people)}>
        {formatNumber(division.people)}
      </td>
      {model.columns.map((column, index) => (
        <MapCell
          key={column.skill.path}
          model={model}
          row={row}
          column={column}
          show={show}
          name={name}
          stop={stop(index + 2)}
          chosen={chosen === index + 2}
          ranged={ranged(index + 2)}
        />
      ))}
    </tr>
  )
})

/** 全体 and 部 begin at the left edge; lower levels are indented. Names of one level are aligned, with or without a triangle. */
const indentOf = ({ division, foldable }: MapRow): number => Math.max(0, division.depth - 1) * 12 + (foldable ? 0 : division.depth === 0 ? 8 : 24)

function MapCell({
  model,
  row,
  column,
  show,
  name,
  stop,
  chosen,
  ranged,
}: {
  readonly model: MapModel
  readonly row: MapRow
  readonly column: MapColumn
  readonly show: Show
  readonly name: string
  readonly stop: object
  readonly chosen: boolean
  readonly ranged: boolean
}) {
  const text = useText()
  const counts = countsOf(model.table, row, column, model.needs)
  const isLeftOut = !row.total && isQuiet(counts, show, model.needs.any)
  return (
    <td
      {...stop}
      className={classes(cellClasses(counts, row.total, show, model.needs.any), chosen && 'is-chosen', ranged && 'ranged')}
      aria-label={spokenCell(name, column.skill.name, counts, show, text)}
    >
      {counts.people > 0 && !isLeftOut && <DepthSymbol holders={counts.holders} />}
      {!isLeftOut && <b>{cellNumber(counts, show)}</b>}
      {!isLeftOut && show !== 'share' && typeof counts.required === 'number' && <span className="need">/{formatNumber(counts.required)}</span>}
      {!row.total && !isLeftOut && <i className="bars" style={{ ['--f' as string]: barShare(counts.holders) }} />}
    </td>
  )
}
