import { z } from 'zod'
import { call } from './call'
import { reverifies } from './change'
import { count, day, path, problem } from './parts'

/** Our names for the columns of a roster. */
export const rosterFields = [
  'staffNumber',
  'name',
  'kana',
  'formerName',
  'email',
  'did',
  'divisionCode',
  'department',
  'section',
  'unit',
  'post',
  'jobType',
  'employment',
  'leave',
  'startsOn',
  'endsOn',
  'concurrent',
  'birthDate',
  'hiredOn',
  'termEndsOn',
] as const
export const rosterField = z.enum(rosterFields)
export type RosterField = (typeof rosterFields)[number]

/** Our name → the header in the file. Names left out are guessed; an empty header says that the file has no such column. */
export const rosterMapping = z.partialRecord(rosterField, z.string())
export type RosterMapping = z.infer<typeof rosterMapping>

export const rosterProblem = z.strictObject({ ...problem.shape, row: count.nullable(), column: z.string().nullable(), value: z.string().nullable() })
export type RosterProblem = z.infer<typeof rosterProblem>

export const rosterSummary = z.strictObject({
  /** Data rows: titles, headers, totals and blanks are none. */
  rows: count,
  people: count,
  divisions: count,
  assignments: count,
  new: count,
  changed: count,
  unchanged: count,
  ended: count,
  renamedDivisions: z.array(z.strictObject({ code: z.string(), from: z.string(), to: z.string() })),
  problems: z.array(rosterProblem),
})
export type RosterSummary = z.infer<typeof rosterSummary>

const request = z.strictObject({ path, on: day, mapping: rosterMapping.nullable() })

export const rosterCalls = {
  /**
   * What importing the file would do; nothing is written. Where its columns do not suffice to say so, `summary` is null and `problem` tells what they lack:
   * headers, mapping and first rows then show what the file seems to be, for somebody to set right.
   */
  'roster.preview': call(
    'engine',
    { reads: ['roster'] },
    request,
    z.strictObject({
      summary: rosterSummary.nullable(),
      problem: problem.nullable(),
      encoding: z.string(),
      headers: z.array(z.string()),
      mapping: rosterMapping,
      firstRows: z.array(z.array(z.string())),
    }),
  ),
  'roster.import': call('engine', { changes: ['roster', 'badges', 'work'], audit: ['roster.apply', ...reverifies] }, request, rosterSummary),
}
