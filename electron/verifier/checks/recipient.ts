import { leftOut } from '../../../shared/model/recipientLimits'
import type { Check } from './check'

/**
 * Who is the recipient? `unmatched` until the roster is searched. An MD5 hash, which can be forged, is a problem; so are more identities than are ever looked
 * up.
 */
export const recipient: Check<'recipient'> = {
  id: 'recipient',
  source: 'Open Badges 2.0, IdentityObject; Open Badges 3.0, section B.1.7 (IdentityObject)',
  run({ credential: { recipients } }) {
    const isWeak = recipients.some((identity) => identity.kind === 'hash' && identity.algorithm === 'md5')
    const tooMany = leftOut(recipients)
    return {
      finding: { value: 'unmatched', seen: [] },
      problems: [
        ...(isWeak ? [{ code: 'recipient.weak-hash' as const }] : []),
        ...(tooMany > 0 ? [{ code: 'recipient.too-many' as const, detail: String(tooMany) }] : []),
      ],
    }
  },
}
