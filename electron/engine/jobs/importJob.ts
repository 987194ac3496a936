import { basename, resolve } from 'node:path'
import type { ImportSummary } from '../../../shared/contract/importing'
import { failure, type Result, success } from '../../../shared/model/problem'
import { gatherSupport, type Inspected, inspectUnits, listUnits, type Unit } from '../../intake'
import type { RecipientIndex } from '../../roster'
import {
  type BatchItem,
  finishImport,
  readImportJob,
  readImportSummary,
  readRegister,
  saveBatch,
  setImportState,
  startImport,
  supportDocuments,
  undoImport,
} from '../../store'
import { buildContext, contextDigest, type VerifierContext } from '../../verifier'
import { act } from '../act'
import type { Engine } from '../handler'
import { matched, recipientsOf } from '../matching'
import { verifyAgain } from './verifyAgain'

/** An import under way. */
export interface ImportJob {
  readonly importId: string
  pause(): void
  resume(): void
  /** Stops it; what it had stored is taken back. */
  cancel(): void
  /** Stops it where it stands, to be gone on with later: the program is closing. */
  leave(): void
  readonly ended: Promise<Result<ImportSummary>>
}

/** A gate that lets through while it is open. */
function makeGate() {
  let open: (() => void) | null = null
  let passing: Promise<void> = Promise.resolve()
  return {
    close: () => {
      if (open !== null) return
      passing = new Promise((pass) => {
        open = pass
      })
    },
    open: () => {
      open?.()
      open = null
    },
    pass: () => passing,
  }
}

type Progress = (summary: ImportSummary) => Promise<void> | void

interface Work {
  readonly importId: string
  readonly units: readonly Unit[]
  /** How many units an earlier run has saved. */
  readonly from: number
  /** The instant verification judges time by. */
  readonly judgedAt: Date
}

/** What is stored of one thing: a credential goes with the person it belongs to. */
function itemOf(found: Inspected, index: RecipientIndex): BatchItem {
  if (found.kind !== 'credential') return found
  const { person, judge } = matched(found.credential, index)
  return { ...found, person, verification: judge(found.verification) }
}

/** Reads, verifies, matches and saves, batch by batch; each batch is one transaction with the place to go on from. */
async function work(
  engine: Engine,
  { importId, units, from, judgedAt }: Work,
  gate: ReturnType<typeof makeGate>,
  signal: AbortSignal,
  progress: Progress,
): Promise<Result<number>> {
  const { db, workerFile } = engine
  const documents = await gatherSupport(units, { workerFile, signal })
  const context = buildContext([...supportDocuments(db), ...documents], readRegister(db), judgedAt)
  const index = recipientsOf(db)
  let done = from
  let told = -1
  for await (const lists of inspectUnits(units.slice(from), context, { workerFile, signal })) {
    await gate.pass()
    if (signal.aborted) break
    done += lists.length
    const saved = saveBatch(db, { importId, items: lists.flat().map((found) => itemOf(found, index)), cursor: String(done), done })
    if (!saved.ok) return saved
    // A hundred tellings are enough for a bar: the sums are counted from the items each time.
    const hundredth = Math.floor((done * 100) / units.length)
    if (hundredth === told) continue
    told = hundredth
    await progress(readImportSummary(db, importId)!)
  }
  return success(documents.length)
}

function begin(engine: Engine, job: Work, progress: Progress): ImportJob {
  const gate = makeGate()
  const stop = new AbortController()
  let leaving = false
  const { importId } = job
  const state = (next: 'paused' | 'running' | 'cancelled') => setImportState(engine.db, { importId, state: next, ...act(engine) })
  const tell = () => engine.tell('import.progress', readImportSummary(engine.db, importId)!)

  const run = async (): Promise<Result<ImportSummary>> => {
    const worked = await work(engine, job, gate, stop.signal, progress)
    if (leaving) return failure({ code: 'import.interrupted', detail: importId })
    if (!worked.ok || stop.signal.aborted) {
      const undone = undoImport(engine.db, { importId, ...act(engine) })
      if (undone.ok) state('cancelled')
      return worked.ok ? success(readImportSummary(engine.db, importId)!) : worked
    }
    const finished = finishImport(engine.db, { importId, ...act(engine) })
    if (!finished.ok) return finished
    // What came with this import may settle what an earlier one had to leave open.
    if (worked.value > 0) {
      const again = await verifyAgain(engine, { notFrom: importId, becauseOf: importId })
      if (!again.ok) return again
    }
    return success(readImportSummary(engine.db, importId)!)
  }

  const ended = run().finally(() => {
    engine.jobs.delete(importId)
    if (leaving) return
    tell()
    engine.tell('data.changed', { what: 'import' })
  })
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
  const listed = listUnits(paths)
  if (!listed.ok) return listed
  const units = listed.value
  const [importId, judgedAt] = [engine.newId(), engine.now()]
  const started = startImport(engine.db, {
    importId,
    sources: paths.map((path) => basename(path)),
    judgedAt: judgedAt.toISOString(),
    total: units.length,
    remaining: { paths: [...paths] },
    ...act(engine),
  })
  return started.ok ? success(begin(engine, { importId, units, from: 0, judgedAt }, progress)) : started
}

/** Goes on with an import that was left or that a crash interrupted, behind the last batch that was saved. */
export function resumeImportJob(engine: Engine, importId: string): Result<ImportJob> {
  const stored = readImportJob(engine.db, { importId })
  if (!stored.ok) return stored
  const { cursor, remaining, summary } = stored.value
  const paths =
    typeof remaining === 'object' && remaining !== null && 'paths' in remaining && Array.isArray(remaining.paths) ? remaining.paths.map(String) : null
  if (paths === null) return failure({ code: 'import.already-undone', detail: importId })
  const listed = listUnits(paths)
  if (!listed.ok) return listed
  const state = setImportState(engine.db, { importId, state: 'running', ...act(engine) })
  if (!state.ok) return state
  const job: Work = { importId, units: listed.value, from: Number(cursor ?? 0), judgedAt: new Date(summary.at) }
  return success(begin(engine, job, (told) => engine.tell('import.progress', told)))
}

/** Imports everything under the paths and waits for the end. */
export async function runImport(engine: Engine, paths: readonly string[], { progress }: { readonly progress: Progress }): Promise<Result<ImportSummary>> {
  const job = startImportJob(engine, paths, progress)
  return job.ok ? job.value.ended : job
}
