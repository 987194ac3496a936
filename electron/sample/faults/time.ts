import { issueBadge } from '../badges/issue'
import { packBadge } from '../badges/pack'
import { dayBetween } from '../calendar'
import type { IssuerName } from '../issuers/issuers'
import type { Fault } from './fault'

/** Ended before the reference day; nothing else is wrong. */
export const expired: Fault = {
  name: 'expired',
  per600: 30,
  async make(workshop) {
    const { calendar, random } = workshop
    const issued = dayBetween(calendar.day('2024-04-15'), calendar.day('2024-12-20'), random.next())
    const ended = dayBetween(calendar.day('2025-03-31'), calendar.day('2026-11-18'), random.next())
    const award = workshop.award({ issuedAt: `${issued}T10:00:00+09:00`, endsAt: `${ended}T23:59:59+09:00` })
    return [packBadge(await issueBadge(award, workshop), workshop, { change: { fault: 'expired' } })]
  },
}

/** Begins after the reference day. */
export const notYetValid: Fault = {
  name: 'not-yet-valid',
  per600: 2,
  async make(workshop, index) {
    const begins = `${workshop.calendar.day('2027-01-15')}T00:00:00+09:00`
    const award = workshop.award({ issuer: index % 2 === 0 ? 'shiomi' : 'kyuryo', issuedAt: begins, endsAt: null })
    return [packBadge(await issueBadge(award, workshop), workshop, { change: { fault: 'not-yet-valid' } })]
  },
}

/** Its end lies before its beginning, and both are past. The signature is right. */
export const reversedDates: Fault = {
  name: 'reversed-dates',
  per600: 2,
  async make(workshop, index) {
    const { calendar } = workshop
    const issuer: IssuerName = index % 2 === 0 ? 'toho' : 'shiomi'
    const award = workshop.award({ issuer, issuedAt: `${calendar.day('2026-05-10')}T10:00:00+09:00`, endsAt: `${calendar.day('2025-05-10')}T10:00:00+09:00` })
    return [packBadge(await issueBadge(award, workshop), workshop, { change: { fault: 'reversed-dates' } })]
  },
}
