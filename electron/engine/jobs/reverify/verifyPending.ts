import type { VerifiedAgain } from '../../../../shared/contract/verification'
import { type Moved, sumMoves } from '../../../../shared/model/moves'
import { type Result, success } from '../../../../shared/model/problem'
import { countPending, dismissPending, type PendingReverification, readPending, type SavedChange } from '../../../store'
import type { Engine } from '../../handler'
import { disablePlans } from '../../knowledge/disablePlans'
import { knowledgeOf } from '../../knowledge/knowledge'
import { recipientsOf } from '../../knowledge/matching'
import { pause } from '../pause'
import { reportProgress } from '../queue/reportProgress'
import { openRecipientSearch, type RecipientSearch } from '../recipientSearch'
import { type NewVerdict, newVerdict } from './newVerdict'
import { requestReverification } from './requestReverification'
import { saveVerdicts } from './saveVerdicts'

const verdictsAtOnce = 50

const isSameReason = (one: PendingReverification, other: PendingReverification): boolean => one.why === other.why && one.importId === other.importId

/** Verifies all credentials that are pending up to a request, those of earlier requests included. */
export async function verifyPending(engine: Engine, request: number, signal: AbortSignal): Promise<Result<VerifiedAgain>> {
  const search = openRecipientSearch(engine, signal)
  return verifyWith(search, engine, request, signal).finally(search.close)
}

async function verifyWith(search: RecipientSearch, engine: Engine, request: number, signal: AbortSignal): Promise<Result<VerifiedAgain>> {
  const { db } = engine
  const context = knowledgeOf(db, engine.verifyAt(), [], engine.crossCheck)
  const index = recipientsOf(db)
  const pending = readPending(db, { upTo: request })
  const changes: SavedChange[] = []
  let [done, run]: [number, number | null] = [0, null]
  let verdicts: NewVerdict[] = []
  const report = () => {
    if (pending.length > 0) reportProgress(engine, { what: 'verdicts', done, total: pending.length })
  }
  report()
  for (const [place, one] of pending.entries()) {
    if (signal.aborted) break
    const { credentialId } = one
    const verdict = await newVerdict(engine, credentialId, context)
    if (verdict) verdicts.push(verdict)
    else {
      const dismissed = dismissPending(db, { credentialIds: [credentialId], upTo: request })
      if (!dismissed.ok) return dismissed
    }
    const next = pending[place + 1]
    if (verdicts.length < verdictsAtOnce && next !== undefined && isSameReason(one, next)) continue
    const saved = await saveVerdicts(engine, verdicts, one, { request, search, index, run })
    if (!saved.ok) return saved
    changes.push(...saved.value.changes)
    run = saved.value.run
    done += saved.value.saved
    verdicts = []
    report()
    await pause()
  }
  const disabled = disablePlans(engine, engine.crossCheck.takeMismatches())
  if (!disabled.ok) return disabled
  // All verdicts were made with plans and are doubtful now. Of the reasons that can be stored, `documents` is the nearest.
  const requested = disabled.value ? requestReverification(engine, { why: 'documents' }) : success(0)
  if (!requested.ok) return requested
  const moves = sumMoves(changes.map(({ before, after }): Moved => ({ before, after, count: 1 })))
  return success({ verifiedAgain: done, changed: changes.length, moves, run, outstanding: countPending(db) })
}
