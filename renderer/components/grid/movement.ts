/** A place in the grid: column 0 is the row's head, column 1 its people, then the skills. Rows begin with the heads. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where the one tab stop is, and where a range began; null without one. */
export interface Cursor {
  readonly at: Place
  readonly anchor: Place | null
}

export interface Press {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
}

/** The effect of a key besides moving. `open` goes into the panel, `choose` only shows it. */
export type Wish = 'open' | 'choose' | 'close' | 'fold' | 'unfold'

export interface GridShape {
  readonly rows: number
  readonly columns: number
  /** Rows a page holds. */
  readonly page: number
  /** Columns the cursor can be on in a row, ascending; heads of several columns have one stop. */
  readonly stops: (row: number) => readonly number[]
  /** Whether this place is folded; null if it cannot be folded. */
  readonly folded: (place: Place) => boolean | null
  /** The parent row of a row; null for none. */
  readonly parent: (row: number) => number | null
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most))

/** The stop a column belongs to in its row. */
export const stopAt = (shape: GridShape, { row, column }: Place): number => shape.stops(row).findLast((stop) => stop <= column) ?? 0

function neighbour(shape: GridShape, at: Place, step: 1 | -1): Place {
  const stops = shape.stops(at.row)
  const next = clamp(stops.indexOf(stopAt(shape, at)) + step, stops.length - 1)
  return { row: at.row, column: stops[next] ?? at.column }
}

const inRow = (shape: GridShape, at: Place, step: number): Place => ({ row: clamp(at.row + step, shape.rows - 1), column: at.column })

function moved(shape: GridShape, at: Place, { key, ctrl }: Press): Place | null {
  const last = (row: number) => shape.stops(row).at(-1) ?? 0
  switch (key) {
    case 'ArrowUp':
      return inRow(shape, at, -1)
    case 'ArrowDown':
      return inRow(shape, at, 1)
    case 'ArrowLeft':
      return neighbour(shape, at, -1)
    case 'ArrowRight':
      return neighbour(shape, at, 1)
    case 'PageUp':
      return inRow(shape, at, -shape.page)
    case 'PageDown':
      return inRow(shape, at, shape.page)
    case 'Home':
      return { row: ctrl ? 0 : at.row, column: 0 }
    case 'End':
      return ctrl ? { row: shape.rows - 1, column: last(shape.rows - 1) } : { row: at.row, column: last(at.row) }
    default:
      return null
  }
}

/** ← and → on the head of a row: fold, unfold, or go to the parent row. */
function folding(shape: GridShape, { at }: Cursor, key: string): { readonly to: Place; readonly wish: Wish | null } | null {
  if (at.column !== 0 || stopAt(shape, at) !== 0) return null
  const folded = shape.folded(at)
  if (key === 'ArrowRight') return folded === true ? { to: at, wish: 'unfold' } : null
  if (key !== 'ArrowLeft') return null
  if (folded === false) return { to: at, wish: 'fold' }
  const parent = shape.parent(at.row)
  return parent === null ? null : { to: { row: parent, column: 0 }, wish: null }
}

/**
 * What a key does in the grid.
 *
 * @returns the new cursor and the effect of the key; null for a key that is not the grid's.
 * @source WAI-ARIA Authoring Practices, Grid pattern: arrows, Home/End, Ctrl+Home/End, Page Up/Down, Shift to extend
 */
export function press(cursor: Cursor, pressed: Press, shape: GridShape): { readonly cursor: Cursor; readonly wish: Wish | null } | null {
  const { key, ctrl, shift } = pressed
  if (key === 'Enter' || key === ' ' || key === 'Escape') {
    const folded = shape.folded(cursor.at)
    if (key !== 'Escape' && folded !== null) return { cursor, wish: folded ? 'unfold' : 'fold' }
    if (key === 'Escape' && cursor.anchor !== null) return { cursor: { at: cursor.at, anchor: null }, wish: null }
    return { cursor, wish: key === 'Enter' ? 'open' : key === ' ' ? 'choose' : 'close' }
  }
  const fold = shift || ctrl ? null : folding(shape, cursor, key)
  if (fold !== null) return { cursor: { at: fold.to, anchor: null }, wish: fold.wish }
  const to = moved(shape, cursor.at, pressed)
  if (to === null) return null
  return { cursor: { at: to, anchor: shift ? (cursor.anchor ?? cursor.at) : null }, wish: null }
}

/** The rows and columns of the range, both ends included: from the anchor to the cursor, or the cursor's cell alone. */
export function rangeOf({ at, anchor }: Cursor): { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] } {
  const other = anchor ?? at
  const sorted = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a])
  return { rows: sorted(at.row, other.row), columns: sorted(at.column, other.column) }
}
