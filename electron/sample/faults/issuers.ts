import { issueBadge, issueEmbedded } from '../badges/issue'
import { packBadge } from '../badges/pack'
import { tohoRotation } from '../issuers/issuers'
import type { Fault } from './fault'

/** Signed by a DID that is its own key and that nobody has registered. */
export const unregisteredIssuer: Fault = {
  name: 'unregistered-issuer',
  per600: 7,
  async make(workshop) {
    const issued = await issueBadge(workshop.award({ issuer: 'minato' }), workshop)
    return [packBadge(issued, workshop, { change: { fault: 'unregistered-issuer' } })]
  },
}

/** 東峯大学, not 東峰大学: the same achievement by another key. */
export const lookAlike: Fault = {
  name: 'look-alike-issuer',
  per600: 2,
  async make(workshop) {
    const issued = await issueBadge(workshop.award({ issuer: 'lookalike', achievement: 'data-2' }), workshop)
    return [packBadge(issued, workshop, { change: { fault: 'look-alike-issuer' } })]
  },
}

/** Signed after the rotation by the university's new key, which the register does not pin yet. */
export const keyNotPinned: Fault = {
  name: 'key-not-pinned',
  per600: 5,
  async make(workshop) {
    const { toho } = workshop.issuers
    const issuedAt = `${workshop.calendar.day('2026-10-12')}T10:00:00+09:00`
    const issued = await issueEmbedded(workshop.award({ issuer: 'toho', status: 'none', issuedAt }), workshop, { key: toho.second, method: toho.secondMethod })
    const change = { grade: 'unregistered', axes: { integrity: 'intact', issuer: 'unregistered', status: 'none' }, fault: 'key-not-pinned' } as const
    return [packBadge(issued, workshop, { change })]
  },
}

/** Signed by the old key, though issued when that key no longer counted. */
export const keyOutsidePeriod: Fault = {
  name: 'key-outside-period',
  per600: 1,
  async make(workshop) {
    const issuedAt = `${workshop.calendar.day(tohoRotation)}T00:00:00+09:00`
    const issued = await issueEmbedded(workshop.award({ issuer: 'toho', status: 'none', issuedAt }), workshop)
    const change = { grade: 'unregistered', axes: { integrity: 'intact', issuer: 'unregistered', status: 'none' }, fault: 'key-outside-period' } as const
    return [packBadge(issued, workshop, { change })]
  },
}
