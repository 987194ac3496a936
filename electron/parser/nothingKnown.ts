import type { Credential } from '../../shared/model/credential'
import { noAchievement, readIssuer } from './achievement'

/** What is known of a credential of which only its address is at hand. */
export const nothingKnown: Omit<Credential, 'id' | 'standard'> = {
  name: null,
  issuer: readIssuer(undefined),
  achievement: noAchievement,
  recipients: [],
  recipientName: null,
  validFrom: null,
  validUntil: null,
  evidence: [],
  endorsements: 0,
}
