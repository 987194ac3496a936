import { performance } from 'node:perf_hooks'

/** One side of a comparison. `run` does the work once; `units` is how many things it does. */
export interface Side {
  readonly name: string
  readonly units: number
  readonly run: () => Promise<unknown> | unknown
}

export interface Measured {
  readonly name: string
  /** Median over the rounds, microseconds for one unit. */
  readonly microseconds: number
}

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!

/** Runs the sides in turn, round after round, so that a machine that slows down slows them all; after one round that is not counted. */
export async function measure(rounds: number, sides: readonly Side[]): Promise<readonly Measured[]> {
  const times = new Map<string, number[]>(sides.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const { name, units, run } of sides) {
      const begun = performance.now()
      await run()
      if (round > 0) times.get(name)!.push(((performance.now() - begun) * 1000) / units)
    }
  }
  return sides.map(({ name }) => ({ name, microseconds: median(times.get(name)!) }))
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

export function compare(what: string, ours: Measured, peer: Measured, target: number | null): Row {
  const ratio = peer.microseconds / ours.microseconds
  return {
    what,
    ours: `${Math.round(ours.microseconds)} µs`,
    peer: `${peer.name} ${Math.round(peer.microseconds)} µs`,
    ratio: `${ratio.toFixed(2)}×`,
    target: target === null ? '―' : `≥ ${target}×`,
    verdict: target === null ? '―' : ratio >= target ? 'met' : 'missed',
  }
}

export function printTable(title: string, rows: readonly Row[]): void {
  const columns = ['what', 'ours', 'peer', 'ratio', 'target', 'verdict'] as const
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, index) => cell.padEnd(widths[index]!)).join(' | ')} |`
  console.log(
    [`\n${title}`, line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map((row) => line(columns.map((column) => row[column])))].join('\n'),
  )
}
