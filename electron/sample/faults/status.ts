import type { TrueStatus } from '../badges/award'
import { issueBadge } from '../badges/issue'
import { makeAssertion } from '../badges/openBadges2'
import { packBadge } from '../badges/pack'
import type { IssuerName } from '../issuers/issuers'
import type { Fault } from './fault'

function withStatus(name: string, per600: number, status: TrueStatus, issuers: readonly [IssuerName, ...IssuerName[]]): Fault {
  return {
    name,
    per600,
    async make(workshop, index) {
      const award = workshop.award({ issuer: issuers[index % issuers.length] ?? issuers[0], status })
      return [packBadge(await issueBadge(award, workshop), workshop, { change: { fault: name } })]
    },
  }
}

/** The list in the bundle says so: an embedded-proof list, a list as a token, an Open Badges 2.0 revocation list. */
export const revoked = withStatus('revoked', 6, 'revoked', ['toho', 'jichi3', 'jichi'])
export const suspended = withStatus('suspended', 2, 'suspended', ['toho'])
/** The list it names is not in the bundle. */
export const statusUnknown = withStatus('status-unknown', 3, 'unknown', ['toho', 'jichi3'])

/** A hosted badge whose file itself says it was revoked. */
export const revokedInFile: Fault = {
  name: 'revoked-in-file',
  per600: 1,
  async make(workshop) {
    const award = workshop.award({ issuer: 'kenshu', confirmed: false })
    const issued = await issueBadge(award, workshop)
    const text = JSON.stringify({ ...makeAssertion(award), revoked: true, revocationReason: '再発行のため' })
    return [
      packBadge({ ...issued, text, axes: { integrity: 'unsigned', status: 'revoked' } }, workshop, { container: 'json', change: { fault: 'revoked-in-file' } }),
    ]
  },
}
