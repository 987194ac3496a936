import type { RecipientIdentity } from '../../shared/model/credential'

/** Which stored fact led from a recipient to a person. */
export type MatchedBy = 'link' | 'did' | 'email' | 'hash'
