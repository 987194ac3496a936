import { failure, type Result } from '../../shared/model/problem'
import type { Act } from './act'
import { appendAudit } from './audit'
import { attempt } from './databaseProblem'
import { dropUnusedOriginal } from './original'
import { type Database, readAll, readOne, transaction, write } from './statement'
import { showVerdict } from './verification'
import { settleKey } from './version'

/** What this import brought, but a later one that still stands brought too, belongs to that one from now on. */
function handOver(db: Database, importId: string): void {
  for (const { table, column } of [
    { table: 'credential', column: 'credential_id' },
    { table: 'support', column: 'support_id' },
  ] as const) {
    const heirs = readAll<{ id: number; heir: string }>(
      db,
      `SELECT ${table}.id, (SELECT import.id FROM import_item JOIN import ON import.id = import_item.import_id
                            WHERE import_item.${column} = ${table}.id AND import.id <> :importId AND import.state NOT IN ('undone', 'cancelled')
                            ORDER BY import.started_at, import.rowid LIMIT 1) AS heir
       FROM ${table} WHERE import_id = :importId`,
      { importId },
    ).filter(({ heir }) => heir !== null)
    for (const { id, heir } of heirs) {
      write(db, `UPDATE ${table} SET import_id = :heir WHERE id = :id`, { id, heir })
      if (table !== 'credential') continue
      write(db, 'UPDATE verification SET import_id = :heir WHERE credential_id = :id AND import_id = :importId', { id, heir, importId })
      write(db, 'UPDATE person_match SET import_id = :heir WHERE credential_id = :id AND import_id = :importId', { id, heir, importId })
    }
  }
}

/** Removes what this import alone brought. @returns keys whose versions must be settled again. */
function remove(db: Database, importId: string): { readonly removed: number; readonly supports: number; readonly keys: readonly string[] } {
  const originals = readAll<{ id: number }>(
    db,
    'SELECT original_id AS id FROM credential WHERE import_id = :importId UNION SELECT original_id FROM support WHERE import_id = :importId',
    { importId },
  )
  const keys = readAll<{ key: string }>(
    db,
    'SELECT DISTINCT credential_key AS key FROM credential WHERE import_id = :importId AND credential_key IS NOT NULL',
    { importId },
  )
  write(
    db,
    `UPDATE credential SET superseded_by = NULL, superseded_at = NULL
     WHERE superseded_by IN (SELECT id FROM credential WHERE import_id = :importId)`,
    { importId },
  )
  const removed = write(db, 'DELETE FROM credential WHERE import_id = :importId', { importId }).changes
  write(db, 'DELETE FROM accepted_evidence WHERE import_id = :importId', { importId })
  const supports = write(db, 'DELETE FROM support WHERE import_id = :importId', { importId }).changes
  for (const { id } of originals) dropUnusedOriginal(db, id)
  return { removed, supports, keys: keys.map(({ key }) => key) }
}

/** Verdicts this import brought about on credentials that stay: the one before becomes current again. @returns the credentials concerned. */
function takeBackVerdicts(db: Database, importId: string): readonly number[] {
  const concerned = readAll<{ id: number }>(db, 'SELECT DISTINCT credential_id AS id FROM verification WHERE import_id = :importId', { importId })
    .map(({ id }) => id)
    .filter((id) => readOne(db, 'SELECT 1 FROM credential WHERE id = :id AND import_id <> :importId', { id, importId }) !== undefined)
  for (const id of concerned) {
    write(db, 'DELETE FROM verification WHERE credential_id = :id AND import_id = :importId', { id, importId })
    write(db, 'UPDATE verification SET is_current = 1 WHERE id = (SELECT MAX(id) FROM verification WHERE credential_id = :id) AND is_current = 0', { id })
    showVerdict(db, id)
  }
  return concerned
}

/** Matches this import brought to credentials that stay: what was known before is known again. */
function takeBackMatches(db: Database, importId: string): void {
  const concerned = readAll<{ id: number }>(db, 'SELECT DISTINCT credential_id AS id FROM person_match WHERE import_id = :importId', { importId })
  write(db, 'DELETE FROM person_match WHERE import_id = :importId', { importId })
  for (const { id } of concerned) {
    const last = readOne<{ personId: number | null; identity: string | null }>(
      db,
      'SELECT person_id AS personId, identity FROM person_match WHERE credential_id = :id ORDER BY id DESC LIMIT 1',
      { id },
    )
    write(db, 'UPDATE credential SET person_id = :personId, matched_identity = :identity WHERE id = :id', {
      id,
      personId: last?.personId ?? null,
      identity: last?.identity ?? null,
    })
  }
}

/**
 * Takes a whole import back: what it brought is gone, what it had replaced stands again, verdicts and matches it brought about are as before.
 * The import itself stays in the list, with its items.
 *
 * @param as `cancelled` where it was stopped under way.
 * @returns how many credentials and supporting documents were removed; `import.not-found`, `import.already-undone`.
 */
export function undoImport(
  db: Database,
  { importId, as = 'undone', ...act }: { readonly importId: string; readonly as?: 'undone' | 'cancelled' } & Act,
): Result<{ readonly removed: number; readonly supports: number }> {
  const row = readOne<{ state: string }>(db, 'SELECT state FROM import WHERE id = :importId', { importId })
  if (row === undefined) return failure({ code: 'import.not-found', detail: importId })
  if (row.state === 'undone' || row.state === 'cancelled') return failure({ code: 'import.already-undone', detail: importId })
  return attempt(() =>
    transaction(db, () => {
      handOver(db, importId)
      write(db, "UPDATE outstanding SET import_id = NULL, why = 'undo' WHERE import_id = :importId", { importId })
      const reopened = takeBackVerdicts(db, importId)
      takeBackMatches(db, importId)
      const { removed, supports, keys } = remove(db, importId)
      const more = reopened.flatMap((id) => {
        const key = readOne<{ key: string | null }>(db, 'SELECT credential_key AS key FROM credential WHERE id = :id', { id })?.key
        return key === null || key === undefined ? [] : [key]
      })
      for (const key of new Set([...keys, ...more])) settleKey(db, { key, at: act.at })
      write(db, 'UPDATE import SET state = :as, finished_at = COALESCE(finished_at, :at), cursor = NULL, remaining = NULL WHERE id = :importId', {
        importId,
        as,
        at: act.at,
      })
      appendAudit(db, { ...act, action: 'import.undo', subject: importId, detail: { as, removed, supports, verdicts: reopened.length } })
      return { removed, supports }
    }),
  )
}
