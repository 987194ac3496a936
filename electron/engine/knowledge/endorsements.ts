import type { Endorsement } from '../../../shared/contract/people'
import { parseUnit } from '../../intake/inspect'
import { endorsementsOf, type Endorsement as Found } from '../../parser'
import { copyAt, type VerifierContext, verify } from '../../verifier'
import type { Engine } from '../handler'
import { wholeOriginal } from '../wholeOriginal'
import { knowledgeOf } from './knowledge'

/**
 * The endorsements a held badge carries, each judged by itself with the knowledge of now. They are read from the original each time and not stored: they
 * change no grade and no count, and so a key or register that comes later is heeded without anything being verified again.
 */
export async function readEndorsements(
  { db, now, verifyAt, crossCheck }: Pick<Engine, 'db' | 'now' | 'verifyAt' | 'crossCheck'>,
  credentialId: number,
): Promise<Endorsement[]> {
  const held = wholeOriginal({ db, now }, credentialId)
  const parsed = held && parseUnit({ ...held, nesting: 0 })[held.ordinal]
  if (parsed?.kind !== 'credential' || parsed.credential.endorsements === 0) return []
  const context = knowledgeOf(db, verifyAt(), [], crossCheck)
  const found = endorsementsOf(parsed, (address) => copyAt(context, address))
  return Promise.all(found.map((endorsement) => judge(endorsement, context)))
}

async function judge({ standsIn, comment, address, found }: Found, context: VerifierContext): Promise<Endorsement> {
  const nobody = { about: standsIn, comment, address, endorserId: null, endorserName: null, claimedName: null }
  // A token that cannot be read is one whose signature holds for nothing.
  if (found.kind === 'unreadable') return { ...nobody, grade: 'rejected', problems: [found.problem] }
  const { grade, issuerName, problems } = await verify(found, context)
  const { id, name } = found.credential.issuer
  return { ...nobody, endorserId: id, endorserName: issuerName, claimedName: name, grade, problems: [...problems] }
}
