import type { Endorsement } from '../../../shared/contract/people'
import { parseUnit } from '../../intake/inspect'
import { endorsementsOf, type Endorsement as Found } from '../../parser'
import { copyAt, type VerifierContext, verify } from '../../verifier'
import type { Engine } from '../handler'
import { wholeOriginal } from '../wholeOriginal'
import { knowledgeOf } from './knowledge'

/**
 * The endorsements in a stored badge, each verified by itself with the current register and documents. They are read from the original each time and not stored:
 * they change no grade and no count, and a later key or register applies without a reverification.
 */
export async function readEndorsements(
  { db, now, verifyAt, crossCheck }: Pick<Engine, 'db' | 'now' | 'verifyAt' | 'crossCheck'>,
  credentialId: number,
): Promise<Endorsement[]> {
  const original = wholeOriginal({ db, now }, credentialId)
  const parsed = original && parseUnit({ ...original, nesting: 0 })[original.ordinal]
  if (parsed?.kind !== 'credential' || parsed.credential.endorsements === 0) return []
  const context = knowledgeOf(db, verifyAt(), [], crossCheck)
  const found = endorsementsOf(parsed, (address) => copyAt(context, address))
  return Promise.all(found.map((endorsement) => verifyEndorsement(endorsement, context)))
}

async function verifyEndorsement({ standsIn, comment, address, found }: Found, context: VerifierContext): Promise<Endorsement> {
  const unnamed = { about: standsIn, comment, address, endorserId: null, endorserName: null, claimedName: null }
  // An unreadable token has no valid signature.
  if (found.kind === 'unreadable') return { ...unnamed, grade: 'rejected', problems: [found.problem] }
  const { grade, issuerName, problems } = await verify(found, context)
  const { id, name } = found.credential.issuer
  return { ...unnamed, endorserId: id, endorserName: issuerName, claimedName: name, grade, problems: [...problems] }
}
