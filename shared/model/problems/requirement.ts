/** What a table of requirements, or one requirement that is entered, can have wrong. */
export const requirementProblemCodes = [
  'requirement.refused',
  'requirement.no-rows',
  'requirement.column-missing',
  'requirement.column-unknown',
  'requirement.column-twice',
  'requirement.id-missing',
  'requirement.id-twice',
  'requirement.division-unknown',
  'requirement.skill-missing',
  'requirement.skill-unknown',
  'requirement.level',
  'requirement.rule',
  'requirement.amount',
  'requirement.reach',
  'requirement.below-section',
  'requirement.date',
  'requirement.reversed',
  'requirement.too-long',
  'requirement.exception-of-none',
  'requirement.exception-outside',
  'requirement.exception-cell',
  'requirement.exception-twice',
] as const

export type RequirementProblemCode = (typeof requirementProblemCodes)[number]
