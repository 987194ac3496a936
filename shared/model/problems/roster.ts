/** What a roster file can have wrong, by file or by row. */
export const rosterProblemCodes = [
  'roster.no-staff-number-column',
  'roster.no-name-column',
  'roster.no-division-column',
  'roster.no-rows',
  'roster.encoding',
  'roster.mapping',
  'roster.staff-number-missing',
  'roster.name-missing',
  'roster.division-missing',
  'roster.bad-date',
  'roster.reversed-dates',
  'roster.private-use-character',
  'roster.variation-selector',
  'roster.replacement-character',
  'roster.name-differs',
  'roster.duplicate-row',
  'roster.several-main-posts',
  'roster.bad-email',
  'roster.shared-email',
] as const

export type RosterProblemCode = (typeof rosterProblemCodes)[number]
