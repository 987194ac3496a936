import type { Credential } from '../../shared/model/credential'
import { noAchievement, readIssuer } from './achievement'

/** A credential of which only the address is known. */
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
