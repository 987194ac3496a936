import type { Problem } from '../../../shared/model/problem'
import { type Database, readAll, readOne } from '../database/statement'

/**
 * The problem that the achievement of a counting badge is mapped for other issuers alone: then the badge counts for no skill until somebody decides.
 *
 * @returns `mapping.other-issuer` with the issuers the mapping belongs to in `detail`; nothing for every other badge.
 * @source standards.md, section 8.14
 */
export function otherIssuerProblems(db: Database, credentialId: number): readonly Problem[] {
  const badge = readOne<{ id: number; uri: string }>(
    db,
    `SELECT achievement.id, uri FROM credential JOIN achievement ON achievement.id = achievement_id WHERE credential.id = :credentialId AND counting = 1
       AND achievement.id NOT IN (SELECT achievement_id FROM mapping)`,
    { credentialId },
  )
  if (badge === undefined) return []
  const { uri } = badge
  const issuers = readAll<{ issuerId: string }>(
    db,
    'SELECT DISTINCT issuer_uri AS issuerId FROM mapping JOIN achievement ON achievement.id = achievement_id WHERE uri = :uri ORDER BY 1',
    { uri },
  )
  const waits = readOne(db, 'SELECT 1 FROM unbound_mapping WHERE uri = :uri LIMIT 1', { uri }) !== undefined
  return issuers.length > 0 || waits ? [{ code: 'mapping.other-issuer', detail: issuers.map(({ issuerId }) => issuerId).join(', ') }] : []
}
