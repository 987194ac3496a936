import type { RequirementChanges } from '../../../shared/contract/requirement'
import type { JsonValue } from '../../../shared/model/json'
import type { Result } from '../../../shared/model/problem'
import type { Requirement, RequirementException, RequirementRule } from '../../../shared/model/requirement'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { type Database, transaction } from '../database/statement'
import { addException, putRequirement, readStoredRequirements, removeException, removeRequirement } from './requirement'

/** What is to be stored: requirements by id, ids that go, and whether everything else goes too. */
export interface RequirementEdit {
  readonly save: readonly Requirement[]
  readonly remove: readonly string[]
  readonly replace: boolean
  /** The ids of the rows that were given: only these are counted as unchanged. Requirements may be in `save` because of an exception alone. */
  readonly given: ReadonlySet<string>
}

type Row =
  | { readonly kind: 'requirement'; readonly own: Omit<Requirement, 'exceptions'> }
  | { readonly kind: 'exception'; readonly to: string; readonly own: RequirementException }

/** Requirements and exceptions by id. */
function rowsOf(requirements: readonly Requirement[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>()
  for (const { exceptions, ...own } of requirements) {
    rows.set(own.id, { kind: 'requirement', own })
    for (const one of exceptions) rows.set(one.id, { kind: 'exception', to: own.id, own: one })
  }
  return rows
}

/** The requirements after an edit. An id names one row: what had it before gives way. */
function edited(stored: readonly Requirement[], { save, remove, replace }: RequirementEdit): readonly Requirement[] {
  const saved = new Map(save.map((one) => [one.id, one]))
  const taken = new Set([...rowsOf(save).keys(), ...remove])
  const staying = replace
    ? []
    : stored.filter(({ id }) => !taken.has(id)).map((one) => ({ ...one, exceptions: one.exceptions.filter(({ id }) => !taken.has(id)) }))
  return [...staying, ...saved.values()]
}

const ruleJson = (rule: RequirementRule | null): JsonValue =>
  rule === null ? null : rule.kind === 'people' ? { kind: rule.kind, people: rule.people } : { kind: rule.kind, basisPoints: rule.basisPoints }

/** A row as it is compared and logged: its members in one order, wherever it came from. */
function json(row: Row | undefined): JsonValue {
  if (row === undefined) return null
  if (row.kind === 'exception') {
    const { id, divisionCode, rule, note } = row.own
    return { id, exceptionTo: row.to, divisionCode, rule: ruleJson(rule), note }
  }
  const { id, divisionCode, skill, level, rule, reach, posts, jobTypes, employments, startsOn, endsOn, note } = row.own
  const lists = { posts: [...posts], jobTypes: [...jobTypes], employments: [...employments] }
  return { id, divisionCode, skill, level, rule: ruleJson(rule), reach, ...lists, startsOn, endsOn, note }
}

/** A row before and after the edit. */
interface Change {
  readonly id: string
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** What an edit changes, and how many rows of each kind. */
function changesOf(stored: readonly Requirement[], edit: RequirementEdit): { readonly changes: readonly Change[]; readonly sums: RequirementChanges } {
  const [before, after] = [rowsOf(stored), rowsOf(edited(stored, edit))]
  const sums = { new: 0, changed: 0, unchanged: 0, removed: 0 }
  const changes: Change[] = []
  for (const id of new Set([...after.keys(), ...before.keys()])) {
    const change = { id, before: before.get(id), after: after.get(id) }
    const isSame = JSON.stringify(json(change.before)) === JSON.stringify(json(change.after))
    if (isSame) {
      if (edit.given.has(id)) sums.unchanged += 1
      continue
    }
    sums[change.before === undefined ? 'new' : change.after === undefined ? 'removed' : 'changed'] += 1
    changes.push(change)
  }
  return { changes, sums }
}

/** What an edit would change; nothing is written. */
export const previewRequirements = (db: Database, edit: RequirementEdit): RequirementChanges => changesOf(readStoredRequirements(db), edit).sums

function applyChanges(db: Database, changes: readonly Change[]): void {
  for (const { id, before, after } of changes) {
    if (before?.kind === 'exception') removeException(db, id)
    if (before?.kind === 'requirement' && after?.kind !== 'requirement') removeRequirement(db, id)
  }
  for (const { after } of changes) if (after?.kind === 'requirement') putRequirement(db, after.own)
  for (const { after } of changes) if (after?.kind === 'exception') addException(db, after.own, after.to)
}

/** Stores an edit in one step, with an entry in the audit log for each row that changes. */
export const saveRequirements = (db: Database, edit: RequirementEdit, act: Act): Result<RequirementChanges> =>
  attempt(() =>
    transaction(db, () => {
      const { changes, sums } = changesOf(readStoredRequirements(db), edit)
      applyChanges(db, changes)
      for (const { id, before, after } of changes)
        appendAudit(db, {
          ...act,
          action: after === undefined ? 'requirement.remove' : 'requirement.save',
          subject: id,
          detail: { before: json(before), after: json(after) },
        })
      return sums
    }),
  )
