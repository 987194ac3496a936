import { issueBadge } from '../badges/issue'
import { packBadge } from '../badges/pack'
import type { Fault } from './fault'

/** Awarded to an address nobody in the roster has. */
export const unknownRecipient: Fault = {
  name: 'unknown-recipient',
  per600: 25,
  async make(workshop) {
    return [packBadge(await issueBadge(workshop.award({ holder: null }), workshop), workshop, { change: { fault: 'unknown-recipient' } })]
  },
}
