import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** One side of a comparison, by its name in a table. `run` does the work once; `units` is how many things it does. */
export interface Side {
  readonly units: number
  /** @param round From 0: the rounds that are not counted come first. For work that must be new each time. */
  readonly run: (round: number) => unknown
  /** What must be ready before a round, outside of the time. */
  readonly before?: (round: number) => unknown
}

export interface Measured {
  readonly name: string
  /** Median over the rounds, microseconds for one unit. */
  readonly microseconds: number
}

/** How often to run. Rounds to warm up are not counted: a program that has just begun is a program the engine has not yet compiled. */
export interface Rounds {
  readonly warm: number
  readonly counted: number
}

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!

setFlagsFromString('--expose-gc')
/** Between two sides, so that none pays for what the one before it left behind. The young only: a full collection would also take compiled code away. */
const collectGarbage = runInNewContext('gc') as (choice: { readonly type: 'minor' }) => void // V8's own, named by the flag above.

/** Runs the sides in turn, round after round, so that a machine that slows down slows them all. */
export async function measure<Name extends string>({ warm, counted }: Rounds, sides: Readonly<Record<Name, Side>>): Promise<Readonly<Record<Name, Measured>>> {
  const names = Object.keys(sides) as Name[] // An object's own names are those of its type, where nothing widened it.
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < warm + counted; round++) {
    for (const name of names) {
      const { units, run, before } = sides[name]
      await before?.(round)
      collectGarbage({ type: 'minor' })
      const begun = performance.now()
      await run(round)
      if (round >= warm) times.get(name)!.push(((performance.now() - begun) * 1000) / units)
    }
  }
  const measured = {} as Record<Name, Measured> // Filled in the next line, a member for each name.
  for (const name of names) measured[name] = { name, microseconds: median(times.get(name)!) }
  return measured
}

/** A row of the table: ours beside a peer in the same run, the ratio, and the target where there is one. */
export interface Row {
  readonly what: string
  readonly ours: string
  readonly peer: string
  readonly ratio: string
  readonly target: string
  readonly verdict: 'met' | 'missed' | '―'
}

/** A time in the unit that suits it. */
export const shown = (microseconds: number): string =>
  microseconds < 10 ? `${microseconds.toFixed(1)} µs` : microseconds < 10_000 ? `${Math.round(microseconds)} µs` : `${(microseconds / 1000).toFixed(0)} ms`

const judged = (held: boolean | null): Row['verdict'] => (held === null ? '―' : held ? 'met' : 'missed')

/** How many times faster than the peer? */
export function compare(what: string, ours: Measured, peer: Measured, target: number | null): Row {
  const ratio = peer.microseconds / ours.microseconds
  return {
    what,
    ours: shown(ours.microseconds),
    peer: `${peer.name} ${shown(peer.microseconds)}`,
    ratio: `${ratio.toFixed(2)}×`,
    target: target === null ? '―' : `≥ ${target}×`,
    verdict: judged(target === null ? null : ratio >= target),
  }
}

/** How near to what cannot be undercut? @param target Per cent. */
export function share(what: string, ours: Measured, limit: Measured, target: number | null): Row {
  const percent = (100 * limit.microseconds) / ours.microseconds
  return {
    what,
    ours: shown(ours.microseconds),
    peer: `${limit.name} ${shown(limit.microseconds)}`,
    ratio: `${percent.toFixed(0)} %`,
    target: target === null ? '―' : `≥ ${target} %`,
    verdict: judged(target === null ? null : percent >= target),
  }
}

/** Does it stay within what may be asked of it? `most` is in `unit`, as the amount; the peer stands beside for comparison only. */
export function within(what: string, amount: number, most: number | null, unit: 'ms' | 'MB', peer: Measured | null = null): Row {
  return {
    what,
    ours: `${amount < 10 ? amount.toFixed(1) : amount.toFixed(0)} ${unit}`,
    peer: peer === null ? '―' : `${peer.name} ${shown(peer.microseconds)}`,
    ratio: peer === null ? '―' : `${(peer.microseconds / 1000 / amount).toFixed(2)}×`,
    target: most === null ? '―' : `< ${most} ${unit}`,
    verdict: judged(most === null ? null : amount < most),
  }
}

/** East Asian letters and signs are as wide as two others. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/.test(letter) ? 2 : 1), 0)

const columns = ['what', 'ours', 'peer', 'ratio', 'target', 'verdict'] as const

/** Rows as a table that reads well in a terminal and in Markdown alike. */
export function printTable(title: string, rows: readonly Row[]): void {
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => width(row[column]))))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, index) => cell + ' '.repeat(widths[index]! - width(cell))).join(' | ')} |`
  console.log(
    [`\n${title}\n`, line(columns), line(widths.map((count) => '-'.repeat(count))), ...rows.map((row) => line(columns.map((column) => row[column])))].join(
      '\n',
    ),
  )
}
