import { basename, resolve } from 'node:path'
import type { ImportSummary } from '../../../shared/contract/importing'
import { isObject } from '../../../shared/model/json'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import { compactUnits, type Intake, type Kept, listUnits, openIntake, release as releaseMemory, type Units } from '../../intake'
import { readKept, type SupportDocument } from '../../parser'
import type { RecipientIndex } from '../../roster'
import {
  type BatchItem,
  countOutstanding,
  differenceAt,
  finishImport,
  pendingUndos,
  readEdition,
  readImportJob,
  readImportSummary,
  saveBatch,
  setImportState,
  settleSupport,
  startImport,
  together,
  unsettledSupport,
} from '../../store'
import { contextDigest, type VerifierContext } from '../../verifier'
import { act } from '../act'
import { jobChanged } from '../changed'
import type { Engine, ImportJob } from '../handler'
import { disablePlans } from '../knowledge/disablePlans'
import { documentName, heldDocuments, knowledgeOf } from '../knowledge/knowledge'
import { matched, recipientsOf, recordAnswers, seekingOf } from '../knowledge/matching'
import { type Gate, makeGate } from './gate'
import { listingOf } from './listing'
import { claim, refusal, release } from './owned'
import { takeBack } from './takeBack'
import { ask, carryOut, findPeopleAgain, type VerifyAgain } from './verifyAgain'

type Progress = (summary: ImportSummary) => Promise<void> | void

interface Work {
  readonly importId: string
  readonly units: Units
  /** How many units an earlier run has saved. */
  readonly from: number
  /** The instant verification judges time by. */
  readonly judgedAt: Date
}

/** What is stored of one thing: a credential goes with the person it belongs to. */
function itemOf(found: Kept, index: RecipientIndex): BatchItem {
  if (found.kind !== 'credential') return found
  const { sought } = found
  recordAnswers(index, sought)
  const missed = sought.flatMap(({ question, owners }) => (owners.length === 0 ? [question] : []))
  return { ...found, ...matched(found.credential.recipients, found.verdict, index), missed }
}

/**
 * What came with an import may settle what an earlier one had to leave open; and what came from elsewhere meanwhile, a register or a roster, is heeded
 * for its own badges too.
 *
 * @param brought `everything` where what was judged so far cannot be relied on: then all is judged once more.
 */
async function settle(
  engine: Engine,
  { importId, judgedAt }: Work,
  context: VerifierContext,
  brought: readonly SupportDocument[] | 'everything',
  signal: AbortSignal,
): Promise<Result<null>> {
  const { db } = engine
  const unchanged = contextDigest(knowledgeOf(db, judgedAt)) === contextDigest(context)
  const whole = brought === 'everything' || !unchanged
  // Documents of imports that stopped before they could ask for their effect: it is asked for once, on behalf of each.
  const left = [...unsettledSupport(db)].filter(([other]) => other !== importId).map(([other, kept]) => [other, kept.map(readKept)] as const)
  const requests: readonly VerifyAgain[] = [
    ...left
      .filter(() => !whole)
      .map(([other, documents]): VerifyAgain => ({ why: 'documents', becauseOf: other, notFrom: other, touchedBy: { documents, within: context } })),
    {
      why: 'documents',
      becauseOf: importId,
      ...(unchanged && brought !== 'everything' ? { notFrom: importId } : {}),
      ...(whole ? {} : brought.length > 0 ? { touchedBy: { documents: brought, within: context } } : { credentialIds: new Set<number>() }),
    },
  ]
  const asked = together(db, (): Result<readonly number[]> => {
    const numbers: number[] = []
    for (const request of requests) {
      const one = ask(engine, request)
      if (!one.ok) return one
      numbers.push(one.value)
    }
    settleSupport(db, [importId, ...left.map(([other]) => other)])
    return success(numbers)
  })
  if (!asked.ok) return asked
  // What was stopped earlier is gone on with.
  if (whole || countOutstanding(db) > 0) {
    for (const [place, number] of asked.value.entries()) {
      const again = await carryOut(engine, number, { signal, ...(requests[place]!.touchedBy === undefined ? {} : { touchedBy: requests[place]!.touchedBy }) })
      if (!again.ok) return again
    }
  }
  const found = await findPeopleAgain(engine, signal)
  return found.ok ? success(null) : found
}

