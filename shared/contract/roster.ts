import { z } from 'zod'
import { call } from './call'
import { reverifies } from './change'
import { count, day, path, problem, staffNumber } from './parts'

/** Our names for the columns of a roster. */
export const rosterFields = [
  'staffNumber',
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
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

const request = z.strictObject({
  path,
  /** The day the roster is of; null for the day its title, its sheet's name or its file's name says. */
  on: day.nullable(),
  mapping: rosterMapping.nullable(),
  /** The sheet of a workbook; without it the active one, else the first that has the header of a roster. */
  sheet: z.string().nullable().optional(),
})

/** A person of a list that is shown before a roster is imported. */
export const listedPerson = z.strictObject({ staffNumber, name: z.string() })
export type ListedPerson = z.infer<typeof listedPerson>

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
      /** The day the preview is of; null where none was given and none is written. */
      on: day.nullable(),
      /** The day the file names; `day` is null where what is written there is no day. */
      written: z.strictObject({ from: z.enum(['title', 'sheet', 'name']), text: z.string(), day: day.nullable() }).nullable(),
      /** What must be confirmed before importing: `roster.day-future`, `roster.day-older`, `roster.day-differs`. */
      doubts: z.array(problem),
      /** The sheet that was read, and all that can be chosen; null and none where the file is no workbook. */
      sheet: z.string().nullable(),
      sheets: z.array(z.string()),
      summary: rosterSummary.nullable(),
      problem: problem.nullable(),
      encoding: z.string(),
      headers: z.array(z.string()),
      mapping: rosterMapping,
      /** The people behind three numbers of the summary, the first thousand of each. */
      people: z.strictObject({ new: z.array(listedPerson), changed: z.array(listedPerson), ended: z.array(listedPerson) }),
      firstRows: z.array(z.array(z.string())),
    }),
  ),
  /** Fails with the first doubt of the preview unless `confirmed`. */
  'roster.import': call(
    'engine',
    { changes: ['roster', 'badges', 'work'], audit: ['roster.apply', ...reverifies] },
    z.strictObject({ ...request.shape, confirmed: z.boolean().optional() }),
    rosterSummary,
  ),
}
