import type { Reason } from '../../../shared/contract/parts'
import type { PeopleFound, VerifiedAgain } from '../../../shared/contract/verification'
import { type KeptVerdict, keptCredential, keptVerdict } from '../../../shared/model/kept'
import { type Moved, sumMoves } from '../../../shared/model/moves'
import { type Result, success } from '../../../shared/model/problem'
import { parseUnit } from '../../intake/inspect'
import { completeCredential, credentialKey, type SupportDocument } from '../../parser'
import {
  type Completed,
  countOutstanding,
  type Database,
  type HeldOriginal,
  hangingCredentials,
  idsToVerifyAgain,
  type Outstanding,
  readHangings,
  readOutstanding,
  rememberOutstanding,
  type SavedChange,
  saveSought,
  saveVerification,
  settleOutstanding,
  type ToSeek,
  type VerifyAgainScope,
} from '../../store'
import { addressesOf, type Dependencies, dependenciesOf, isAffected, storedIn, type VerifierContext, verify } from '../../verifier'
import { act } from '../act'
import type { Engine, Verifying } from '../handler'
import { disablePlans } from '../knowledge/disablePlans'
import { knowledgeOf } from '../knowledge/knowledge'
import { matched, recipientsOf } from '../knowledge/matching'
import { wholeOriginal } from '../wholeOriginal'
import { matchAgain } from './matchAgain'
import { openSearch, type PeopleSearch } from './peopleSearch'
import { inTurn, progressed } from './turn'

const batch = 50

/** Nothing is going on. */
export const idle = (): Verifying => ({ turn: Promise.resolve(), asked: 0, progress: null, stop: new AbortController() })

/** Which held credentials, and why. Where documents touch them, of the scope only `notFrom` narrows further. */
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

/** Held credentials that documents could touch, by what is kept of each, and those of which it was never kept: no badge is read. */
function couldBeTouched(db: Database, { documents, within }: NonNullable<VerifyAgain['touchedBy']>, { notFrom }: VerifyAgainScope): readonly number[] {
  const addresses = new Set(documents.flatMap(addressesOf))
  const hangingIds = readHangings(db)
    // Kept by `keep`: each is of this shape.
    .filter((one) => isAffected(JSON.parse(one.addresses) as Dependencies, addresses, within))
    .map(({ id }) => id)
  return hangingCredentials(db, { hangingIds, hostedUrls: [...addresses], ...(notFrom === undefined ? {} : { notFrom }) })
}

/**
 * Remembers in the store what a request asks for, so that nothing is lost where the work is stopped or the program ends. Belongs into one transaction with
 * the change that is the reason.
 *
 * @returns the number of the request, for `carryOut`.
 */
export function ask(engine: Engine, { credentialIds, why, becauseOf, touchedBy, signal: _signal, ...scope }: VerifyAgain): Result<number> {
  const chosen = touchedBy === undefined ? idsToVerifyAgain(engine.db, scope) : couldBeTouched(engine.db, touchedBy, scope)
  const ids = chosen.filter((id) => credentialIds?.has(id) !== false)
  const asked = rememberOutstanding(engine.db, { credentialIds: ids, why, importId: becauseOf ?? null, above: engine.verifying.asked })
  if (asked.ok) engine.verifying.asked = asked.value
  return asked
}

/** Of what a request asked for, lets go what its documents cannot touch. Other calls are answered in between. */
async function narrow(engine: Engine, asked: number, { documents, within }: NonNullable<VerifyAgain['touchedBy']>, signal: AbortSignal): Promise<Result<null>> {
  const addresses = new Set(documents.flatMap(addressesOf))
  let untouched: number[] = []
  const letGo = () => {
    const settled = settleOutstanding(engine.db, { credentialIds: untouched, from: asked, upTo: asked })
    untouched = []
    return settled
  }
  for (const [index, { credentialId }] of readOutstanding(engine.db, { upTo: asked }).entries()) {
    if (signal.aborted) break
    const held = wholeOriginal(engine, credentialId)
    const parsed = held && parsedIn(held)
    if (!parsed || !isAffected(dependenciesOf(parsed), addresses, within)) untouched.push(credentialId)
    if (index % batch !== batch - 1) continue
    const settled = letGo()
    if (!settled.ok) return settled
    await pause()
  }
  return letGo()
}

/** A credential that was judged; whose it is has its part in the verdict. */
interface Judged {
  readonly credentialId: number
  readonly verdict: KeptVerdict
  readonly completed: Completed
  readonly holder: string | null
  readonly inConflict: boolean
}

const sameReason = (one: Outstanding, other: Outstanding): boolean => one.why === other.why && one.importId === other.importId

/** Judges everything that was asked for up to a request, what earlier work had to leave included. */
async function judgeOutstanding(engine: Engine, upTo: number, signal: AbortSignal): Promise<Result<VerifiedAgain>> {
  const search = openSearch(engine, signal)
  return judgeWith(search, engine, upTo, signal).finally(search.close)
}

