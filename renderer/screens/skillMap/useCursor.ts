import { useState } from 'react'
import type { Cursor, Place } from '../../components/grid/movement'
import type { MapModel } from './mapModel'

/** A place by its division and skill, so that it stays with them when rows fold. */
interface Named {
  readonly row: string
  readonly column: string
}

const headNames: readonly string[] = ['head:0', 'head:1']
const sideNames: readonly string[] = ['side:0', 'side:1']

const nameOf = ({ rows, columns, heads }: MapModel, { row, column }: Place): Named => ({
  row: headNames[row < heads ? row : 2] ?? rows[row - heads]?.key ?? '',
  column: sideNames[column] ?? columns[column - 2]?.skill.path ?? '',
})

function placeOf({ rows, columns, heads }: MapModel, named: Named): Place {
  const head = headNames.indexOf(named.row)
  const side = sideNames.indexOf(named.column)
  const row =
    head >= 0
      ? Math.min(head, heads - 1)
      : heads +
        Math.max(
          0,
          rows.findIndex(({ key }) => key === named.row),
        )
  const column =
    side >= 0
      ? side
      : 2 +
        Math.max(
          0,
          columns.findIndex(({ skill }) => skill.path === named.column),
        )
  return { row, column }
}

/** Where the one tab stop of the map is. It begins at `first`, or at the first skill of the first row. */
export function useCursor(model: MapModel, first: Named | null): readonly [Cursor, (cursor: Cursor) => void] {
  const [named, setNamed] = useState<{ readonly at: Named; readonly anchor: Named | null }>({ at: first ?? { row: '', column: '' }, anchor: null })
  const cursor: Cursor = { at: placeOf(model, named.at), anchor: named.anchor === null ? null : placeOf(model, named.anchor) }
  const put = ({ at, anchor }: Cursor) => setNamed({ at: nameOf(model, at), anchor: anchor === null ? null : nameOf(model, anchor) })
  return [cursor, put]
}
