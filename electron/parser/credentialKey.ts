import type { Credential } from '../../shared/model/credential'

/**
 * The key by which two copies of one credential are known to be the same: issuer and id, with a line break between them; ids are percent-decoded and trimmed.
 *
 * An Open Badges 1 or 2 credential whose badge class is not stored has no issuer yet; its address alone is its key then (the first line is empty), and changes
 * once `completeCredential` finds the issuer. Null where the credential has no id, or no issuer: such a credential equals only its own bytes.
 *
 * @source Open Badges 3.0, section 9 (replacement of a credential)
 */
export function credentialKey({ standard, id, issuer }: Credential): string | null {
  if (id === null) return null
  if (issuer.id !== null) return `${issuer.id}\n${comparableId(id)}`
  return (standard === 'OB1' || standard === 'OB2') && /^https?:\/\//i.test(id) ? `\n${comparableId(id)}` : null
}

/** An id in the form used for comparing: percent-decoded and trimmed. */
export function comparableId(id: string): string {
  if (!id.includes('%')) return id.trim()
  try {
    return decodeURIComponent(id).trim()
  } catch {
    // A lone percent sign is no encoding: the id is used as it is.
    return id.trim()
  }
}
