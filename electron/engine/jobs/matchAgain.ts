import type { RecipientIdentity } from '../../../shared/model/credential'
import { type Result, success } from '../../../shared/model/problem'
import { matchRecipient } from '../../roster'
import { assignPeople, countToSeek, credentialsToSeek, readEdition, type ToSeek } from '../../store'
import { act } from '../act'
import type { Engine } from '../handler'
import { recipientsOf } from '../knowledge/matching'
import { openSearch, type PeopleSearch } from './peopleSearch'
import { inTurn, progressed } from './turn'

/** What looking once more for people came to. */
export interface MatchedAgain {
  /** How many credentials of nobody were gone through. */
  readonly looked: number
  /** How many credentials were found to be somebody's. */
  readonly found: number
  /** Credentials whose verdict speaks of a conflict that is over, or not yet of one that has come up. */
  readonly disputed: ReadonlySet<number>
  /** Up to which credential people were looked for, and in which edition of the address book. */
  readonly sought: { readonly edition: number; readonly upTo: number; readonly which: ToSeek }
}

const page = 200

const pause = () => new Promise((resolve) => setImmediate(resolve))

/**
 * Looks once more for the people of credentials that were nobody's: a roster has arrived. Those that were looked for since the address book was last changed
 * are not looked at. Other calls are answered in between; `verify.progress` tells how far it has come.
 *
 * @param which Whether those whose search was put off are among them: nobody waits for these who has not asked for it.
 * @param signal Ends the work early; what was found is saved.
 */
export async function matchAgain(
  engine: Engine,
  { which = 'not-put-off', signal }: { readonly which?: ToSeek; readonly signal?: AbortSignal | undefined } = {},
): Promise<Result<MatchedAgain>> {
  const edition = readEdition(engine.db)
  const total = countToSeek(engine.db, edition, which)
  if (total === 0) return success({ looked: 0, found: 0, disputed: new Set(), sought: { edition, upTo: 0, which } })
  return inTurn(engine, signal, (stop) => {
    const search = openSearch(engine, stop)
    return lookFor(engine, search, { total, which }, stop).finally(search.close)
  })
}

async function lookFor(
  engine: Engine,
  search: PeopleSearch,
  { total, which }: { readonly total: number; readonly which: ToSeek },
  stop: AbortSignal,
): Promise<Result<MatchedAgain>> {
  const { db } = engine
  const { edition } = search
  const matches: { credentialId: number; staffNumber: string; identity: RecipientIdentity }[] = []
  const disputed = new Set<number>()
  const index = recipientsOf(db)
  let [done, upTo] = [0, 0]
  while (done < total && !stop.aborted) {
    const credentials = credentialsToSeek(db, { edition, after: upTo, limit: page, which })
    if (credentials.length === 0) break
    const held = credentials.map((credential) => ({ ...credential, holder: null }))
    const settled = await search.settle(held, index)
    if (!settled.ok) return settled
    for (const { credentialId, recipients, inConflict } of credentials.slice(0, settled.value)) {
      const match = matchRecipient(recipients, index)
      if (match?.kind === 'matched') matches.push({ credentialId, staffNumber: match.staffNumber, identity: match.identity })
      if ((match?.kind === 'conflict') !== inConflict) disputed.add(credentialId)
      done++
      upTo = credentialId
    }
    index.answers.clear()
    progressed(engine, { what: 'people', done, total })
    await pause()
  }
  if (matches.length > 0) {
    const assigned = assignPeople(db, { matches, ...act(engine) })
    if (!assigned.ok) return assigned
  }
  return success({ looked: done, found: matches.length, disputed, sought: { edition, upTo, which } })
}
