import type { PlacedDivision, ServiceRecord } from '../../../shared/coverage'
import type { Day } from '../../../shared/model/day'
import type { Columns } from '../coverage/columns/columns'
import { dayNumber, dayOfNumber } from '../coverage/columns/dayNumber'
import { readDivisionTree } from '../coverage/present'
import { type Database, readAll, readArrays } from '../database/statement'
import type { DivisionOnDay } from '../department/division'

/** Each person's posts and end of service, by place. */
export function readService(db: Database, { people }: Columns): (place: number) => ServiceRecord {
  const byTerm = new Set(readArrays<readonly [number]>(db, 'SELECT id FROM person WHERE term_ends_on = leaves_on').map(([id]) => people.places[id]!))
  return (place) => ({
    leavesOn: people.leavesOn[place]!,
    leavesBy: byTerm.has(place) ? 'term' : 'retirement',
    posts: Array.from({ length: people.postsFrom[place + 1]! - people.postsFrom[place]! }, (_, index) => {
      const post = people.postsFrom[place]! + index
      return { division: people.division[post]!, from: people.from[post]!, until: people.until[post]!, onLeave: people.onLeave[post] === 1 }
    }),
  })
}

/** The tree of divisions on every day between two days. */
export interface TreeOverTime {
  /** Days in (on, until] on which the tree changes, as `dayNumber`, in time order. */
  readonly changes: readonly number[]
  /** Whether a division, by its stored id, lies at or below the one with the code on the day; every division lies in the city, null. */
  readonly isInside: (code: string | null, division: number, day: number) => boolean
}

/** A division's stored id → itself and all above it, by code. */
function codesAbove(divisions: readonly PlacedDivision<DivisionOnDay>[]): ReadonlyMap<number, ReadonlySet<string>> {
  const lineages: Set<string>[] = []
  for (const { division, parent } of divisions) lineages.push(new Set([division.code, ...(lineages[parent] ?? [])]))
  return new Map(divisions.map(({ division }, place) => [division.id, lineages[place]!]))
}

/** Reads the tree of each stretch of days between two days, when it is first needed. */
export function readTreeOverTime(db: Database, on: Day, until: Day): TreeOverTime {
  const changes = readAll<{ day: string }>(
    db,
    `SELECT starts_on AS day FROM division_period WHERE starts_on > :on AND starts_on <= :until
     UNION SELECT ends_on FROM division_period WHERE ends_on > :on AND ends_on <= :until ORDER BY day`,
    { on, until },
  ).map(({ day }) => dayNumber(day))
  const trees = new Map<number, ReadonlyMap<number, ReadonlySet<string>>>()
  const treeOn = (day: number) => {
    const begin = changes.findLast((change) => change <= day) ?? dayNumber(on)
    const known = trees.get(begin) ?? codesAbove(readDivisionTree(db, { on: dayOfNumber(begin) }))
    trees.set(begin, known)
    return known
  }
  return { changes, isInside: (code, division, day) => code === null || treeOn(day).get(division)?.has(code) === true }
}
