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
 * How the issuer describes an achievement: by its newest counting badge, newest by date, then by id. The order of imports has no influence, and a badge that no
 * longer counts is not used.
 *
 * @param achievementId The stored id of an issuer's achievement.
 * @returns null where none of its badges counts: any other description is a claim.
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

/** How many badges of each issuer and how many issuers are read for claims; and how many claims are shown. */
const [badgesRead, issuersRead, claimsShown] = [20, 20, 5]

/**
 * Names that badges which do not count give an achievement, whichever issuer they name: shown beside its name, never instead of it.
 *
 * @param name The achievement's name: equal claims are left out.
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
