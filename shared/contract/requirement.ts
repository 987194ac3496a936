import { z } from 'zod'
import { reachValues, requirementLimits, targetStates } from '../model/requirement'
import { call } from './call'
import { count, day, level, nothing, page, path, problem, scope } from './parts'

const id = z.string().min(1).max(requirementLimits.id)
const note = z.string().max(requirementLimits.note)
const divisionCode = z.string().min(1).max(100)
const words = z.array(z.string().min(1).max(requirementLimits.word)).max(requirementLimits.list)

export const requirementRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), people: z.number().int().min(1).max(requirementLimits.people) }),
  z.strictObject({ kind: z.literal('share'), basisPoints: z.number().int().min(1).max(requirementLimits.basisPoints) }),
])

const exception = z.strictObject({ id, divisionCode, rule: requirementRule.nullable(), note })

const filter = { posts: words, jobTypes: words, employments: words }

export const requirement = z.strictObject({
  id,
  divisionCode: divisionCode.nullable(),
  skill: z.string().min(1).max(requirementLimits.skill),
  level,
  rule: requirementRule,
  reach: z.enum(reachValues),
  exceptions: z.array(exception),
  ...filter,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  note,
})

/** `divisionPath` is null for the whole city, and where the division does not exist on the day. `gone` names what does not exist then. */
export const listedRequirement = z.strictObject({ ...requirement.shape, divisionPath: z.string().nullable(), gone: z.array(z.enum(['division', 'skill'])) })
export type ListedRequirement = z.infer<typeof listedRequirement>

/** One fault of a table: `row` is the line of the file, the header being 1; null for a fault of the whole file. */
export const requirementFault = z.strictObject({ ...problem.shape, row: count.nullable(), column: z.string().nullable(), value: z.string().nullable() })
export type RequirementFault = z.infer<typeof requirementFault>

/** Rows that were added, changed, left as they were, and removed; an exception is a row of its own. */
export const requirementChanges = z.strictObject({ new: count, changed: count, unchanged: count, removed: count })
export type RequirementChanges = z.infer<typeof requirementChanges>

/** What a table changes; nothing where it has faults. */
const imported = z.strictObject({ ...requirementChanges.shape, faults: z.array(requirementFault) })

const file = z.strictObject({ path, replace: z.boolean() })

export const gapScope = scope.omit({ level: true })
export type GapScope = z.infer<typeof gapScope>

/** A target with its result; `division` is the path of the day, `*` for the whole city. */
export const gapTarget = z.strictObject({
  id,
  exception: z.string().nullable(),
  divisionCode: divisionCode.nullable(),
  division: z.string(),
  skill: z.string(),
  level,
  rule: requirementRule,
  reach: z.enum(reachValues),
  ...filter,
  required: count,
  holders: count,
  people: count,
  state: z.enum(targetStates),
  short: count,
  busFactor: count.nullable(),
})
export type GapTarget = z.infer<typeof gapTarget>

export const gapTable = z.strictObject({
  scope: gapScope,
  targets: z.array(gapTarget),
  totals: z.strictObject({ targets: count, met: count, unmet: count, none: count, short: count }),
  /** Requirements in force that name a division or a skill that does not exist on the day. */
  gone: z.array(listedRequirement),
})
export type GapTable = z.infer<typeof gapTable>

/** One change of a requirement or exception, the newest first; `before` or `after` is null where it was added or removed. */
const change = z.strictObject({ at: z.string(), actor: z.string(), id, before: z.json(), after: z.json() })

export const requirementCalls = {
  'requirement.list': call(
    'engine',
    { reads: ['requirements', 'roster', 'skills'] },
    z.strictObject({ on: day }),
    z.strictObject({ requirements: z.array(listedRequirement) }),
  ),
  /** Adds, replaces and removes in one step; fails as a whole with the first fault. An id that is not stored and is to be removed is passed over. */
  'requirement.save': call(
    'engine',
    { changes: ['requirements'], audit: ['requirement.save', 'requirement.remove'] },
    z.strictObject({ save: z.array(requirement).max(10_000), remove: z.array(id).max(10_000) }),
    requirementChanges,
  ),
  /** What importing the table would change; nothing is written. */
  'requirement.preview': call('engine', { reads: ['requirements', 'roster', 'skills'] }, file, imported),
  /** Takes in the whole table, or nothing where it has faults. `replace` removes every requirement the table does not name. */
  'requirement.import': call('engine', { changes: ['requirements'], audit: ['requirement.save', 'requirement.remove'] }, file, imported),
  /** All requirements as CSV text. */
  'requirement.table': call('engine', { reads: ['requirements'] }, nothing, z.strictObject({ csv: z.string(), rows: count })),
  /** Asks where to, then writes the CSV. `path` is null when the dialog was closed without a choice. */
  'requirement.export': call('shell', { reads: ['requirements'] }, nothing, z.strictObject({ path: z.string().nullable(), rows: count })),
  /** A start: for each 課 and leaf skill with holders at the level of the scope and no requirement yet, one that asks for as many. Nothing is written. */
  'requirement.propose': call(
    'engine',
    { reads: ['requirements', 'roster', 'badges', 'skills'] },
    scope,
    z.strictObject({ requirements: z.array(listedRequirement) }),
  ),
  /** The history of one requirement, or of all. */
  'requirement.history': call(
    'engine',
    { reads: ['requirements'] },
    z.strictObject({ id: id.nullable(), ...page.shape }),
    z.strictObject({ total: count, changes: z.array(change) }),
  ),
  /** Every target of the day with its result. With `divisionCode`, those at or below it. */
  'gap.read': call(
    'engine',
    { reads: ['requirements', 'roster', 'badges', 'skills'] },
    z.strictObject({ scope: gapScope, divisionCode: divisionCode.nullable() }),
    gapTable,
  ),
}
