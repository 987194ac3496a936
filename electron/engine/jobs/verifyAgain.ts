import type { Reason } from '../../../shared/contract/parts'
import type { VerifiedAgain } from '../../../shared/contract/verification'
import { type KeptVerdict, keptCredential, keptVerdict } from '../../../shared/model/kept'
import { type Moved, sumMoves } from '../../../shared/model/moves'
import { type Result, success } from '../../../shared/model/problem'
import { parseUnit } from '../../intake/inspect'
import { completeCredential, credentialKey, type SupportDocument } from '../../parser'
import {
  type Completed,
  type HeldOriginal,
  heldOriginal,
  idsToVerifyAgain,
  type SavedChange,
  saveSought,
  saveVerification,
  type VerifyAgainScope,
} from '../../store'
import { addressesOf, isTouchedBy, type VerifierContext, verify } from '../../verifier'
import { act } from '../act'
import type { Engine } from '../handler'
import { knowledgeOf } from '../knowledge'
import { matched, recipientsOf } from '../matching'
import { matchAgain } from './matchAgain'

const batch = 100

/** Which held credentials, and why. */
export interface VerifyAgain extends VerifyAgainScope {
  readonly why: Reason
  /** Only these. */
  readonly credentialIds?: ReadonlySet<number>
  /** Only those whose verdict these documents could change. `within` is the knowledge that holds them: that of before where they are gone. */
  readonly touchedBy?: { readonly documents: readonly SupportDocument[]; readonly within: VerifierContext }
  /** The import whose documents are the reason; undoing it takes the verdicts back. */
  readonly becauseOf?: string
  /** Ends the work early, between two credentials; verdicts that were saved stay. */
  readonly signal?: AbortSignal
}

/** The credential in its original; undefined where a newer reader would see the bytes otherwise: then the verdict stays. */
function parsedIn({ source, bytes, ordinal }: HeldOriginal) {
  const found = parseUnit({ source, bytes, nesting: 0 })[ordinal]
  return found?.kind === 'credential' ? found : undefined
}

const pause = () => new Promise((resolve) => setImmediate(resolve))

/** The held credentials that are asked for. Other calls are answered in between. */
async function chosen(engine: Engine, { credentialIds, touchedBy, signal, ...scope }: VerifyAgain): Promise<readonly number[]> {
  const ids = idsToVerifyAgain(engine.db, scope).filter((id) => credentialIds?.has(id) !== false)
  if (touchedBy === undefined) return ids
  const addresses = new Set(touchedBy.documents.flatMap(addressesOf))
  const touched: number[] = []
  for (const [index, id] of ids.entries()) {
    if (signal?.aborted) break
    const held = heldOriginal(engine.db, id)
    const parsed = held && parsedIn(held)
    if (parsed && isTouchedBy(parsed, addresses, touchedBy.within)) touched.push(id)
    if (index % batch === batch - 1) await pause()
  }
  return touched
}

/**
 * Judges held credentials once more from their original bytes, with the register and documents of today, and says what changed.
 * Other calls are answered in between; `verify.progress` tells how far it has come.
 */
export async function verifyAgain(engine: Engine, request: VerifyAgain): Promise<Result<VerifiedAgain>> {
  const { db } = engine
  const { why, becauseOf, signal } = request
  const context = knowledgeOf(db, engine.now())
  // One list: what completes credentials keeps an index by it.
  const documents = [...context.keyDocuments, ...context.evidence]
  const index = recipientsOf(db)
  const ids = await chosen(engine, request)
  const changes: SavedChange[] = []
  let verifiedAgain = 0
  let run: number | null = null
  let verifications: { credentialId: number; verdict: KeptVerdict; completed: Completed }[] = []
  const save = () => {
    const saved = saveVerification(db, { verifications, importId: becauseOf ?? null, why, run, ...act(engine) })
    if (!saved.ok) return saved
    changes.push(...saved.value.changes)
    run = saved.value.run
    verifications = []
    if (ids.length > 0) engine.tell('verify.progress', { done: verifiedAgain, total: ids.length })
    return saved
  }
  for (const credentialId of ids) {
    if (signal?.aborted) break
    const held = heldOriginal(db, credentialId)
    const parsed = held && parsedIn(held)
    if (parsed === undefined) continue
    const credential = completeCredential(parsed.credential, documents)
    const { verdict } = matched(credential.recipients, keptVerdict(await verify(parsed, context)), index)
    verifications.push({ credentialId, verdict, completed: { credential: keptCredential(credential), key: credentialKey(credential) } })
    verifiedAgain++
    if (verifications.length < batch) continue
    const saved = save()
    if (!saved.ok) return saved
    await pause()
  }
  const saved = save()
  if (!saved.ok) return saved
  const moves = sumMoves(changes.map(({ before, after }): Moved => ({ before, after, count: 1 })))
  return success({ verifiedAgain, changed: changes.length, moves, run })
}

/** Looks once more for the people of credentials that are nobody's, and brings verdicts that spoke of several claimants up to date. */
export async function findPeopleAgain(engine: Engine, signal?: AbortSignal): Promise<Result<null>> {
  const again = await matchAgain(engine, signal)
  if (!again.ok) return again
  const { disputed, sought } = again.value
  if (disputed.size > 0) {
    const verified = await verifyAgain(engine, { why: 'roster', credentialIds: disputed, ...(signal === undefined ? {} : { signal }) })
    if (!verified.ok) return verified
    if (signal?.aborted) return success(null)
  }
  // Last of all: until then they would be looked for once more.
  return sought.upTo === 0 ? success(null) : saveSought(engine.db, sought)
}
