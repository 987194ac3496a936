import type { Result } from '../../../shared/model/problem'
import { checkOriginalsAt, checkTableAt, mendIndexesAt, rebuildAt, tablesAt, verifyAuditAt } from '../../store'

/** The tasks of the maintenance thread by name: each takes the database's path and its input. */
export const tasks = {
  tables: (path: string, _input: null) => tablesAt(path),
  checkTable: checkTableAt,
  mendIndexes: mendIndexesAt,
  checkOriginals: checkOriginalsAt,
  verifyAudit: (path: string, _input: null) => verifyAuditAt(path),
  rebuild: (path: string, _input: null) => rebuildAt(path),
} as const

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[1]
export type Answer<Name extends TaskName> = Extract<ReturnType<Tasks[Name]>, { ok: true }> extends { readonly value: infer Value } ? Result<Value> : never

export interface Request<Name extends TaskName = TaskName> {
  readonly name: Name
  readonly path: string
  readonly input: TaskInput<Name>
}
