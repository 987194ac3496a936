import type { RecipientIdentity } from '../../../shared/model/credential'
import { type Result, success } from '../../../shared/model/problem'
import { indexRecipients, matchRecipient, type RecipientIndex } from '../../roster'
import {
  assignPeople,
  type CredentialToSeek,
  countToSeek,
  credentialsToSeek,
  type Database,
  emailsSince,
  learnedLinks,
  readEdition,
  readPersons,
} from '../../store'
import { act } from '../act'
import type { Engine } from '../handler'
import { recipientsOf } from '../matching'
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
  readonly sought: { readonly edition: number; readonly upTo: number }
}

const page = 200
/** Hashes tried between two pauses, in which other calls are answered: some twenty milliseconds. */
const hashesAtOnce = 50_000

const pause = () => new Promise((resolve) => setImmediate(resolve))

/**
 * In what a credential's people are to be looked for: where its hashes were tried before and were nobody's, only in what is new since. Who is in conflict
 * was found before, and is looked for in everything.
 */
function indexFor(db: Database): (credential: CredentialToSeek) => RecipientIndex {
  const made = new Map<number | null, RecipientIndex>()
  const make = (edition: number | null): RecipientIndex => {
    if (edition === null) return recipientsOf(db)
    const emails = emailsSince(db, edition)
    return indexRecipients(
      readPersons(db).map(({ staffNumber, dids }) => ({ staffNumber, dids, emails: emails.get(staffNumber) ?? [] })),
      learnedLinks(db).map(({ staffNumber, identity }) => ({ staffNumber, recipient: identity })),
    )
  }
  return ({ sought, inConflict }) => {
    const edition = inConflict ? null : sought
    const index = made.get(edition) ?? make(edition)
    made.set(edition, index)
    return index
  }
}

/**
 * Looks once more for the people of credentials that were nobody's: a roster has arrived. Those that were looked for since the address book was last changed
 * are not looked at. Other calls are answered in between; `verify.progress` tells how far it has come.
 *
 * @param signal Ends the work early; what was found is saved.
 */
export async function matchAgain(engine: Engine, signal?: AbortSignal): Promise<Result<MatchedAgain>> {
  const edition = readEdition(engine.db)
  const total = countToSeek(engine.db, edition)
  if (total === 0) return success({ looked: 0, found: 0, disputed: new Set(), sought: { edition, upTo: 0 } })
  return inTurn(engine, signal, (stop) => seek(engine, { edition, total }, stop))
}

async function seek(
  engine: Engine,
  { edition, total }: { readonly edition: number; readonly total: number },
  stop: AbortSignal,
): Promise<Result<MatchedAgain>> {
  const { db } = engine
  const matches: { credentialId: number; staffNumber: string; identity: RecipientIdentity }[] = []
  const disputed = new Set<number>()
  const indexOf = indexFor(db)
  let [done, upTo, tried] = [0, 0, 0]
  while (done < total && !stop.aborted) {
    const credentials = credentialsToSeek(db, { edition, after: upTo, limit: page })
    if (credentials.length === 0) break
    for (const credential of credentials) {
      if (stop.aborted) break
      const index = indexOf(credential)
      const before = index.hashesTried
      const match = matchRecipient(credential.recipients, index)
      const { credentialId, inConflict } = credential
      if (match?.kind === 'matched') matches.push({ credentialId, staffNumber: match.staffNumber, identity: match.identity })
      if ((match?.kind === 'conflict') !== inConflict) disputed.add(credentialId)
      done++
      upTo = credentialId
      tried += index.hashesTried - before
      if (tried < hashesAtOnce) continue
      tried = 0
      progressed(engine, { what: 'people', done, total })
      await pause()
    }
    progressed(engine, { what: 'people', done, total })
    await pause()
  }
  if (matches.length > 0) {
    const assigned = assignPeople(db, { matches, ...act(engine) })
    if (!assigned.ok) return assigned
  }
  return success({ looked: done, found: matches.length, disputed, sought: { edition, upTo } })
}
