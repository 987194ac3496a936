import { createHash } from 'node:crypto'
import type { AuditAction } from '../../../shared/contract/change'
import type { JsonValue } from '../../../shared/model/json'
import type { Result } from '../../../shared/model/problem'
import type { Act } from './act'
import { attempt } from './databaseProblem'
import { type Database, iterate, readAll, readOne, snapshot, transaction, write } from './statement'

export interface AuditEntry extends Act {
  readonly id: number
  readonly action: AuditAction
  readonly subject: string
  readonly detail: JsonValue
}

interface Row {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly action: AuditAction
  readonly subject: string
  readonly detail: string
  readonly previous_hash: string
  readonly hash: string
}

/** SHA-256 (hex) over the row and the hash of the one before it: a change anywhere breaks the chain from there. */
const hashOf = (row: Omit<Row, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([row.previous_hash, row.id, row.at, row.actor, row.action, row.subject, row.detail]))
    .digest('hex')

/** Adds a row to the log. Call it inside the transaction of what it tells about, so that neither stands without the other. */
export function appendAudit(db: Database, entry: Omit<AuditEntry, 'id'>): void {
  const head = readOne<{ count: number; hash: string }>(db, 'SELECT count, hash FROM audit_head WHERE only = 1')
  const row = {
    id: (head?.count ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    detail: JSON.stringify(entry.detail),
    previous_hash: head?.hash ?? '',
  }
  const hash = hashOf(row)
  write(
    db,
    `INSERT INTO audit (id, at, actor, action, subject, detail, previous_hash, hash)
     VALUES (:id, :at, :actor, :action, :subject, :detail, :previous_hash, :hash)`,
    { ...row, hash },
  )
  write(db, 'UPDATE audit_head SET count = :id, hash = :hash WHERE only = 1', { id: row.id, hash })
}

/** Adds a row to the log about something that leaves no other trace in the database, such as a report that was written. */
export const recordAct = (db: Database, entry: Omit<AuditEntry, 'id'>): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      appendAudit(db, entry)
      return null
    }),
  )

/**
 * Is the log as it was written?
 *
 * @returns the id of the first row that was changed, put in or is missing; null where the chain is whole.
 */
export const verifyAudit = (db: Database): number | null => snapshot(db, () => firstBroken(db))

function firstBroken(db: Database): number | null {
  let expected = 1
  let previous = ''
  for (const row of iterate<Row>(db, 'SELECT * FROM audit ORDER BY id')) {
    if (row.id !== expected || row.previous_hash !== previous || row.hash !== hashOf(row)) return expected
    previous = row.hash
    expected += 1
  }
  const head = readOne<{ count: number; hash: string }>(db, 'SELECT count, hash FROM audit_head WHERE only = 1')
  return head?.count === expected - 1 && head.hash === previous ? null : expected
}

/** The newest entries first. */
export const readAudit = (db: Database, { offset, limit }: { readonly offset: number; readonly limit: number }): readonly AuditEntry[] =>
  readAll<Row>(db, 'SELECT * FROM audit ORDER BY id DESC LIMIT :limit OFFSET :offset', { offset, limit }).map(({ id, at, actor, action, subject, detail }) => ({
    id,
    at,
    actor,
    action,
    subject,
    detail: JSON.parse(detail) as JsonValue,
  }))
