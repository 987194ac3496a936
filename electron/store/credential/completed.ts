import type { KeptCredential } from '../../../shared/model/kept'
import { type Database, readOne, write } from '../database/statement'
import { achievementIdOf } from './credential'
import { settleKeys } from './version'

/** A credential with everything it names by address filled in from stored documents. */
export interface Completed {
  readonly credential: KeptCredential
  /** Issuer and id taken together; null where the credential has no id. */
  readonly key: string | null
}

/**
 * Updates what is shown and counted of a stored credential, after a badge class, a profile or a fetched copy was added or removed. Its original bytes, its
 * verdict and its person are left unchanged.
 *
 * @returns whether anything changed.
 */
export function saveCompleted(db: Database, credentialId: number, { credential, key }: Completed, at: string): boolean {
  const { document } = credential
  const before = readOne<{ key: string | null }>(
    db,
    'SELECT credential_key AS key FROM credential WHERE id = :credentialId AND (document <> :document OR credential_key IS NOT :key)',
    { credentialId, document, key },
  )
  if (before === undefined) return false
  write(
    db,
    `UPDATE credential SET achievement_id = :achievementId, credential_key = :key, valid_from_milliseconds = :validFromMilliseconds, held_from = :heldFrom,
       held_until = :heldUntil, issuer_id = :issuerId, claimed_issuer_name = :claimedIssuerName, achievement_name = :achievementName, document = :document
     WHERE id = :credentialId`,
    {
      credentialId,
      document,
      key,
      achievementId: credential.achievementUri === null ? null : achievementIdOf(db, { uri: credential.achievementUri, issuerId: credential.issuerId }),
      validFromMilliseconds: credential.validFromMilliseconds,
      heldFrom: credential.heldFrom,
      heldUntil: credential.heldUntil,
      issuerId: credential.issuerId,
      claimedIssuerName: credential.claimedIssuerName,
      achievementName: credential.achievementName,
    },
  )
  // Its dates may have changed, or it is a version of another credential now: both keys are updated.
  if (key === null)
    write(db, 'UPDATE credential SET superseded_by = NULL, superseded_at = NULL, followed_from = NULL, contested = 0 WHERE id = :credentialId', {
      credentialId,
    })
  settleKeys(db, { keys: [before.key, key], at })
  return true
}