async function judgeWith(search: PeopleSearch, engine: Engine, upTo: number, signal: AbortSignal): Promise<Result<VerifiedAgain>> {
  const { db } = engine
  const context = knowledgeOf(db, engine.verifyAt(), [], engine.crossCheck)
  const index = recipientsOf(db)
  const all = readOutstanding(db, { upTo })
  const changes: SavedChange[] = []
  let done = 0
  let run: number | null = null
  let judged: Judged[] = []
  const tell = () => {
    if (all.length > 0) progressed(engine, { what: 'verdicts', done, total: all.length })
  }
  const save = async ({ why, importId }: Outstanding) => {
    const held = judged.map(({ completed: { credential }, ...one }) => ({ ...one, recipients: credential.recipients }))
    const settled = await search.settle(held, index)
    if (!settled.ok) return settled
    // Where the search was stopped, the rest stays to be judged.
    const verifications = judged
      .slice(0, settled.value)
      .map((one) => ({ ...one, verdict: matched(one.completed.credential.recipients, one.verdict, index).verdict }))
    index.answers.clear()
    const saved = saveVerification(db, { verifications, importId, why, run, asked: upTo, ...act(engine) })
    if (!saved.ok) return saved
    changes.push(...saved.value.changes)
    run = saved.value.run
    done += verifications.length
    judged = []
    tell()
    return saved
  }
  tell()
  for (const [place, one] of all.entries()) {
    if (signal.aborted) break
    const { credentialId } = one
    const held = wholeOriginal(engine, credentialId)
    const parsed = held && parsedIn(held)
    if (parsed) {
      const credential = completeCredential(parsed.credential, storedIn(context))
      const completed = { credential: keptCredential(credential), key: credentialKey(credential) }
      judged.push({ credentialId, verdict: keptVerdict(await verify(parsed, context)), completed, holder: held.holder, inConflict: held.inConflict === 1 })
    } else {
      const settled = settleOutstanding(db, { credentialIds: [credentialId], upTo })
      if (!settled.ok) return settled
    }
    const next = all[place + 1]
    if (judged.length < batch && next !== undefined && sameReason(one, next)) continue
    const saved = await save(one)
    if (!saved.ok) return saved
    await pause()
  }
  const heeded = disablePlans(engine, engine.crossCheck.takeMismatches())
  if (!heeded.ok) return heeded
  // Everything was judged in the way that is now in doubt. The nearest of the reasons the store knows.
  const asked = heeded.value ? ask(engine, { why: 'documents' }) : success(0)
  if (!asked.ok) return asked
  const moves = sumMoves(changes.map(({ before, after }): Moved => ({ before, after, count: 1 })))
  return success({ verifiedAgain: done, changed: changes.length, moves, run, outstanding: countOutstanding(db) })
}

/** Does what a request asked for, when its turn comes. What is stopped stays remembered, and the next work goes on with it. */
export const carryOut = (
  engine: Engine,
  asked: number,
  { touchedBy, signal }: Pick<VerifyAgain, 'touchedBy' | 'signal'> = {},
): Promise<Result<VerifiedAgain>> =>
  inTurn(engine, signal, async (stop) => {
    // Until it is known which badges are concerned, nothing can be counted.
    progressed(engine, { what: 'verdicts', done: 0, total: 0 })
    const narrowed = touchedBy === undefined ? success(null) : await narrow(engine, asked, touchedBy, stop)
    return narrowed.ok ? judgeOutstanding(engine, asked, stop) : narrowed
  })

/** Judges held credentials once more from their original bytes, with the register and documents of today, and says what changed. */
export async function verifyAgain(engine: Engine, request: VerifyAgain): Promise<Result<VerifiedAgain>> {
  const asked = ask(engine, request)
  return asked.ok ? carryOut(engine, asked.value, request) : asked
}

/**
 * Rematches unmatched credentials, and brings verdicts that spoke of several claimants up to date. Where it is stopped, the
 * next search goes on with what is left.
 *
 * @param which Whether those whose search was put off are among them.
 */
export async function findPeopleAgain(engine: Engine, signal?: AbortSignal, which?: ToSeek): Promise<Result<PeopleFound>> {
  const again = await matchAgain(engine, { signal, ...(which === undefined ? {} : { which }) })
  if (!again.ok) return again
  const { looked, found, disputed, sought } = again.value
  if (disputed.size > 0) {
    const verified = await verifyAgain(engine, { why: 'roster', credentialIds: disputed, ...(signal === undefined ? {} : { signal }) })
    if (!verified.ok) return verified
    if (signal?.aborted) return success({ looked, found })
  }
  // Last of all: until then they would be looked for once more.
  const saved = sought.upTo === 0 ? success(null) : saveSought(engine.db, sought)
  return saved.ok ? success({ looked, found }) : saved
}
