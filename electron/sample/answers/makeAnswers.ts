import type { SkillMapping } from '../../../shared/model/skill'
import type { Bundle } from '../badges/bundle'
import type { Calendar } from '../calendar'
import { divisionPlan } from '../people/divisionPlan'
import type { RosterFile } from '../people/rosterFile'
import { lastDayWithCity, type Staff } from '../people/staff'
import { story } from '../people/storyStaff'
import { countCoverage } from './coverage'
import { withEvidence } from './expected'
import { countImport } from './importing'
import { countGap } from './requirements'
import { trueRisk } from './risk'
import { expectLine, summarise, timeOf } from './verdicts'

/** What the answers are taken from. */
export interface City {
  readonly cityName: string
  readonly options: { readonly staff: number; readonly badges: number; readonly seed: number }
  readonly calendar: Calendar
  readonly staff: readonly Staff[]
  readonly roster: RosterFile
  readonly bundle: Bundle
  readonly mappings: readonly SkillMapping[]
}

/** Paths of the divisions the roster names, with those above them. */
const placesOf = (staff: readonly Staff[]): ReadonlySet<string> =>
  new Set(staff.flatMap(({ posts }) => posts.flatMap(({ division: { path } }) => path.map((_, index) => path.slice(0, index + 1).join('/')))))

function rosterAnswers(staff: readonly Staff[], roster: RosterFile) {
  const places = placesOf(staff)
  return {
    summary: {
      kind: 'roster',
      rows: roster.rows,
      people: staff.length,
      divisions: places.size,
      assignments: staff.reduce((sum, { posts }) => sum + posts.length, 0),
      new: staff.length,
      changed: 0,
      unchanged: 0,
      ended: 0,
    },
    divisions: divisionPlan.filter(({ path }) => places.has(path.join('/'))).map(({ code, name, path }) => ({ code, name, path: path.join('/') })),
    people: staff.map((person) => ({
      staffNumber: person.staffNumber,
      name: person.name,
      birthDate: person.birthDate,
      hiredOn: person.hiredOn,
      termLastDay: person.termLastDay,
      lastDayWithCity: lastDayWithCity(person),
      posts: person.posts.map(({ division, title, concurrent, leave, startsOn, lastDay }) => ({
        divisionCode: division.code,
        post: title,
        concurrent,
        leave,
        startsOn,
        lastDay,
      })),
    })),
  }
}

/**
 * `answers.json`: the truth about the city, from how it was made and not from any engine.
 *
 * Of each file only what is certain is claimed: a member left out may be anything. `reference` says for which instants and days. `withEvidence` is the truth
 * where the evidence beside the bundle counts too, because somebody accepts it by name; it names the files that are then another.
 */
export function makeAnswers({ cityName, options, calendar, staff, roster, bundle, mappings }: City): object {
  const [at, laterAt] = [calendar.noon(calendar.on), calendar.noon(calendar.later)]
  const first = countImport(bundle.items, new Map())
  const second = countImport(bundle.items, first.held)
  const held = [...first.held.values()]
  const faults: Record<string, number> = {}
  for (const { expected } of bundle.items) if ('fault' in expected && expected.fault !== null) faults[expected.fault] = (faults[expected.fault] ?? 0) + 1
  const coverageOf = (credentials: typeof held) => {
    const coverage = (on: typeof calendar.on, withLeavers: boolean, includeLeave: boolean) =>
      countCoverage(staff, credentials, mappings, { on, withLeavers, includeLeave })
    return [
      coverage(calendar.on, false, false),
      coverage(calendar.on, false, true),
      coverage(calendar.later, false, false),
      coverage(calendar.later, true, false),
      // The last day before badges of the city are renewed: each version holds for its own days.
      coverage(calendar.day('2026-06-02'), false, false),
    ]
  }
  const gapOf = (credentials: typeof held) => [
    countGap(staff, credentials, mappings, { on: calendar.on, withLeavers: false, includeLeave: false }),
    countGap(staff, credentials, mappings, { on: calendar.later, withLeavers: true, includeLeave: false }),
  ]
  const accepted = bundle.items.map((item) => ({ ...item, expected: withEvidence(item.expected) }))
  const afterwards = countImport(accepted, new Map())
  return {
    kind: 'tekizai-sample-answers',
    version: 1,
    city: cityName,
    options,
    reference: { at, on: calendar.on, laterAt, laterOn: calendar.later },
    story,
    faults,
    roster: rosterAnswers(staff, roster),
    verify: { summary: summarise(bundle.items) },
    import: { first: first.summary, second: second.summary },
    coverage: coverageOf(held),
    gap: gapOf(held),
    risk: trueRisk(staff, held, mappings, { on: calendar.on, until: calendar.later }),
    files: bundle.items.map((item, index) => ({
      ...expectLine(item, at),
      ...(item.expected.kind === 'credential' ? { laterTime: timeOf(item.expected, laterAt) } : {}),
      ...(first.outcomes[index] ? { outcome: first.outcomes[index] } : {}),
    })),
    withEvidence: {
      verify: { summary: summarise(accepted) },
      import: afterwards.summary,
      coverage: coverageOf([...afterwards.held.values()]),
      gap: gapOf([...afterwards.held.values()]),
      files: accepted.flatMap((item, index) => (item.expected === bundle.items[index]?.expected ? [] : [expectLine(item, at)])),
    },
  }
}
