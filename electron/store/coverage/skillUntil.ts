import { addDays, type Day } from '../../../shared/model/day'
import { lastHeldDay } from '../credential/versionRule'

/** A skill somebody holds by one version of a credential. */
interface Holding {
  readonly personId: number
  readonly skill: string
  readonly level: number
  readonly heldFrom: string
  readonly heldUntil: string
  /** The first day of the version that follows. */
  readonly followedFrom: Day | null
  /** 1 where it counts on its own days. */
  readonly canCount: number
}

/**
 * The last day of a holding: its own, or, where the next version begins without a gap and gives the person the skill at the same level or above, the last day
 * of that one. A renewed skill does not end with the version that was renewed.
 */
export function skillUntil<One extends Holding>(holdings: readonly One[]): (holding: One) => string {
  const key = (personId: number, skill: string, from: string): string => `${personId} ${from} ${skill}`
  const beginning = Map.groupBy(
    holdings.filter(({ canCount }) => canCount === 1),
    ({ personId, skill, heldFrom }) => key(personId, skill, heldFrom),
  )
  const next = ({ personId, skill, level, heldUntil, followedFrom }: Holding): One | undefined =>
    followedFrom === null || heldUntil < addDays(followedFrom, -1)
      ? undefined
      : beginning.get(key(personId, skill, followedFrom))?.find((one) => one.level >= level)
  return (holding) => {
    let last: Holding = holding
    for (let following = next(last); following !== undefined; following = next(last)) last = { ...following, level: holding.level }
    return lastHeldDay(last.heldUntil, last.followedFrom)
  }
}
