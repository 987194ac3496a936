/** The columns of a table of requirements, in the order in which they are written. */
export const requirementColumns = [
  'id',
  'division',
  'skill',
  'level',
  'rule',
  'amount',
  'reach',
  'posts',
  'jobTypes',
  'employments',
  'exceptionTo',
  'startsOn',
  'endsOn',
  'note',
] as const
export type RequirementColumn = (typeof requirementColumns)[number]

/** The columns a table must have; the others may be left out. */
export const neededColumns: readonly RequirementColumn[] = ['id', 'division', 'skill', 'level', 'rule', 'amount']

/** The cells of one requirement or exception as text. */
export type RequirementCells = Readonly<Record<RequirementColumn, string>>
