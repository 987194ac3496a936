import type { RequirementFault } from '../../../shared/contract/requirement'
import { addDays, type Day } from '../../../shared/model/day'
import type { RequirementProblemCode } from '../../../shared/model/problems/requirement'
import { type Requirement, type RequirementReach, type RequirementRule, reachValues, requirementLimits } from '../../../shared/model/requirement'
import { isLevel, type Level } from '../../../shared/model/skill'
import { readDay } from '../days'
import type { RequirementCells, RequirementColumn } from './columns'
import type { RequirementKnowledge } from './readRequirements'

/** A row that could be read: a requirement without exceptions, or an exception to one. */
export type ParsedRow =
  | { readonly kind: 'requirement'; readonly row: number; readonly requirement: Requirement }
  | {
      readonly kind: 'exception'
      readonly row: number
      readonly to: string
      readonly id: string
      readonly divisionCode: string
      readonly rule: RequirementRule | null
      readonly note: string
    }

/** What a row says, or null, and its faults. */
export interface ReadRow {
  readonly parsed: ParsedRow | null
  readonly faults: readonly RequirementFault[]
}

const plain = (text: string): string => text.normalize('NFKC').trim()

/** The rule of two cells; null where they are no rule, with the cell that is wrong. */
export function readRule(ruleCell: string, amountCell: string): { readonly rule: RequirementRule } | { readonly wrong: 'rule' | 'amount' } {
  const kind = plain(ruleCell).toLowerCase()
  const amount = plain(amountCell).replaceAll(',', '')
  if (kind !== 'people' && kind !== 'share') return { wrong: 'rule' }
  if (kind === 'people') {
    const people = /^\d{1,4}$/.test(amount) ? Number(amount) : 0
    return people >= 1 && people <= requirementLimits.people ? { rule: { kind, people } } : { wrong: 'amount' }
  }
  const [, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(amount) ?? []
  const basisPoints = whole === undefined ? 0 : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return basisPoints >= 1 && basisPoints <= requirementLimits.basisPoints ? { rule: { kind, basisPoints } } : { wrong: 'amount' }
}

const listOf = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .split(/[;；]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

/** Collects the faults of one row. */
function faultsOf(row: number, cells: RequirementCells) {
  const faults: RequirementFault[] = []
  const add = (code: RequirementProblemCode, column: RequirementColumn) => void faults.push({ code, row, column, value: cells[column] })
  return { faults, add }
}

/** Reads one row; whether it fits the other rows is for `joinRows`. */
export function readRow(row: number, cells: RequirementCells, known: RequirementKnowledge): ReadRow {
  const { faults, add } = faultsOf(row, cells)
  if (cells.id === '') add('requirement.id-missing', 'id')
  else if (cells.id.length > requirementLimits.id) add('requirement.too-long', 'id')
  if (cells.note.length > requirementLimits.note) add('requirement.too-long', 'note')
  const namesDivision = known.stored.some(
    ({ divisionCode, exceptions }) => divisionCode === cells.division || exceptions.some((one) => one.divisionCode === cells.division),
  )
  if (cells.division !== '' && !known.isDivision(cells.division) && !namesDivision) add('requirement.division-unknown', 'division')
  return cells.exceptionTo === '' ? readRequirement(row, cells, known, { faults, add }) : readException(row, cells, { faults, add })
}

function readException(row: number, cells: RequirementCells, { faults, add }: ReturnType<typeof faultsOf>): ReadRow {
  if (cells.division === '') add('requirement.division-unknown', 'division')
  const isRemoved = cells.amount === ''
  const read = isRemoved ? { rule: null } : readRule(cells.rule, cells.amount)
  if ('wrong' in read) add(`requirement.${read.wrong}`, read.wrong)
  if (faults.length > 0 || 'wrong' in read) return { parsed: null, faults }
  return { parsed: { kind: 'exception', row, to: cells.exceptionTo, id: cells.id, divisionCode: cells.division, rule: read.rule, note: cells.note }, faults }
}

function readRequirement(row: number, cells: RequirementCells, known: RequirementKnowledge, { faults, add }: ReturnType<typeof faultsOf>): ReadRow {
  const skill = cells.skill
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join('/')
  if (skill === '') add('requirement.skill-missing', 'skill')
  else if (!known.isSkill(skill) && !known.stored.some((one) => one.skill === skill)) add('requirement.skill-unknown', 'skill')
  const level = Number(/^(?:lv|level)?\s*([1-4])$/i.exec(plain(cells.level))?.[1]) as Level
  if (!isLevel(level)) add('requirement.level', 'level')
  const rule = readRule(cells.rule, cells.amount)
  if ('wrong' in rule) add(`requirement.${rule.wrong}`, rule.wrong)
  const reach = (plain(cells.reach).toLowerCase() || 'division') as RequirementReach
  if (!reachValues.includes(reach)) add('requirement.reach', 'reach')
  // Sections are at depth 2: below one of them there is none.
  if (reach === 'sections' && known.lineage(cells.division).length > 2) add('requirement.below-section', 'reach')
  const lists = { posts: listOf(cells.posts), jobTypes: listOf(cells.jobTypes), employments: listOf(cells.employments) }
  for (const column of ['posts', 'jobTypes', 'employments'] as const)
    if (lists[column].length > requirementLimits.list || lists[column].some((word) => word.length > requirementLimits.word)) add('requirement.too-long', column)
  const dayOf = (column: 'startsOn' | 'endsOn'): Day | null => {
    const day = cells[column] === '' ? null : readDay(cells[column])
    if (cells[column] !== '' && day === null) add('requirement.date', column)
    return day
  }
  const [startsOn, last] = [dayOf('startsOn'), dayOf('endsOn')]
  if (startsOn !== null && last !== null && last < startsOn) add('requirement.reversed', 'endsOn')
  if (faults.length > 0 || 'wrong' in rule) return { parsed: null, faults }
  const endsOn = last === null ? null : addDays(last, 1)
  const { id, division, note } = cells
  const requirement: Requirement = {
    id,
    divisionCode: division === '' ? null : division,
    skill,
    level,
    rule: rule.rule,
    reach,
    exceptions: [],
    ...lists,
    startsOn,
    endsOn,
    note,
  }
  return { parsed: { kind: 'requirement', row, requirement }, faults }
}
