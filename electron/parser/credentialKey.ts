import type { Credential } from '../../shared/model/credential'

/**
 * By what are two copies of one credential known to be the same? Issuer and id, a line break between them; ids are percent-decoded and trimmed.
 *
 * An Open Badges 1 or 2 credential whose badge class is not held has no issuer yet; its address alone is its key then (the first line is empty), and
 * changes once `completeCredential` knows the issuer. Null where the credential names no id, or no issuer: such a credential is the same as nothing but its bytes.
 *
 * @source Open Badges 3.0, section 9 (replacement of a credential)
 */
export function credentialKey({ standard, id, issuer }: Credential): string | null {
  if (id === null) return null
  if (issuer.id !== null) return `${issuer.id}\n${comparableId(id)}`
  return (standard === 'OB1' || standard === 'OB2') && /^https?:\/\//i.test(id) ? `\n${comparableId(id)}` : null
}

/** An id as it is compared: percent-decoded and trimmed. */
export function comparableId(id: string): string {
  if (!id.includes('%')) return id.trim()
  try {
    return decodeURIComponent(id).trim()
  } catch {
    // A lone percent sign is no encoding: the id is taken as it stands.
    return id.trim()
  }
}
