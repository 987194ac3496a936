import type { Result } from '../../../shared/model/problem'
import { checkOriginalsAt, checkTableAt, mendIndexesAt, rebuildAt, tablesAt, verifyAuditAt } from '../../store'

/** What is done with the database beside the thread that answers calls, by name: each with the database's path and what it is asked. */
export const tasks = {
  tables: (path: string, _asked: null) => tablesAt(path),
  checkTable: checkTableAt,
  mendIndexes: mendIndexesAt,
  checkOriginals: checkOriginalsAt,
  verifyAudit: (path: string, _asked: null) => verifyAuditAt(path),
  rebuild: (path: string, _asked: null) => rebuildAt(path),
} as const

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type Asked<Name extends TaskName> = Parameters<Tasks[Name]>[1]
export type Answer<Name extends TaskName> = Extract<ReturnType<Tasks[Name]>, { ok: true }> extends { readonly value: infer Value } ? Result<Value> : never

export interface Request<Name extends TaskName = TaskName> {
  readonly name: Name
  readonly path: string
  readonly asked: Asked<Name>
}
