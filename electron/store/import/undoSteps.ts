import { bindMappings, releaseMappings } from '../coverage/binding'
import { settleKeys } from '../credential/version'
import { type Database, readAll, readOne, write } from '../database/statement'

// The parts of an undo, each done in one transaction. Each function removes the next rows of one kind from the import, so that the next call finds the rows
// after them: nothing is counted twice where the program is killed in between.

/** One part of an undo: of which import, how many rows at most, and when. */
export interface Portion {
  readonly importId: string
  readonly limit: number
  readonly at: string
}

/** Rows that were removed from the import; none where the step has ended. */
export interface Undone {
  readonly rows: number
  /** Where to continue, for rows that are only changed. */
  readonly cursor?: number
  readonly removed?: number
  readonly supports?: number
  readonly verdicts?: number
}

/** How many rows an import still has: the total of its undo. */
export const countRows = (db: Database, importId: string): number =>
  readOne<{ count: number }>(
    db,
    `SELECT (SELECT COUNT(*) FROM credential WHERE import_id = :importId) + (SELECT COUNT(*) FROM support WHERE import_id = :importId)
          + (SELECT COUNT(*) FROM import_item WHERE import_id = :importId) + (SELECT COUNT(*) FROM envelope WHERE import_id = :importId) AS count`,
    { importId },
  )!.count // A SELECT without FROM always gives one row.

const listed = (ids: Iterable<number | string | null>): string => JSON.stringify([...new Set(ids)].filter((id) => id !== null))

/** The earliest other import that contained the row too and is neither undone, being undone nor cancelled. */
const heirSql = (column: 'credential_id' | 'support_id', row: string): string =>
  `(SELECT import.id FROM import_item JOIN import ON import.id = import_item.import_id
    WHERE import_item.${column} = ${row} AND import.id <> :importId AND import.state NOT IN ('undone', 'cancelled')
      AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.import_id = import.id)
    ORDER BY import.started_at, import.rowid LIMIT 1)`

/** Gives pending reverifications that the import requested another reason: they stay. */
export const unlinkRequests = (db: Database, { importId, limit }: Portion): Undone => ({
  rows: write(
    db,
    `UPDATE outstanding SET import_id = NULL, why = 'undo'
     WHERE (credential_id, asked) IN (SELECT credential_id, asked FROM outstanding WHERE import_id = :importId LIMIT :limit)`,
    { importId, limit },
  ).changes,
})

/** Deletes originals among these that no credential and no supporting document came from. */
const dropUnusedOriginals = (db: Database, ids: string): void =>
  void write(
    db,
    `DELETE FROM original
     WHERE id IN (SELECT value FROM json_each(:ids))
       AND NOT EXISTS (SELECT 1 FROM credential WHERE credential.original_id = original.id)
       AND NOT EXISTS (SELECT 1 FROM support WHERE support.original_id = original.id)`,
    { ids },
  )

/** Unbinds mappings that the import bound to an issuer, binds them again where the remaining badges allow it, and deletes achievements nothing refers to any more. */
export function undoBindings(db: Database, importId: string): void {
  const bound = listed(readAll<{ id: number }>(db, 'SELECT DISTINCT achievement_id AS id FROM mapping').map(({ id }) => id))
  releaseMappings(db, importId)
  bindMappings(db)
  dropUnusedAchievements(db, bound)
}

interface CredentialRow {
  readonly id: number
  readonly originalId: number
  readonly achievementId: number | null
  readonly dependencies: number | null
  readonly key: string | null
  readonly heir: string | null
}

/** Hands credentials over to other imports that contained them too, with their verdicts and matches. */
function handOver(db: Database, importId: string, rows: readonly CredentialRow[]): void {
  for (const [heir, own] of Map.groupBy(rows, (row) => row.heir)) {
    if (heir === null) continue
    const ids = listed(own.map(({ id }) => id))
    write(db, 'UPDATE credential SET import_id = :heir WHERE id IN (SELECT value FROM json_each(:ids))', { heir, ids })
    // The plus keeps SQLite from using the index by import, in which it would search each credential among all of the import.
    for (const table of ['verification', 'person_match'])
      write(db, `UPDATE ${table} SET import_id = :heir WHERE credential_id IN (SELECT value FROM json_each(:ids)) AND +import_id = :importId`, {
        heir,
        ids,
        importId,
      })
  }
}

