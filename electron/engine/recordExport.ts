import type { AuditAction } from '../../shared/contract/change'
import type { JsonValue } from '../../shared/model/json'
import { type Result, success } from '../../shared/model/problem'
import { isReadOnly, recordAct } from '../store'
import { act } from './act'
import type { Engine } from './handler'

/**
 * Records in the audit log that personal data leave the program: a report, or an original file. A folder that may not be written keeps no log, and can be
 * read all the same.
 */
export const recordExport = (
  engine: Pick<Engine, 'db' | 'now'>,
  entry: { readonly action: Extract<AuditAction, 'report.write' | 'original.save'>; readonly subject: string; readonly detail: JsonValue },
): Result<null> => (isReadOnly(engine.db) ? success(null) : recordAct(engine.db, { ...entry, ...act(engine) }))
