import { csvLine } from '../../../shared/model/csvLine'
import { addDays } from '../../../shared/model/day'
import type { Requirement, RequirementRule } from '../../../shared/model/requirement'
import { type RequirementCells, requirementColumns } from './columns'

/** The amount as text: people, or percent with at most two decimals. */
const amountText = (rule: RequirementRule): string => (rule.kind === 'people' ? String(rule.people) : String(rule.basisPoints / 100))

const ruleCells = (rule: RequirementRule | null): Pick<RequirementCells, 'rule' | 'amount'> =>
  rule === null ? { rule: '', amount: '' } : { rule: rule.kind, amount: amountText(rule) }

const lastDayText = (endsOn: Requirement['endsOn']): string => (endsOn === null ? '' : addDays(endsOn, -1))

/** The cells of a requirement, then those of each of its exceptions. */
export function cellsOf(requirement: Requirement): readonly RequirementCells[] {
  const { id, divisionCode, skill, level, rule, reach, exceptions, posts, jobTypes, employments, startsOn, endsOn, note } = requirement
  const own: RequirementCells = {
    id,
    division: divisionCode ?? '',
    skill,
    level: String(level),
    ...ruleCells(rule),
    reach,
    posts: posts.join(';'),
    jobTypes: jobTypes.join(';'),
    employments: employments.join(';'),
    exceptionTo: '',
    startsOn: startsOn ?? '',
    endsOn: lastDayText(endsOn),
    note,
  }
  const empty = { skill: '', level: '', reach: '', posts: '', jobTypes: '', employments: '', startsOn: '', endsOn: '' }
  return [
    own,
    ...exceptions.map(
      (one): RequirementCells => ({ ...empty, id: one.id, division: one.divisionCode, ...ruleCells(one.rule), exceptionTo: id, note: one.note }),
    ),
  ]
}

/** Requirements as CSV with a header; an exception is a row of its own behind its requirement. */
export const writeRequirements = (requirements: readonly Requirement[]): { readonly csv: string; readonly rows: number } => {
  const lines = requirements.flatMap(cellsOf)
  return {
    csv: [csvLine(requirementColumns), ...lines.map((cells) => csvLine(requirementColumns.map((column) => cells[column])))].join(''),
    rows: lines.length,
  }
}