/** Units saved in one transaction: the disk is waited for once for all of them. An import of few is saved in several parts all the same, to be seen to go on. */
const savedTogether = (total: number): number => Math.min(500, Math.max(50, Math.ceil(total / 20)))

/** Reads, verifies, matches and saves, batch by batch; each batch is one transaction with the place to go on from. */
async function work(engine: Engine, job: Work, intake: Intake, gate: Gate, signal: AbortSignal, progress: Progress): Promise<Result<null>> {
  const { importId, units, from, judgedAt } = job
  const { db } = engine
  const documents = await intake.gather(units)
  if (signal.aborted) return success(null)
  const held = new Set(heldDocuments(db).map(documentName))
  const context = knowledgeOf(db, judgedAt, documents)
  const [index, edition] = [recipientsOf(db), readEdition(db)]
  const together = savedTogether(units.length)
  let done = from
  let waiting: (readonly Kept[])[] = []
  let told = -1
  let differed = false
  const save = async (): Promise<Result<null>> => {
    await gate.pass()
    if (signal.aborted) return success(null)
    done += waiting.length
    const saved = saveBatch(db, { importId, items: waiting.flat().map((found) => itemOf(found, index)), cursor: String(done), done, edition })
    if (!saved.ok) return saved
    const heeded = disablePlans(engine, intake.takeMismatches())
    if (!heeded.ok) return heeded
    differed ||= heeded.value
    // Answers are recorded for each badge: none needs to be remembered here.
    index.answers.clear()
    releaseMemory(waiting)
    waiting = []
    // A hundred tellings are enough for a bar.
    const hundredth = Math.floor((done * 100) / units.length)
    if (hundredth !== told) await progress(readImportSummary(db, importId)!)
    told = hundredth
    return success(null)
  }
  const rest: Units = { length: units.length - from, slice: (start, end) => units.slice(from + start, from + end) }
  for await (const lists of intake.keep(rest, context, seekingOf(db, units.length))) {
    waiting.push(...lists)
    if (waiting.length < together && done + waiting.length < units.length) continue
    const saved = await save()
    if (!saved.ok || signal.aborted) return saved
  }
  // Of an import that is gone on with, an earlier run may have saved the documents already.
  const brought = from > 0 ? documents : documents.filter((document) => !held.has(documentName(document)))
  return signal.aborted ? success(null) : settle(engine, job, context, differed ? 'everything' : brought, signal)
}

/** An import as a job that has an owner. */
export const jobOf = (importId: string): string => `import:${importId}`

function begin(engine: Engine, job: Work, progress: Progress): ImportJob {
  const gate = makeGate()
  const stop = new AbortController()
  let leaving = false
  const { importId } = job
  const { db } = engine
  const state = (next: ImportSummary['state']) => setImportState(db, { importId, state: next, ...act(engine) })
  const tell = () => engine.tell('import.progress', readImportSummary(db, importId)!)

  const run = async (): Promise<Result<ImportSummary>> => {
    const intake = openIntake({ workerFile: engine.workerFile, signal: stop.signal, plans: differenceAt(db) === null })
    const worked = await work(engine, job, intake, gate, stop.signal, progress).finally(intake.close)
    if (leaving) {
      // A paused one stays paused: somebody wanted it so.
      if (readImportSummary(db, importId)?.state === 'running') state('interrupted')
      return failure({ code: 'import.interrupted', detail: importId })
    }
    if (worked.ok && !stop.signal.aborted) return finishImport(db, { importId, ...act(engine) })
    const back = await takeBack(engine, importId, 'cancelled')
    // Not even that can be written down: it waits for better times as an interrupted one.
    if (!back.ok) state('interrupted')
    if (!worked.ok) return worked
    return back.ok ? success(readImportSummary(db, importId)!) : back
  }
  const conclude = async (): Promise<Result<ImportSummary>> => {
    try {
      const concluded = await run().finally(() => release(engine, jobOf(importId)))
      engine.jobs.delete(importId)
      if (!leaving) {
        tell()
        jobChanged(engine, 'import')
      }
      return concluded
    } catch (error) {
      // The call that began it was answered long ago: the contract's door for what nobody foresaw stands here.
      engine.jobs.delete(importId)
      return failure({ code: 'call.failed', detail: error instanceof Error ? error.message : String(error) })
    }
  }

  const ended = conclude()
  const running: ImportJob = {
    importId,
    pause: () => {
      gate.close()
      state('paused')
      tell()
    },
    resume: () => {
      state('running')
      gate.open()
      tell()
    },
    cancel: () => {
      stop.abort()
      gate.open()
    },
    leave: () => {
      leaving = true
      stop.abort()
      gate.open()
    },
    ended,
  }
  engine.jobs.set(importId, running)
  return running
}

