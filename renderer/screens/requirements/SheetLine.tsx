import { isMet } from '../../../shared/coverage'
import { classes } from '../../components/classes'
import { useText } from '../../words/text'
import type { SheetRow } from './sheet'

interface SheetLineProps {
  readonly row: SheetRow
  readonly place: number
  readonly skills: readonly { readonly path: string; readonly name: string }[]
  /** The column of the tab stop, where it is in this row. */
  readonly at: number | null
  /** The first and last chosen column, where the range reaches this row. */
  readonly chosen: readonly [number, number] | null
  /** What is being typed at the tab stop; null while nothing is. */
  readonly draft: string | null
  readonly onDraft: (draft: string) => void
}

/** One division of the grid: what is required of each skill, and beside it who holds it today. */
export function SheetLine({ row, place, skills, at, chosen, draft, onDraft }: SheetLineProps) {
  const { requirements: words, skillMap } = useText()
  const name = row.divisionCode === null ? skillMap.city : row.name
  const stop = (column: number, typing: boolean) => ({
    'data-r': place,
    'data-c': column,
    tabIndex: at === column && !typing ? 0 : -1,
    'aria-selected': chosen !== null && chosen[0] <= column && column <= chosen[1],
  })
  return (
    <tr aria-rowindex={place + 2} className={classes(row.depth < 2 && 'sheet-total')}>
      <th scope="row" style={{ paddingLeft: 8 + Math.max(0, row.depth - 1) * 12 }}>
        {name}
      </th>
      {row.cells.map(({ required, holders }, column) => {
        const skill = skills[column]!
        const typing = at === column && draft !== null
        const isShort = isMet({ holders, required }) === false
        return (
          <td
            key={skill.path}
            {...stop(column, typing)}
            aria-label={words.spokenCell(name, skill.name, holders, required)}
            className={classes('sheet-cell', isShort && 'short')}
          >
            {typing ? (
              <input
                className="sheet-input"
                inputMode="numeric"
                aria-label={words.typed(name, skill.name)}
                value={draft}
                // biome-ignore lint/a11y/noAutofocus: typing a number begins in the cell
                autoFocus
                onChange={(event) => onDraft(event.target.value)}
              />
            ) : (
              <>
                <b>{required ?? ''}</b>
                <span className="now">{words.now(holders)}</span>
              </>
            )}
          </td>
        )
      })}
    </tr>
  )
}
