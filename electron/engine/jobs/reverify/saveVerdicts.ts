import { type Result, success } from '../../../../shared/model/problem'
import type { RecipientIndex } from '../../../roster'
import { type PendingReverification, type SavedChange, saveVerification } from '../../../store'
import { act } from '../../act'
import type { Engine } from '../../handler'
import { matched } from '../../knowledge/matching'
import type { RecipientSearch } from '../recipientSearch'
import type { NewVerdict } from './newVerdict'

/** How verdicts are saved: for which request, with which people, and as part of which run. */
interface Saving {
  readonly request: number
  readonly search: RecipientSearch
  readonly index: RecipientIndex
  /** Null until something has changed. */
  readonly run: number | null
}

/**
 * Matches the recipients of credentials with new verdicts, and saves the verdicts. Where the search is stopped, verdicts without a finished search are not saved
 * and stay pending.
 */
export async function saveVerdicts(
  engine: Engine,
  verdicts: readonly NewVerdict[],
  { why, importId }: PendingReverification,
  { request, search, index, run }: Saving,
): Promise<Result<{ readonly saved: number; readonly changes: readonly SavedChange[]; readonly run: number | null }>> {
  const stored = verdicts.map(({ completed: { credential }, ...one }) => ({ ...one, recipients: credential.recipients }))
  const settled = await search.settle(stored, index)
  if (!settled.ok) return settled
  const verifications = verdicts
    .slice(0, settled.value)
    .map((one) => ({ ...one, verdict: matched(one.completed.credential.recipients, one.verdict, index).verdict }))
  index.answers.clear()
  const saved = saveVerification(engine.db, { verifications, importId, why, run, asked: request, ...act(engine) })
  return saved.ok ? success({ saved: verifications.length, changes: saved.value.changes, run: saved.value.run }) : saved
}
