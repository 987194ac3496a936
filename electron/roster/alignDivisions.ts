import type { Day } from '../../shared/model/day'
import type { DivisionPeriod } from '../../shared/model/rosterPlan'
import { plainText } from './plainText'
import type { RosterDivision } from './rosterRead'

const keyOf = (path: readonly string[]): string => path.map(plainText).join('\u0000')

/**
 * Under which code is each division of a file stored?
 *
 * A code in the file is the division's identity. A division without one is known by its path of names; one whose path is new but whose own 課 all were
 * below one division that the file no longer names is that division renamed.
 *
 * @returns The file's divisions with the codes and parents they are stored under.
 */
export function alignDivisions(divisions: readonly RosterDivision[], stored: readonly DivisionPeriod[], on: Day): readonly RosterDivision[] {
  const current = new Map(stored.filter(({ startsOn, endsOn }) => startsOn <= on && on < endsOn).map((period) => [period.code, period]))
  const byPath = new Map([...current.values()].map(({ code }) => [keyOf(storedPath(code, current)), code]))
  const aligned = new Map<string, string>()
  for (const { code, pathIsCode } of divisions) if (!pathIsCode) aligned.set(code, code)
  const taken = new Set(aligned.values())
  const settle = (division: RosterDivision, code: string) => {
    aligned.set(division.code, code)
    taken.add(code)
  }
  const open = divisions.filter(({ pathIsCode }) => pathIsCode)
  for (const division of open) {
    const code = byPath.get(keyOf(division.path))
    if (code !== undefined && !taken.has(code)) settle(division, code)
  }
  // From the leaves up, so that children are known before their parent.
  for (const division of [...open].reverse()) {
    if (aligned.has(division.code)) continue
    const children = divisions.filter(({ parentCode }) => parentCode === division.code).map(({ code }) => aligned.get(code))
    const former = formerCode(children, current)
    if (former !== null && !taken.has(former)) settle(division, former)
  }
  for (const division of open) {
    if (aligned.has(division.code)) continue
    // A name that was free again is another division: its code must be another as well.
    settle(division, taken.has(division.code) ? `${division.code} ${on}` : division.code)
  }
  return divisions.map((division) => ({
    ...division,
    code: aligned.get(division.code) ?? division.code,
    parentCode: division.parentCode === null ? null : (aligned.get(division.parentCode) ?? division.parentCode),
  }))
}

function storedPath(code: string, current: ReadonlyMap<string, DivisionPeriod>): readonly string[] {
  const names: string[] = []
  const seen = new Set<string>()
  for (let at = current.get(code); at && !seen.has(at.code); at = at.parentCode === null ? undefined : current.get(at.parentCode)) {
    seen.add(at.code)
    names.unshift(at.name)
  }
  return names
}

/** The division that was the parent of all these; null where there were several, or where it keeps children of its own. */
function formerCode(children: readonly (string | undefined)[], current: ReadonlyMap<string, DivisionPeriod>): string | null {
  const parents = new Set(children.map((code) => current.get(code ?? '')?.parentCode))
  const [parent] = parents
  return parents.size === 1 && parent ? parent : null
}
