import type { RegisterEntry, UnregisteredIssuer } from '../../../shared/contract/register'
import type { Result } from '../../../shared/model/problem'
import type { IssuerRegister, KeyMaterial, RegisteredIssuer, RegisteredKey } from '../../../shared/model/register'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'

interface IssuerRow extends Omit<RegisteredIssuer, 'keys'> {
  readonly rowId: number
}

const readIssuerRows = (db: Database): readonly IssuerRow[] =>
  readAll<IssuerRow>(
    db,
    'SELECT id AS rowId, uri AS id, name, name_en AS nameEn, confirmed_by AS confirmedBy, confirmed_on AS confirmedOn, how FROM issuer ORDER BY id',
  )

interface KeyRow {
  readonly id: string
  readonly material: string
  readonly validFrom: string | null
  readonly validUntil: string | null
}

const keysOf = (db: Database, issuerId: number): readonly RegisteredKey[] =>
  readAll<KeyRow>(
    db,
    'SELECT key_id AS id, material, valid_from AS validFrom, valid_until AS validUntil FROM issuer_key WHERE issuer_id = :issuerId ORDER BY ordering',
    { issuerId },
  ).map((key) => ({ ...key, material: JSON.parse(key.material) as KeyMaterial }))

/** The issuers a person in the city has confirmed, with their keys. */
export const readRegister = (db: Database): IssuerRegister => ({
  issuers: readIssuerRows(db).map(({ rowId, ...issuer }) => ({ ...issuer, keys: keysOf(db, rowId) })),
})

function saveIssuer(db: Database, { keys, id, ...issuer }: RegisteredIssuer): void {
  const row = readOne<{ rowId: number }>(
    db,
    `INSERT INTO issuer (uri, name, name_en, confirmed_by, confirmed_on, how) VALUES (:id, :name, :nameEn, :confirmedBy, :confirmedOn, :how)
     ON CONFLICT (uri) DO UPDATE
       SET name = excluded.name, name_en = excluded.name_en, confirmed_by = excluded.confirmed_by, confirmed_on = excluded.confirmed_on, how = excluded.how
     RETURNING id AS rowId`,
    { id, name: issuer.name, nameEn: issuer.nameEn, confirmedBy: issuer.confirmedBy, confirmedOn: issuer.confirmedOn, how: issuer.how },
  )
  const issuerId = row!.rowId // An upsert with RETURNING always gives its row.
  write(db, 'DELETE FROM issuer_key WHERE issuer_id = :issuerId', { issuerId })
  for (const [ordering, key] of keys.entries())
    write(
      db,
      `INSERT INTO issuer_key (issuer_id, ordering, key_id, material, valid_from, valid_until)
       VALUES (:issuerId, :ordering, :keyId, :material, :validFrom, :validUntil)`,
      { issuerId, ordering, keyId: key.id, material: JSON.stringify(key.material), validFrom: key.validFrom, validUntil: key.validUntil },
    )
}

/** Adds issuers to the register, or replaces the ones with the same ids, keys included. The replaced entries are written into the audit log. */
export const saveIssuers = (db: Database, { issuers, ...act }: { readonly issuers: readonly RegisteredIssuer[] } & Act): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      const before = new Map(readRegister(db).issuers.map((issuer) => [issuer.id, issuer]))
      for (const issuer of issuers) {
        saveIssuer(db, issuer)
        // Parsed again: JSON types have no readonly interfaces.
        const detail = JSON.parse(JSON.stringify({ before: before.get(issuer.id) ?? null, after: issuer })) as { before: null; after: null }
        appendAudit(db, { ...act, action: 'register.save', subject: issuer.id, detail })
      }
      return null
    }),
  )

/**
 * The register with two counts for each issuer: stored badges that name it (without rejected ones and versions without a day of their own), and those among
 * them that are not verified or confirmed. The caller adds the fingerprints of the keys.
 */
export const registerEntries = (db: Database): readonly Omit<RegisterEntry, 'keys'>[] =>
  readAll<Omit<RegisterEntry, 'keys'>>(
    db,
    `SELECT uri AS id, name, name_en AS nameEn, confirmed_by AS confirmedBy, confirmed_on AS confirmedOn, how,
            COUNT(credential.id) AS badges, COALESCE(SUM(grade NOT IN ('verified', 'confirmed')), 0) AS waiting
     FROM issuer LEFT JOIN credential ON issuer_id = uri AND superseded_by IS NULL AND grade <> 'rejected'
     GROUP BY issuer.id ORDER BY issuer.id`,
  )

/** Must equal the condition of the index over these verdicts, word for word. */
const lacksIssuerSql = `is_current = 1 AND integrity = 'intact' AND issuer IN ('unregistered', 'unauthenticated') AND time = 'current' AND status NOT IN ('revoked', 'suspended')`

/**
 * Issuers that badges name and the register does not contain, those with the most badges first. `wouldCount`: badges that are intact, current and not revoked,
 * and would count if the issuer were registered with the key that signed them.
 */
export const unregisteredIssuers = (db: Database): readonly Omit<UnregisteredIssuer, 'looksLike'>[] =>
  readAll<Omit<UnregisteredIssuer, 'looksLike'>>(
    db,
    `SELECT issuer_id AS id, MIN(claimed_issuer_name) AS claimedName, COUNT(*) AS badges, SUM(id IN (SELECT credential_id FROM verification WHERE ${lacksIssuerSql})) AS wouldCount
     FROM credential WHERE superseded_by IS NULL AND grade <> 'rejected' AND issuer_id IS NOT NULL AND issuer_id NOT IN (SELECT uri FROM issuer)
     GROUP BY issuer_id ORDER BY badges DESC, issuer_id`,
  )
