import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'

/** Time the machine's cores have spent since it began, and this process (its worker threads among it), milliseconds. */
export interface Clocks {
  readonly wall: number
  readonly busy: number
  readonly own: number
  readonly cores: number
}

/** How many cores were in use, on average, between two instants. */
export interface Load {
  readonly seconds: number
  /** Cores this process used. */
  readonly own: number
  /** Cores everything else used, programs that this process had started among it. */
  readonly others: number
  readonly cores: number
}

export function readClocks(): Clocks {
  const list = cpus()
  const busy = list.reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)
  const { user, system } = process.cpuUsage()
  return { wall: performance.now(), busy, own: (user + system) / 1000, cores: list.length }
}

export function loadBetween(before: Clocks, after: Clocks): Load {
  const milliseconds = after.wall - before.wall
  const own = (after.own - before.own) / milliseconds
  // The two clocks tick differently: what was used by none cannot be less than nothing.
  const others = Math.max(0, (after.busy - before.busy) / milliseconds - own)
  const rounded = (value: number) => Math.round(value * 100) / 100
  return { seconds: Math.round(milliseconds / 1000), own: rounded(own), others: rounded(others), cores: after.cores }
}
