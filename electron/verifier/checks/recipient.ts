import { leftOut } from '../../../shared/model/recipientLimits'
import type { Check } from './check'

/** Whose badge is it? Nobody is known here: `unmatched` until the roster says more. A hash of MD5 can be made to fit and is said to be weak; more identities than are ever looked up are said too. */
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