/** Deletes decisions on an identity with the last credential that has the identity; until then they move to another one. */
function dropUnusedLinks(db: Database, ids: string): void {
  write(
    db,
    `UPDATE recipient_link SET credential_id = (
       SELECT id FROM credential WHERE person_id = recipient_link.person_id AND matched_identity = recipient_link.identity
         AND id NOT IN (SELECT value FROM json_each(:ids)) LIMIT 1)
     WHERE credential_id IN (SELECT value FROM json_each(:ids)) AND EXISTS (
       SELECT 1 FROM credential WHERE person_id = recipient_link.person_id AND matched_identity = recipient_link.identity
         AND id NOT IN (SELECT value FROM json_each(:ids)))`,
    { ids },
  )
  write(db, 'DELETE FROM recipient_link WHERE credential_id IN (SELECT value FROM json_each(:ids))', { ids })
}

/** The columns that refer to a table, as the schema has them. */
const referrers = (db: Database, parent: string): readonly { readonly table: string; readonly column: string }[] =>
  readAll(
    db,
    `SELECT child.name AS "table", key."from" AS "column" FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key
     WHERE child.type = 'table' AND key."table" = :parent`,
    { parent },
  )

/** Deletes achievements among these that nothing refers to any more. */
function dropUnusedAchievements(db: Database, ids: string): void {
  const unnamed = referrers(db, 'achievement').map(({ table, column }) => `AND NOT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = achievement.id)`)
  write(db, `DELETE FROM achievement WHERE id IN (SELECT value FROM json_each(:ids)) ${unnamed.join(' ')}`, { ids })
}

function removeCredentials(db: Database, rows: readonly CredentialRow[], at: string): void {
  const ids = listed(rows.map(({ id }) => id))
  dropUnusedLinks(db, ids)
  write(db, 'UPDATE credential SET superseded_by = NULL, superseded_at = NULL WHERE superseded_by IN (SELECT value FROM json_each(:ids))', { ids })
  // Deleted at once: the schema would delete these with each credential, one by one, in twice the time.
  for (const table of ['outstanding', 'person_match', 'verification'])
    write(db, `DELETE FROM ${table} WHERE credential_id IN (SELECT value FROM json_each(:ids))`, { ids })
  write(db, 'DELETE FROM credential WHERE id IN (SELECT value FROM json_each(:ids))', { ids })
  dropUnusedOriginals(db, listed(rows.map(({ originalId }) => originalId)))
  dropUnusedAchievements(db, listed(rows.map(({ achievementId }) => achievementId)))
  write(db, 'DELETE FROM hanging WHERE id IN (SELECT value FROM json_each(:ids)) AND NOT EXISTS (SELECT 1 FROM credential WHERE hangs_on = hanging.id)', {
    ids: listed(rows.map(({ dependencies }) => dependencies)),
  })
  settleKeys(db, { keys: rows.map(({ key }) => key), at })
}

/** How many credentials `undoCredentials` would remove, and how many another import contained too. */
export const countRemovable = (db: Database, importId: string): { readonly removed: number; readonly shared: number } =>
  readOne<{ removed: number; shared: number }>(
    db,
    `SELECT COALESCE(SUM(heir IS NULL), 0) AS removed, COALESCE(SUM(heir IS NOT NULL), 0) AS shared
     FROM (SELECT ${heirSql('credential_id', 'credential.id')} AS heir FROM credential WHERE import_id = :importId)`,
    { importId },
  )! // Sums without GROUP BY always give one row.

/** Removes credentials that only this import contained, with everything stored of them; the others are handed over to an import that contained them too. */
export function undoCredentials(db: Database, { importId, limit, at }: Portion): Undone {
  const rows = readAll<CredentialRow>(
    db,
    `SELECT id, original_id AS originalId, achievement_id AS achievementId, hangs_on AS dependencies, credential_key AS key,
            ${heirSql('credential_id', 'credential.id')} AS heir
     FROM credential WHERE import_id = :importId ORDER BY id LIMIT :limit`,
    { importId, limit },
  )
  const own = rows.filter(({ heir }) => heir === null)
  handOver(db, importId, rows)
  if (own.length > 0) removeCredentials(db, own, at)
  return { rows: rows.length, removed: own.length }
}

