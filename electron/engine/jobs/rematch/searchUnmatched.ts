import type { RecipientIdentity } from '../../../../shared/model/credential'
import { type Result, success } from '../../../../shared/model/problem'
import { matchRecipient } from '../../../roster'
import { assignPeople, countToRematch, credentialsToRematch, readRevision, type WhichUnmatched } from '../../../store'
import { act } from '../../act'
import type { Engine } from '../../handler'
import { recipientsOf } from '../../knowledge/matching'
import { pause } from '../pause'
import { enqueue } from '../queue/enqueue'
import { reportProgress } from '../queue/reportProgress'
import { openRecipientSearch, type RecipientSearch } from '../recipientSearch'

/** Rematch result. */
export interface Rematched {
  /** How many unmatched credentials were searched. */
  readonly looked: number
  /** How many of them were matched to a person. */
  readonly found: number
  /** Credentials whose verdict reports a conflict that has ended, or does not report one that has arisen. */
  readonly disputed: ReadonlySet<number>
  /** Up to which credential people were searched, and in which revision of the address book. */
  readonly rematched: { readonly revision: number; readonly upTo: number; readonly which: WhichUnmatched }
}

const credentialsAtOnce = 200

/**
 * Searches the people of unmatched credentials again, after a roster or a link has changed the address book. Credentials that were searched in its current
 * revision are skipped. Other calls are answered meanwhile; `verify.progress` reports the progress.
 *
 * @param which Whether credentials whose search was put off are included: only where somebody asks for it.
 * @param signal Ends the work early; the matches found until then are saved.
 */
export async function searchUnmatched(
  engine: Engine,
  { which = 'not-put-off', signal }: { readonly which?: WhichUnmatched; readonly signal?: AbortSignal | undefined } = {},
): Promise<Result<Rematched>> {
  const revision = readRevision(engine.db)
  const total = countToRematch(engine.db, revision, which)
  if (total === 0) return success({ looked: 0, found: 0, disputed: new Set(), rematched: { revision, upTo: 0, which } })
  return enqueue(engine, signal, (stop) => {
    const search = openRecipientSearch(engine, stop)
    return searchWith(search, engine, { total, which }, stop).finally(search.close)
  })
}

async function searchWith(
  search: RecipientSearch,
  engine: Engine,
  { total, which }: { readonly total: number; readonly which: WhichUnmatched },
  stop: AbortSignal,
): Promise<Result<Rematched>> {
  const { db } = engine
  const { revision } = search
  const matches: { credentialId: number; staffNumber: string; identity: RecipientIdentity }[] = []
  const disputed = new Set<number>()
  const index = recipientsOf(db)
  let [done, upTo] = [0, 0]
  while (done < total && !stop.aborted) {
    const credentials = credentialsToRematch(db, { revision, after: upTo, limit: credentialsAtOnce, which })
    if (credentials.length === 0) break
    const stored = credentials.map((credential) => ({ ...credential, holder: null }))
    const settled = await search.settle(stored, index)
    if (!settled.ok) return settled
    for (const { credentialId, recipients, inConflict } of credentials.slice(0, settled.value)) {
      const match = matchRecipient(recipients, index)
      if (match?.kind === 'matched') matches.push({ credentialId, staffNumber: match.staffNumber, identity: match.identity })
      if ((match?.kind === 'conflict') !== inConflict) disputed.add(credentialId)
      done++
      upTo = credentialId
    }
    index.answers.clear()
    reportProgress(engine, { what: 'people', done, total })
    await pause()
  }
  if (matches.length > 0) {
    const assigned = assignPeople(db, { matches, ...act(engine) })
    if (!assigned.ok) return assigned
  }
  return success({ looked: done, found: matches.length, disputed, rematched: { revision, upTo, which } })
}