/** Begins an import of everything under the paths. Fails before anything is written where a path cannot be reached. */
export function startImportJob(
  engine: Engine,
  paths: readonly string[],
  progress: Progress = (summary) => engine.tell('import.progress', summary),
): Result<ImportJob> {
  const refused = refusal(engine)
  if (refused !== null) return failure(refused)
  const listed = listUnits(paths)
  if (!listed.ok) return listed
  const units = listed.value
  const [importId, judgedAt] = [engine.newId(), engine.verifyAt()]
  const claimed = claim(engine, jobOf(importId))
  if (!claimed.ok) return claimed
  const started = startImport(engine.db, {
    importId,
    sources: paths.map((path) => basename(path)),
    judgedAt: judgedAt.toISOString(),
    total: units.length,
    // Whoever goes on with it may stand in another folder.
    remaining: { paths: paths.map((path) => resolve(path)), listing: listingOf(units) },
    ...act(engine),
  })
  if (started.ok) return success(begin(engine, { importId, units: compactUnits(units), from: 0, judgedAt }, progress))
  release(engine, jobOf(importId))
  return started
}

/**
 * Goes on with an import that was left or that a crash interrupted, behind the last batch that was saved.
 *
 * @returns `import.not-found`, `import.already-undone`, `import.already-done`; `import.changed` where its files are others now; `work.window`,
 * `work.command`, `work.elsewhere` where another program is at work.
 */
export function resumeImportJob(
  engine: Engine,
  importId: string,
  progress: Progress = (summary) => engine.tell('import.progress', summary),
): Result<ImportJob> {
  const claimed =
    readImportSummary(engine.db, importId) === null ? failure<Problem>({ code: 'import.not-found', detail: importId }) : claim(engine, jobOf(importId))
  if (!claimed.ok) return claimed
  // Read as the owner: until then another program may have gone on with it.
  const work = workLeft(engine, importId)
  if (work.ok) return success(begin(engine, work.value, progress))
  release(engine, jobOf(importId))
  return work
}

function workLeft(engine: Engine, importId: string): Result<Work> {
  const stored = readImportJob(engine.db, { importId })
  if (!stored.ok) return stored
  const { cursor, remaining, summary } = stored.value
  if (summary.state === 'done') return failure({ code: 'import.already-done', detail: importId })
  if (!isObject(remaining) || !Array.isArray(remaining.paths)) return failure({ code: 'import.already-undone', detail: importId })
  const listed = listUnits(remaining.paths.map(String))
  if (!listed.ok) return listed
  if (remaining.listing !== listingOf(listed.value)) return failure({ code: 'import.changed', detail: summary.sources.join(', ') })
  const state = setImportState(engine.db, { importId, state: 'running', ...act(engine) })
  return state.ok ? success({ importId, units: compactUnits(listed.value), from: Number(cursor ?? 0), judgedAt: new Date(summary.at) }) : state
}

/** Imports everything under the paths and waits for the end. An undo that was stopped or killed is finished first. */
export async function runImport(engine: Engine, paths: readonly string[], { progress }: { readonly progress: Progress }): Promise<Result<ImportSummary>> {
  for (const { importId, endsAs } of pendingUndos(engine.db)) {
    const finished = await takeBack(engine, importId, endsAs)
    if (!finished.ok) return finished
  }
  const job = startImportJob(engine, paths, progress)
  return job.ok ? job.value.ended : job
}