/** Removes verdicts the import caused for credentials that stay: the last verdict left of each is current again. */
export function undoVerdicts(db: Database, { importId, limit, at }: Portion): Undone {
  const rows = readAll<{ id: number; credentialId: number; key: string | null }>(
    db,
    `SELECT verification.id, credential_id AS credentialId, credential_key AS key
     FROM verification JOIN credential ON credential.id = credential_id WHERE verification.import_id = :importId ORDER BY verification.id LIMIT :limit`,
    { importId, limit },
  )
  const ids = listed(rows.map(({ credentialId }) => credentialId))
  write(db, 'DELETE FROM verification WHERE id IN (SELECT value FROM json_each(:ids))', { ids: listed(rows.map(({ id }) => id)) })
  write(
    db,
    `UPDATE verification SET is_current = 1 WHERE is_current = 0
       AND id IN (SELECT (SELECT MAX(id) FROM verification WHERE credential_id = value) FROM json_each(:ids))`,
    { ids },
  )
  write(
    db,
    `UPDATE credential SET (grade, status) = (SELECT grade, status FROM verification WHERE credential_id = credential.id AND is_current = 1)
     WHERE id IN (SELECT value FROM json_each(:ids))`,
    { ids },
  )
  settleKeys(db, { keys: rows.map(({ key }) => key), at })
  return { rows: rows.length, verdicts: rows.length }
}

/** Removes matches the import caused for credentials that stay: the last match left of each applies again. */
export function undoMatches(db: Database, { importId, limit }: Portion): Undone {
  const rows = readAll<{ id: number; credentialId: number }>(
    db,
    'SELECT id, credential_id AS credentialId FROM person_match WHERE import_id = :importId ORDER BY id LIMIT :limit',
    { importId, limit },
  )
  write(db, 'DELETE FROM person_match WHERE id IN (SELECT value FROM json_each(:ids))', { ids: listed(rows.map(({ id }) => id)) })
  write(
    db,
    `UPDATE credential SET (person_id, matched_identity) =
       (SELECT person_id, identity FROM person_match WHERE credential_id = credential.id ORDER BY id DESC LIMIT 1)
     WHERE id IN (SELECT value FROM json_each(:ids))`,
    { ids: listed(rows.map(({ credentialId }) => credentialId)) },
  )
  return { rows: rows.length }
}

/** Hands supporting documents over to other imports that contained them too; the rest is removed by `undoSupports`. */
export const handOverSupports = (db: Database, importId: string): void =>
  void write(
    db,
    `UPDATE support SET import_id = ${heirSql('support_id', 'support.id')}
     WHERE import_id = :importId AND ${heirSql('support_id', 'support.id')} IS NOT NULL`,
    { importId },
  )

/** Removes supporting documents that only this import contained. */
export function undoSupports(db: Database, { importId, limit }: Portion): Undone {
  const rows = readAll<{ id: number; originalId: number }>(
    db,
    'SELECT id, original_id AS originalId FROM support WHERE import_id = :importId ORDER BY id LIMIT :limit',
    { importId, limit },
  )
  write(db, 'DELETE FROM support WHERE id IN (SELECT value FROM json_each(:ids))', { ids: listed(rows.map(({ id }) => id)) })
  dropUnusedOriginals(db, listed(rows.map(({ originalId }) => originalId)))
  return { rows: rows.length, supports: rows.length }
}

/**
 * Erases names from the import's log: file names, achievements, details of problems, digests. Outcomes and grades stay, so that the sums of an undone import
 * still add up.
 */
export function eraseLines(db: Database, { importId, limit, cursor }: Portion & { readonly cursor: number }): Undone {
  const last = readOne<{ last: number | null }>(
    db,
    'SELECT MAX(sequence) AS last FROM (SELECT sequence FROM import_item WHERE import_id = :importId AND sequence > :cursor ORDER BY sequence LIMIT :limit)',
    { importId, cursor, limit },
  )?.last
  if (last === null || last === undefined) return { rows: 0 }
  const { changes } = write(
    db,
    `UPDATE import_item
     SET source = '', achievement_name = NULL, sha256 = NULL, problem_at = NULL, problem_detail = NULL, credential_id = NULL, support_id = NULL
     WHERE import_id = :importId AND sequence > :cursor AND sequence <= :last`,
    { importId, cursor, last },
  )
  return { rows: changes, cursor: last }
}

/** Removes envelopes of the import. */
export const undoEnvelopes = (db: Database, { importId, limit }: Portion): Undone => ({
  rows: write(db, 'DELETE FROM envelope WHERE id IN (SELECT id FROM envelope WHERE import_id = :importId ORDER BY id LIMIT :limit)', { importId, limit })
    .changes,
})
