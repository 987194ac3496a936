import type { Measured } from './measure'
import { type Spread, spread } from './spread'
import { demand, type Target, type TargetId, type TargetIn, targets } from './targets'

/** A row of the table: ours beside a peer in the same run, the ratio, how far it varied, and the target where there is one. */
export interface Row {
  readonly what: string
  readonly ours: string
  readonly peer: string
  readonly ratio: string
  /** The quartiles of the ratio over the rounds; absent where one number is all there is. */
  readonly spread?: string
  readonly target: string
  readonly verdict: 'met' | 'missed' | '―'
  /** The target the row is held against, where it is one of the table of targets. */
  readonly targetId?: TargetId
}

/** A time in the unit that suits it. */
export const shown = (microseconds: number): string =>
  microseconds < 10 ? `${microseconds.toFixed(1)} µs` : microseconds < 10_000 ? `${Math.round(microseconds)} µs` : `${(microseconds / 1000).toFixed(0)} ms`

/** How often the one goes into the other, round by round: a machine that slows down slows both sides of a round. Without rounds, by the medians alone. */
function ratioOf(above: Measured, below: Measured): Spread {
  const { rounds } = above
  const others = below.rounds
  if (rounds === undefined || others === undefined || rounds.length !== others.length) {
    const median = above.microseconds / below.microseconds
    return { lower: median, median, upper: median }
  }
  return spread(rounds.map((microseconds, round) => microseconds / others[round]!))
}

const ranged = ({ lower, upper }: Spread, show: (value: number) => string): { readonly spread?: string } =>
  lower === upper ? {} : { spread: `${show(lower)} – ${show(upper)}` }

/** What a row says of a target: a number of its own, or one of the table. */
function against(target: number | null | TargetId, unit: Target['unit'], reached: (amount: number) => boolean): Pick<Row, 'target' | 'verdict' | 'targetId'> {
  if (target === null) return { target: '―', verdict: '―' }
  const amount = typeof target === 'number' ? target : targets[target].amount
  const verdict = reached(amount) ? 'met' : 'missed'
  return { target: demand({ unit, amount }), verdict, ...(typeof target === 'number' ? {} : { targetId: target }) }
}

/** How many times faster than the peer? */
export function compare(what: string, ours: Measured, peer: Measured, target: number | null | TargetIn<'×'>): Row {
  const ratio = ratioOf(peer, ours)
  return {
    what,
    ours: shown(ours.microseconds),
    peer: `${peer.name} ${shown(peer.microseconds)}`,
    ratio: `${ratio.median.toFixed(2)}×`,
    ...ranged(ratio, (value) => value.toFixed(2)),
    ...against(target, '×', (amount) => ratio.median >= amount),
  }
}

/** How near to what cannot be undercut? @param target Per cent. */
export function share(what: string, ours: Measured, limit: Measured, target: number | null | TargetIn<'%'>): Row {
  const ratio = ratioOf(limit, ours)
  const percent = (value: number) => (100 * value).toFixed(0)
  return {
    what,
    ours: shown(ours.microseconds),
    peer: `${limit.name} ${shown(limit.microseconds)}`,
    ratio: `${percent(ratio.median)} %`,
    ...ranged(ratio, percent),
    ...against(target, '%', (amount) => 100 * ratio.median >= amount),
  }
}

/**
 * Does it stay within what may be asked of it? `amount` and a target of one's own are in `unit`; the peer is there for comparison only.
 */
export function within(what: string, amount: number, most: number | null | TargetIn<'ms' | 'MB'>, unit: 'ms' | 'MB', peer: Measured | null = null): Row {
  return {
    what,
    ours: `${amount < 10 ? amount.toFixed(1) : amount.toFixed(0)} ${unit}`,
    peer: peer === null ? '―' : `${peer.name} ${shown(peer.microseconds)}`,
    ratio: peer === null ? '―' : `${(peer.microseconds / 1000 / amount).toFixed(2)}×`,
    ...against(most, unit, (limit) => amount < limit),
  }
}
