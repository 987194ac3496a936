import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { spread } from './spread'

export { compare, type Row, share, within } from './rows'
export { printPlain, printTable } from './table'

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
  /** Each counted round, in turn, microseconds for one unit. Rounds of one run that stand at the same place were measured one after the other. */
  readonly rounds?: readonly number[]
  /** The same rounds by the processor, all threads of the process together. */
  readonly processorRounds?: readonly number[]
}

/** What the work cost the cores, whatever the clock it was measured by. */
export function inProcessorTime({ name, processorRounds }: Measured): Measured {
  if (processorRounds === undefined) throw new RangeError(`${name} was not measured by the processor`)
  return { name, microseconds: spread(processorRounds).median, rounds: processorRounds, processorRounds }
}

/** Milliseconds since some instant. */
export type Clock = () => number

/** What somebody waits who looks at the clock. */
export const wall: Clock = () => performance.now()

/** Time on a core, that of the collector's threads among it: waiting for a core is left out. For work of one thread. */
export const processor: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** How often to run. Rounds to warm up are not counted: a program that has just begun is a program the engine has not yet compiled. */
export interface Rounds {
  readonly warm: number
  readonly counted: number
  /** `wall` unless another is given. */
  readonly clock?: Clock
  /**
   * Whether each side does its work once right before its time begins. Whoever runs behind another program pays first for what that one left in the caches of
   * the core: with the order of the sides it would fall on one of them alone, and who imports a bundle does not pay it.
   */
  readonly lead?: boolean
}

setFlagsFromString('--expose-gc')
/** Between two sides, so that none pays for what the one before it left behind. The young only: a full collection would also take compiled code away. */
const collectGarbage = runInNewContext('gc') as (choice: { readonly type: 'minor' }) => void // V8's own, named by the flag above.

/** Runs the sides in turn, round after round, so that a machine that slows down slows them all. */
export async function measure<Name extends string>(
  { warm, counted, clock = wall, lead = false }: Rounds,
  sides: Readonly<Record<Name, Side>>,
): Promise<Readonly<Record<Name, Measured>>> {
  const names = Object.keys(sides) as Name[] // An object's own names are those of its type, where nothing widened it.
  const noTimes = () => new Map<Name, number[]>(names.map((name) => [name, []]))
  const [times, cost] = [noTimes(), noTimes()]
  for (let round = 0; round < warm + counted; round++) {
    for (const name of names) {
      const { units, run, before } = sides[name]
      await before?.(round)
      if (lead) await run(round)
      collectGarbage({ type: 'minor' })
      const [begun, used] = [clock(), processor()]
      await run(round)
      const [after, usedAfter] = [clock(), processor()]
      if (round < warm) continue
      times.get(name)!.push(((after - begun) * 1000) / units)
      cost.get(name)!.push(((usedAfter - used) * 1000) / units)
    }
  }
  const measured = {} as Record<Name, Measured> // Filled in the next lines, a member for each name.
  for (const name of names) {
    measured[name] = { name, microseconds: spread(times.get(name)!).median, rounds: times.get(name)!, processorRounds: cost.get(name)! }
  }
  return measured
}
