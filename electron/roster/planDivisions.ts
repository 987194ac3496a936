import type { RosterSummary } from '../../shared/contract/roster'
import { type Day, firstDay, lastDay } from '../../shared/model/day'
import type { DivisionPeriod, RosterPlan } from '../../shared/model/rosterPlan'
import type { RosterDivision } from './rosterRead'

export interface PlannedDivisions {
  readonly divisions: RosterPlan['divisions']
  readonly renamed: RosterSummary['renamedDivisions']
}

/**
 * How does the tree change from the day `on`?
 *
 * A renamed or re-parented division keeps its code: its period ends on `on` and the next begins. The first name ever known is taken as true from the
 * first day. A division the file does not name ends on `on` once nobody is assigned to it or below it, then or later: rosters name people, so an abolished
 * 課 shows only by being empty, and one that is empty by chance comes back with its code when it is named again.
 *
 * @param occupied Codes with assignments on `on` or after it, after the roster is applied.
 */
export function planDivisions(
  divisions: readonly RosterDivision[],
  stored: readonly DivisionPeriod[],
  occupied: ReadonlySet<string>,
  on: Day,
): PlannedDivisions {
  const put: DivisionPeriod[] = []
  const remove: { readonly code: string; readonly startsOn: Day }[] = []
  const renamed: { readonly code: string; readonly from: string; readonly to: string }[] = []
  const periods = Map.groupBy(stored, ({ code }) => code)
  const current = new Map(stored.filter(({ startsOn, endsOn }) => startsOn <= on && on < endsOn).map((period) => [period.code, period]))
  for (const division of divisions) {
    const { code, order, path } = division
    const before = current.get(code)
    // Where a file gives only a code, name and place are those known already.
    const { name, parentCode } = before && path.length === 1 && division.name === code ? before : division
    if (!before) put.push(...beginning({ code, name, parentCode, order }, periods.get(code) ?? [], on))
    else if (before.name !== name || before.parentCode !== parentCode) {
      if (before.name !== name) renamed.push({ code, from: before.name, to: name })
      if (before.startsOn < on) put.push({ ...before, endsOn: on })
      put.push({ code, name, parentCode, order, startsOn: on, endsOn: before.endsOn })
    } else if (before.order !== order) put.push({ ...before, order })
  }
  const parents = new Map([...current.values(), ...divisions].map(({ code, parentCode }) => [code, parentCode]))
  const kept = withAncestors([...occupied, ...divisions.map(({ code }) => code)], parents)
  const named = new Set(divisions.map(({ code }) => code))
  // Somebody is still assigned to a division that had ended: it goes on under the last name it had.
  for (const code of kept) {
    const last = (periods.get(code) ?? [])
      .filter(({ endsOn }) => endsOn <= on)
      .reduce<DivisionPeriod | null>((latest, next) => (latest && latest.endsOn > next.endsOn ? latest : next), null)
    if (last && !current.has(code) && !named.has(code)) put.push(...beginning(last, periods.get(code) ?? [], on))
  }
  for (const period of current.values()) {
    if (kept.has(period.code)) continue
    if (period.startsOn === on) remove.push({ code: period.code, startsOn: on })
    else put.push({ ...period, endsOn: on })
  }
  return { divisions: { put, remove }, renamed }
}

/** A division that has no period on `on`: it begins then, or has always been there where nothing earlier is known. */
function beginning(division: Omit<DivisionPeriod, 'startsOn' | 'endsOn'>, periods: readonly DivisionPeriod[], on: Day): readonly DivisionPeriod[] {
  const endsOn = periods.filter(({ startsOn }) => startsOn > on).reduce<Day>((earliest, { startsOn }) => (startsOn < earliest ? startsOn : earliest), lastDay)
  const earlier = periods.filter((period) => period.endsOn <= on)
  const interrupted = earlier.find((period) => period.endsOn === on && period.name === division.name && period.parentCode === division.parentCode)
  if (interrupted) return [{ ...interrupted, order: division.order, endsOn }]
  return [{ ...division, startsOn: earlier.length > 0 ? on : firstDay, endsOn }]
}

function withAncestors(codes: readonly string[], parents: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const code of codes) for (let at: string | null = code; at !== null && !all.has(at); at = parents.get(at) ?? null) all.add(at)
  return all
}
