import { type Issued, issueBadge } from '../badges/issue'
import { packBadge } from '../badges/pack'
import type { IssuerName } from '../issuers/issuers'
import type { Fault } from './fault'

const issuers: readonly IssuerName[] = ['toho', 'jichi', 'shiomi', 'kyuryo', 'toho', 'jichi3', 'hokurei', 'toho', 'jichi', 'kyuryo', 'shiomi', 'toho']

/** Changes the signed text and leaves the signature: in a token the payload is opened and closed again. */
function alter(issued: Issued, change: (text: string) => string): string {
  if (issued.payload === 'json') return change(issued.text)
  const [header = '', payload = '', signature = ''] = issued.text.split('.')
  const altered = change(Buffer.from(payload, 'base64url').toString('utf8'))
  return `${header}.${Buffer.from(altered, 'utf8').toString('base64url')}.${signature}`
}

/** Content changed after signing: a higher name for the achievement, or a later end. */
export const tampered: Fault = {
  name: 'tampered',
  per600: 12,
  async make(workshop, index) {
    const ends = `${workshop.calendar.day('2027-06-30')}T23:59:59+09:00`
    const later = `${workshop.calendar.day('2039-06-30')}T23:59:59+09:00`
    const award = workshop.award({ issuer: issuers[index % issuers.length] ?? 'toho', endsAt: ends })
    const issued = await issueBadge(award, workshop)
    const name = award.achievement.name
    const text = alter(issued, (signed) => (index % 3 === 2 ? signed.replace(ends, later) : signed.replaceAll(name, `${name} 特級`)))
    // A token says its end twice: it is over at the first.
    const validUntil = issued.proof === 'vc-jwt' ? new Date(ends).toISOString() : later
    const change = { grade: 'rejected', axes: { integrity: 'altered' }, fault: 'tampered', ...(index % 3 === 2 ? { validUntil } : {}) } as const
    return [packBadge({ ...issued, text }, workshop, { change })]
  },
}
