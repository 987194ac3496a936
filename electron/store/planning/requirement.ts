import type { Day } from '../../../shared/model/day'
import type { Requirement, RequirementException, RequirementReach, RequirementRule } from '../../../shared/model/requirement'
import type { Level } from '../../../shared/model/skill'
import { type Database, readAll, write } from '../database/statement'

interface RuleRow {
  readonly rule: RequirementRule['kind'] | null
  readonly amount: number | null
}

interface RequirementRow extends RuleRow {
  readonly id: string
  readonly division_code: string | null
  readonly skill: string
  readonly level: Level
  readonly reach: RequirementReach
  readonly posts: string
  readonly job_types: string
  readonly employments: string
  readonly starts_on: Day | null
  readonly ends_on: Day | null
  readonly note: string
}

interface ExceptionRow extends RuleRow {
  readonly id: string
  readonly requirement_id: string
  readonly division_code: string
  readonly note: string
}

const ruleOf = ({ rule, amount }: RuleRow): RequirementRule | null =>
  rule === null || amount === null ? null : rule === 'people' ? { kind: 'people', people: amount } : { kind: 'share', basisPoints: amount }

/** A rule as two columns. */
const columnsOf = (rule: RequirementRule | null): { readonly rule: string | null; readonly amount: number | null } =>
  rule === null ? { rule: null, amount: null } : { rule: rule.kind, amount: rule.kind === 'people' ? rule.people : rule.basisPoints }

// Written by `putRequirement` alone.
const listOf = (json: string): readonly string[] => JSON.parse(json) as readonly string[]

/** All requirements with their exceptions, by id. */
export function readStoredRequirements(db: Database): readonly Requirement[] {
  const rows = readAll<RequirementRow>(db, 'SELECT * FROM requirement ORDER BY id')
  const exceptions = Map.groupBy(readAll<ExceptionRow>(db, 'SELECT * FROM requirement_exception ORDER BY id'), ({ requirement_id }) => requirement_id)
  return rows.map((row) => ({
    id: row.id,
    divisionCode: row.division_code,
    skill: row.skill,
    level: row.level,
    rule: ruleOf(row)!, // Neither column of a requirement can be null.
    reach: row.reach,
    exceptions: (exceptions.get(row.id) ?? []).map((one) => ({ id: one.id, divisionCode: one.division_code, rule: ruleOf(one), note: one.note })),
    posts: listOf(row.posts),
    jobTypes: listOf(row.job_types),
    employments: listOf(row.employments),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    note: row.note,
  }))
}

/** Adds a requirement, or replaces the one with its id; exceptions are written by themselves. */
export const putRequirement = (db: Database, requirement: Omit<Requirement, 'exceptions'>): void =>
  void write(
    db,
    `INSERT INTO requirement (id, division_code, skill, level, rule, amount, reach, posts, job_types, employments, starts_on, ends_on, note)
     VALUES (:id, :divisionCode, :skill, :level, :rule, :amount, :reach, :posts, :jobTypes, :employments, :startsOn, :endsOn, :note)
     ON CONFLICT (id) DO UPDATE SET division_code = excluded.division_code, skill = excluded.skill, level = excluded.level, rule = excluded.rule,
       amount = excluded.amount, reach = excluded.reach, posts = excluded.posts, job_types = excluded.job_types, employments = excluded.employments,
       starts_on = excluded.starts_on, ends_on = excluded.ends_on, note = excluded.note`,
    {
      id: requirement.id,
      divisionCode: requirement.divisionCode,
      skill: requirement.skill,
      level: requirement.level,
      ...columnsOf(requirement.rule),
      reach: requirement.reach,
      posts: JSON.stringify(requirement.posts),
      jobTypes: JSON.stringify(requirement.jobTypes),
      employments: JSON.stringify(requirement.employments),
      startsOn: requirement.startsOn,
      endsOn: requirement.endsOn,
      note: requirement.note,
    },
  )

/** Adds an exception to a requirement. */
export const addException = (db: Database, { id, divisionCode, rule, note }: RequirementException, requirementId: string): void =>
  void write(
    db,
    `INSERT INTO requirement_exception (id, requirement_id, division_code, rule, amount, note)
     VALUES (:id, :requirementId, :divisionCode, :rule, :amount, :note)`,
    { id, requirementId, divisionCode, ...columnsOf(rule), note },
  )

/** Removes a requirement with its exceptions, or the exception with this id. */
export function removeRequirement(db: Database, id: string): void {
  write(db, 'DELETE FROM requirement WHERE id = :id', { id })
  removeException(db, id)
}

export const removeException = (db: Database, id: string): void => void write(db, 'DELETE FROM requirement_exception WHERE id = :id', { id })
