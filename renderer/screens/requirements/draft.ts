import type { ListedRequirement } from '../../../shared/contract/requirement'
import { addDays, type Day } from '../../../shared/model/day'
import { freeIds, type RequirementReach, type RequirementRule, requirementLimits } from '../../../shared/model/requirement'
import type { Level } from '../../../shared/model/skill'
import { readPeople, type stored } from './edit'

/** What is typed into the form; texts as they were typed. */
export interface Draft {
  readonly id: string
  /** Empty for the whole city. */
  readonly divisionCode: string
  readonly skill: string
  readonly level: Level
  readonly kind: RequirementRule['kind']
  readonly amount: string
  readonly reach: RequirementReach
  readonly posts: string
  readonly jobTypes: string
  readonly employments: string
  readonly startsOn: Day | ''
  readonly lastDay: Day | ''
  readonly note: string
  readonly exceptions: readonly DraftException[]
}

export interface DraftException {
  readonly id: string
  readonly divisionCode: string
  /** Empty takes the requirement away there. */
  readonly amount: string
  readonly note: string
}

const amountText = (rule: RequirementRule): string => String(rule.kind === 'people' ? rule.people : rule.basisPoints / 100)

/** The form of a stored requirement, or of a new one. */
export function draftOf(of: ListedRequirement | null, requirements: readonly ListedRequirement[], skill: string): Draft {
  const taken = new Set(requirements.flatMap(({ id, exceptions }) => [id, ...exceptions.map((one) => one.id)]))
  if (of === null) {
    const lists = { posts: '', jobTypes: '', employments: '' }
    return {
      id: freeIds(taken).next().value,
      divisionCode: '',
      skill,
      level: 1,
      kind: 'people',
      amount: '1',
      reach: 'division',
      ...lists,
      startsOn: '',
      lastDay: '',
      note: '',
      exceptions: [],
    }
  }
  return {
    id: of.id,
    divisionCode: of.divisionCode ?? '',
    skill: of.skill,
    level: of.level,
    kind: of.rule.kind,
    amount: amountText(of.rule),
    reach: of.reach,
    posts: of.posts.join('、'),
    jobTypes: of.jobTypes.join('、'),
    employments: of.employments.join('、'),
    startsOn: of.startsOn ?? '',
    lastDay: of.endsOn === null ? '' : addDays(of.endsOn, -1),
    note: of.note,
    exceptions: of.exceptions.map(({ id, divisionCode, rule, note }) => ({ id, divisionCode, amount: rule === null ? '' : amountText(rule), note })),
  }
}

/** The rule of a kind and an amount; null where the amount is none. */
export function ruleOf(kind: RequirementRule['kind'], amount: string): RequirementRule | null {
  if (kind === 'people') {
    const people = readPeople(amount)
    return people === undefined || people === null ? null : { kind, people }
  }
  const [, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?[%％]?$/.exec(amount.normalize('NFKC').trim()) ?? []
  const basisPoints = whole === undefined ? 0 : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return basisPoints >= 1 && basisPoints <= requirementLimits.basisPoints ? { kind, basisPoints } : null
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,;；]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

/** The requirement of a form; null where an amount is wrong. */
export function requirementOf(draft: Draft): ReturnType<typeof stored> | null {
  const { id, divisionCode, skill, level, kind, amount, reach, posts, jobTypes, employments, startsOn, lastDay, note } = draft
  const rule = ruleOf(kind, amount)
  const exceptions = reach === 'sections' ? draft.exceptions.map((one) => ({ ...one, rule: one.amount.trim() === '' ? null : ruleOf(kind, one.amount) })) : []
  if (rule === null || exceptions.some((one) => one.amount.trim() !== '' && one.rule === null)) return null
  return {
    id,
    divisionCode: divisionCode === '' ? null : divisionCode,
    skill,
    level,
    rule,
    reach,
    exceptions: exceptions.map((one) => ({ id: one.id, divisionCode: one.divisionCode, rule: one.rule, note: one.note })),
    posts: listOf(posts),
    jobTypes: listOf(jobTypes),
    employments: listOf(employments),
    startsOn: startsOn === '' ? null : startsOn,
    endsOn: lastDay === '' ? null : addDays(lastDay, 1),
    note,
  }
}
