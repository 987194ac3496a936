import { plainText } from './plainText'
import type { RosterDivision } from './rosterRead'

/** The division of one row: names from the root down, and the code in the row. */
export interface DivisionRow {
  readonly row: number
  readonly path: readonly string[]
  readonly code: string | null
}

export interface DivisionTree {
  /** Parents before their children, in the order of the file. */
  readonly divisions: readonly RosterDivision[]
  /** The code of the division each row belongs to, row by row; null where a row names none. */
  readonly codes: readonly (string | null)[]
  /** Rows whose code belongs to a division of another name elsewhere in the file. */
  readonly conflicts: readonly DivisionRow[]
}

const keyOf = (path: readonly string[]): string => path.map(plainText).join('\u0000')
const isWithin = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}\u0000`)

/** The place of a code in the tree. */
interface Seat {
  readonly path: readonly string[]
  readonly conflicts: readonly DivisionRow[]
}

/**
 * Which tree do the rows of a roster describe?
 *
 * A code belongs to the deepest level of its row. Where a file gives one code for a whole 課 and names its 係 as well, the code is that of the 課 and the 係
 * have none. Levels without a code of their own take that of the rows assigned directly to them, else their path (`福祉部/生活福祉課`).
 */
export function buildDivisions(rows: readonly DivisionRow[]): DivisionTree {
  const seats = seatCodes(rows)
  const codeAtPath = new Map<string, string>()
  for (const [code, { path }] of seats) if (!codeAtPath.has(keyOf(path))) codeAtPath.set(keyOf(path), code)
  const divisions = new Map<string, RosterDivision>()
  const children = new Map<string | null, number>()

  const place = (path: readonly string[], own: string | null): string => {
    const code = own ?? codeAtPath.get(keyOf(path)) ?? path.join('/')
    if (!divisions.has(code)) {
      // The parent first: it may be new as well.
      const parentCode = path.length > 1 ? place(path.slice(0, -1), null) : null
      const order = children.get(parentCode) ?? 0
      children.set(parentCode, order + 1)
      codeAtPath.set(keyOf(path), codeAtPath.get(keyOf(path)) ?? code)
      divisions.set(code, { code, name: path.at(-1)!, parentCode, order, path, pathIsCode: !seats.has(code) })
    }
    return code
  }

  const codes = rows.map(({ path, code }) => {
    const seat = code === null ? undefined : seats.get(code)
    if (!seat) return path.length > 0 ? place(path, null) : null
    const seated = place(seat.path, code)
    return path.length > seat.path.length && isWithin(keyOf(path), keyOf(seat.path)) ? place(path, null) : seated
  })
  return { divisions: [...divisions.values()], codes, conflicts: [...seats.values()].flatMap(({ conflicts }) => conflicts) }
}

/** The place in the tree of each code of the file. */
function seatCodes(rows: readonly DivisionRow[]): ReadonlyMap<string, Seat> {
  const byCode = Map.groupBy(
    rows.filter((row): row is DivisionRow & { readonly code: string } => row.code !== null),
    ({ code }) => code,
  )
  const coded = [...byCode].map(([code, all]) => ({ code, all, keys: new Set(all.filter(({ path }) => path.length > 0).map(({ path }) => keyOf(path))) }))
  const isOthers = (prefix: string, code: string) => coded.some((other) => other.code !== code && [...other.keys].some((key) => isWithin(key, prefix)))
  const seats = new Map<string, Seat>()
  let codedDepth = Number.POSITIVE_INFINITY
  for (const { code, all, keys } of coded) {
    if (keys.size < 2) continue
    const prefix = commonPrefix(all.filter(({ path }) => path.length > 0))
    const shared = prefix.length > 0 && !isOthers(keyOf(prefix), code)
    if (shared) codedDepth = Math.min(codedDepth, prefix.length)
    seats.set(code, shared ? { path: prefix, conflicts: [] } : mostNamed(all))
  }
  for (const { code, all, keys } of coded) {
    if (keys.size > 1) continue
    const path = all.find((row) => row.path.length > 0)?.path ?? [code]
    const upper = path.slice(0, codedDepth)
    seats.set(code, { path: upper.length < path.length && !isOthers(keyOf(upper), code) ? upper : path, conflicts: [] })
  }
  // In the order of the file, so that a path with two codes goes to the first.
  return new Map([...byCode.keys()].map((code) => [code, seats.get(code)!]))
}

function commonPrefix(rows: readonly DivisionRow[]): readonly string[] {
  const [first, ...others] = rows.map(({ path }) => path)
  if (!first) return []
  const length = first.findIndex((name, index) => others.some((path) => plainText(path[index] ?? '') !== plainText(name)))
  return length < 0 ? first : first.slice(0, length)
}

/** A code under two names: the name most rows give it is its name. */
function mostNamed(rows: readonly DivisionRow[]): Seat {
  const named = Map.groupBy(
    rows.filter(({ path }) => path.length > 0),
    ({ path }) => keyOf(path),
  )
  const most = [...named.values()].reduce((longest, next) => (next.length > longest.length ? next : longest))
  return { path: most[0]!.path, conflicts: [...named.values()].filter((some) => some !== most).flat() }
}
