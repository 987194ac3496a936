import type { AchievementClaim } from '../../../shared/contract/people'
import type { Achievement, Credential } from '../../../shared/model/credential'
import { type Database, readAll, readOne } from '../database/statement'

/** How an issuer describes its achievement. */
export interface Description {
  readonly achievement: Achievement
  /** The achievement's name, or the badge's own where the achievement has none. */
  readonly name: string | null
}

/**
 * How does the issuer describe this achievement? As the newest of its badges that count: by its own date, then by its id. The order of imports does not
 * decide, and a badge that counts no longer describes nothing.
 *
 * @param achievementId The store's number of an issuer's achievement.
 * @returns null where none of its badges counts: what others say of it is a claim.
 */
export function readDescription(db: Database, achievementId: number): Description | null {
  // The order is that of the index, read backwards.
  const row = readOne<{ name: string | null; document: string }>(
    db,
    `SELECT achievement_name AS name, document FROM credential WHERE achievement_id = :achievementId AND counting = 1
     ORDER BY valid_from_milliseconds DESC, substr(credential_key, -12) DESC, credential_key DESC, document DESC LIMIT 1`,
    { achievementId },
  )
  return row === undefined ? null : { name: row.name, achievement: (JSON.parse(row.document) as Credential).achievement }
}

/** Badges of each issuer, and issuers, that are looked through for claims; and claims shown. */
const [badgesRead, issuersRead, claimsShown] = [20, 20, 5]

/**
 * What badges that do not count say an achievement is called, whichever issuer they name: shown beside its name, never as it.
 *
 * @param name The achievement's name: claims that say the same are left out.
 * @returns each name and issuer once, at most five; newest badges first.
 */
export function readClaims(db: Database, uri: string, name: string | null): readonly AchievementClaim[] {
  const issuers = readAll<{ id: number; issuerUri: string }>(
    db,
    'SELECT id, issuer_uri AS issuerUri FROM achievement WHERE uri = :uri ORDER BY issuer_uri LIMIT :issuersRead',
    { uri, issuersRead },
  )
  const claims = new Map<string, AchievementClaim>()
  for (const { id, issuerUri } of issuers) {
    const rows = readAll<Omit<AchievementClaim, 'issuerId'>>(
      db,
      `SELECT achievement_name AS achievementName, claimed_issuer_name AS claimedIssuerName, grade FROM credential
       WHERE achievement_id = :id AND counting = 0 AND grade <> 'rejected' AND achievement_name IS NOT NULL AND achievement_name IS NOT :name
       ORDER BY valid_from_milliseconds DESC, substr(credential_key, -12) DESC LIMIT :badgesRead`,
      { id, name, badgesRead },
    )
    for (const row of rows) {
      const key = JSON.stringify([row.achievementName, issuerUri])
      if (!claims.has(key)) claims.set(key, { ...row, issuerId: issuerUri === '' ? null : issuerUri })
    }
  }
  return [...claims.values()].slice(0, claimsShown)
}
