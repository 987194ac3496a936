import { type Result, success } from '../../../shared/model/problem'
import type { Verification } from '../../../shared/model/verification'
import { inspectUnit } from '../../intake/inspect'
import { credentialsToVerifyAgain, saveVerification } from '../../store'
import { act } from '../act'
import type { Engine } from '../handler'
import { knowledgeOf } from '../knowledge'
import { matchAgain, matched, recipientsOf } from '../matching'

const batch = 100

/** Which held credentials, and why. */
export interface VerifyAgain {
  /** Only those that name one of these issuers; all where left out. */
  readonly issuerIds?: readonly string[]
  /** Only these. */
  readonly credentialIds?: ReadonlySet<number>
  /** Not those of this import: they have just been judged with everything in hand. */
  readonly notFrom?: string
  /** The import whose documents are the reason; undoing it takes the verdicts back. */
  readonly becauseOf?: string
  /** Ends the work early, between two credentials; verdicts that were saved stay. */
  readonly signal?: AbortSignal
}

/** Judges held credentials once more from their original bytes, with the register and documents of today. Other calls are answered in between. */
export async function verifyAgain(
  engine: Engine,
  { issuerIds, credentialIds, notFrom, becauseOf, signal }: VerifyAgain,
): Promise<Result<{ readonly verifiedAgain: number; readonly changed: number }>> {
  const { db } = engine
  const context = knowledgeOf(db, engine.now())
  const index = recipientsOf(db)
  let verifiedAgain = 0
  let changed = 0
  let verifications: { credentialId: number; verification: Verification }[] = []
  const save = () => {
    const saved = saveVerification(db, { verifications, importId: becauseOf ?? null, ...act(engine) })
    if (saved.ok) changed += saved.value.changed
    verifications = []
    return saved
  }
  for (const { credentialId, source, bytes, ordinal } of credentialsToVerifyAgain(db, {
    ...(issuerIds === undefined ? {} : { issuerIds }),
    ...(notFrom === undefined ? {} : { notFrom }),
  })) {
    if (signal?.aborted) break
    if (credentialIds?.has(credentialId) === false) continue
    const found = (await inspectUnit({ source, bytes, nesting: 0 }, context))[ordinal]
    if (found?.kind !== 'credential') continue // The bytes are the ones it was found in: only a newer reader could see them otherwise, and then the verdict stays.
    verifications.push({ credentialId, verification: matched(found.credential, index).judge(found.verification) })
    verifiedAgain++
    if (verifications.length < batch) continue
    const saved = save()
    if (!saved.ok) return saved
    await new Promise((resolve) => setImmediate(resolve))
  }
  const saved = save()
  return saved.ok ? success({ verifiedAgain, changed }) : saved
}

/** Looks once more for the people of credentials that are nobody's, and brings verdicts that spoke of several claimants up to date. */
export async function findPeopleAgain(engine: Engine, signal?: AbortSignal): Promise<Result<null>> {
  const again = matchAgain(engine)
  if (!again.ok) return again
  const { disputed } = again.value
  if (disputed.size === 0) return success(null)
  const verified = await verifyAgain(engine, { credentialIds: disputed, ...(signal === undefined ? {} : { signal }) })
  return verified.ok ? success(null) : verified
}
