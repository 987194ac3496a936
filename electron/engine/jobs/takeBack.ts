import type { Output } from '../../../shared/contract'
import type { UndoState } from '../../../shared/contract/importing'
import { failure, type Result, success } from '../../../shared/model/problem'
import type { SupportDocument } from '../../parser'
import { acceptedEvidence, beginUndo, continueUndo, countOutstanding, leaveStep, pendingUndos, together, type Undo } from '../../store'
import { evidenceDigest } from '../../verifier'
import { act } from '../act'
import { jobChanged } from '../changed'
import type { Engine } from '../handler'
import { documentName, heldDocuments, knowledgeOf } from '../knowledge/knowledge'
import { rebuildBeside } from '../maintenance'
import { inTurn } from './turn'
import { ask, carryOut, type VerifyAgain, verifyAgain } from './verifyAgain'

type Undone = Output<'import.undo'>
type AffectedBy = NonNullable<VerifyAgain['touchedBy']>

/** What is to be verified again because documents went with the import, and by which request. */
interface Asked {
  readonly number: number
  readonly touchedBy: AffectedBy
}

const pause = () => new Promise((resolve) => setImmediate(resolve))

/** The undo that has begun and not ended, as it is shown; null where there is none. */
export function undoState({ db, undoing }: Pick<Engine, 'db' | 'undoing'>): UndoState | null {
  const undo = pendingUndos(db)[0]
  return undo === undefined ? null : stateOf(undo, undoing.has(undo.importId))
}

const stateOf = ({ importId, done, total }: Undo, running: boolean): UndoState => ({ importId, done, total, running })

/** Remembers which credentials the documents that will go with the import concern, in one transaction with the step behind it. */
function askBeforeDocumentsGo(engine: Engine, importId: string): Result<Asked | null> {
  const { db } = engine
  const left = new Set(heldDocuments(db, importId).map(documentName))
  const accepted = new Set(acceptedEvidence(db, importId))
  const released = new Set(acceptedEvidence(db).filter((digest) => !accepted.has(digest)))
  // Evidence that stays but counts no more concerns as many as evidence that goes.
  const isReleased = (document: SupportDocument) => released.size > 0 && document.type === 'evidence' && released.has(evidenceDigest(document))
  const leaving = heldDocuments(db).filter((document) => !left.has(documentName(document)) || isReleased(document))
  const touchedBy: AffectedBy = { documents: leaving, within: knowledgeOf(db, engine.verifyAt()) }
  return together(db, () => {
    leaveStep(db, { importId, step: 'documents' })
    if (leaving.length === 0) return success(null)
    const asked = ask(engine, { why: 'undo', touchedBy })
    return asked.ok ? success({ number: asked.value, touchedBy }) : asked
  })
}

interface Went {
  readonly removed: number
  readonly finished: boolean
  readonly asked: Asked | null
}

/** Does one part after another, other calls being answered in between, until the undo has ended or is stopped. */
async function goOn(engine: Engine, begun: Undo, progress: Progress, signal: AbortSignal): Promise<Result<Went>> {
  const { importId } = begun
  let [undo, asked]: [Undo, Asked | null] = [begun, null]
  let reported = -1
  for (;;) {
    // A hundred reports are enough for a bar.
    const hundredth = undo.total === 0 ? 100 : Math.floor((undo.done * 100) / undo.total)
    if (hundredth !== reported) await progress(stateOf(undo, true))
    reported = hundredth
    await pause()
    if (signal.aborted) return success({ removed: undo.removed, finished: false, asked })
    if (undo.step === 'documents') {
      const remembered = askBeforeDocumentsGo(engine, importId)
      if (!remembered.ok) return remembered
      asked = remembered.value
    }
    if (undo.step === 'space') {
      const rebuilt = await rebuildBeside(engine)
      if (!rebuilt.ok) return rebuilt
      leaveStep(engine.db, { importId, step: 'space' })
    }
    const continued = continueUndo(engine.db, { importId, ...act(engine) })
    if (!continued.ok) return continued
    if (continued.value === null) return success({ removed: undo.removed, finished: true, asked })
    undo = continued.value
  }
}

/** Verifies again what the documents that went concern; behind an undo that was killed, everything that is remembered. */
async function settle(engine: Engine, asked: Asked | null): Promise<Result<unknown>> {
  if (asked !== null) return carryOut(engine, asked.number, { touchedBy: asked.touchedBy })
  if (countOutstanding(engine.db) === 0) return success(null)
  return verifyAgain(engine, { why: 'undo', credentialIds: new Set() })
}

type Progress = (state: UndoState) => Promise<void> | void

function begin(engine: Engine, undo: Undo, resumed: boolean, progress: Progress): Promise<Result<Undone>> {
  const { importId } = undo
  const { undoing } = engine
  const stop = new AbortController()
  const run = async (): Promise<Result<Undone>> => {
    // In turn with what verifies stored badges again: a badge must not go while it is verified.
    const went = await inTurn(engine, stop.signal, (signal) => goOn(engine, undo, progress, signal))
    if (!went.ok) return went
    const { removed, finished, asked } = went.value
    const settled = finished && (asked !== null || resumed) ? await settle(engine, asked) : success(null)
    return settled.ok ? success({ removed, finished }) : settled
  }
  const ended = run().finally(() => {
    undoing.delete(importId)
    jobChanged(engine, 'undo')
  })
  undoing.set(importId, { importId, stop: () => stop.abort(), ended })
  return ended
}

/**
 * Takes an import back, or goes on with the undo that was stopped or killed. Where supporting documents go with it, what they concern is verified again.
 * Badges it brought that a later import brought too are that one's from then on.
 *
 * @returns how many credentials were removed, those before a stop included; `import.not-found`, `import.already-undone`, and `import.running` while another
 * import of this program is under way.
 */
export async function takeBack(
  engine: Engine,
  importId: string,
  as: 'undone' | 'cancelled' = 'undone',
  progress: Progress = (state) => engine.tell('undo.progress', state),
): Promise<Result<Undone>> {
  const underWay = engine.undoing.get(importId)
  if (underWay !== undefined) return underWay.ended
  const other = [...engine.jobs.keys()].find((id) => id !== importId)
  if (other !== undefined && as === 'undone') return failure({ code: 'import.running', detail: other })
  const resumed = pendingUndos(engine.db).some((undo) => undo.importId === importId)
  const begun = beginUndo(engine.db, { importId, as })
  return begun.ok ? begin(engine, begun.value, resumed, progress) : begun
}

/** Stops the undo that is going on, and waits for its last part. */
export async function stopUndos({ undoing }: Pick<Engine, 'undoing'>): Promise<void> {
  const jobs = [...undoing.values()]
  for (const job of jobs) job.stop()
  await Promise.all(jobs.map(({ ended }) => ended))
}
