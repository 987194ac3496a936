import { type Result, success } from '../../../../shared/model/problem'
import { type Intake, type Kept, release as releaseMemory, type Units } from '../../../intake'
import { readImportSummary, readRevision, saveBatch } from '../../../store'
import type { Engine } from '../../handler'
import { disablePlans } from '../../knowledge/disablePlans'
import { documentName, knowledgeOf, storedDocuments } from '../../knowledge/knowledge'
import { recipientsOf, seekingOf } from '../../knowledge/matching'
import { percentReporter } from '../percentReporter'
import { batchItem } from './batchItem'
import type { Gate } from './gate'
import type { ImportProgress, ImportWork } from './importWork'
import { reverifyAfterImport } from './reverifyAfterImport'

/** How many units are saved in one transaction: the disk is waited for once for all of them. A small import is saved in several parts too, so that it shows progress. */
const unitsAtOnce = (total: number): number => Math.min(500, Math.max(50, Math.ceil(total / 20)))

/** What an import works with while it runs. */
interface Running {
  readonly intake: Intake
  readonly gate: Gate
  readonly signal: AbortSignal
  readonly progress: ImportProgress
}

/** Reads, verifies, matches and saves units in batches; each batch is one transaction with the place to resume at. Then reverifies what the import affects. */
export async function importUnits(engine: Engine, work: ImportWork, { intake, gate, signal, progress }: Running): Promise<Result<null>> {
  const { importId, units, from, verifyAt } = work
  const { db } = engine
  const documents = await intake.gather(units)
  if (signal.aborted) return success(null)
  const storedBefore = new Set(storedDocuments(db).map(documentName))
  const context = knowledgeOf(db, verifyAt, documents)
  const [index, revision] = [recipientsOf(db), readRevision(db)]
  const [atOnce, report] = [unitsAtOnce(units.length), percentReporter()]
  let done = from
  let unsaved: (readonly Kept[])[] = []
  let plansDisabled = false
  const save = async (): Promise<Result<null>> => {
    await gate.pass()
    if (signal.aborted) return success(null)
    done += unsaved.length
    const saved = saveBatch(db, { importId, items: unsaved.flat().map((found) => batchItem(found, index)), cursor: String(done), done, revision })
    if (!saved.ok) return saved
    const disabled = disablePlans(engine, intake.takeMismatches())
    if (!disabled.ok) return disabled
    plansDisabled ||= disabled.value
    // Answers are recorded for each badge: none is needed for the next batch.
    index.answers.clear()
    releaseMemory(unsaved)
    unsaved = []
    await report(done, units.length, () => progress(readImportSummary(db, importId)!))
    return success(null)
  }
  const rest: Units = { length: units.length - from, slice: (start, end) => units.slice(from + start, from + end) }
  for await (const lists of intake.keep(rest, context, seekingOf(db, units.length))) {
    unsaved.push(...lists)
    if (unsaved.length < atOnce && done + unsaved.length < units.length) continue
    const saved = await save()
    if (!saved.ok || signal.aborted) return saved
  }
  // An earlier run of a resumed import may have saved the documents already.
  const added = from > 0 ? documents : documents.filter((document) => !storedBefore.has(documentName(document)))
  return signal.aborted ? success(null) : reverifyAfterImport(engine, work, context, plansDisabled ? 'everything' : added, signal)
}
