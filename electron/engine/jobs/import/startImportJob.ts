import { basename, resolve } from 'node:path'
import { failure, type Result, success } from '../../../../shared/model/problem'
import { compactUnits, listUnits } from '../../../intake'
import { startImport } from '../../../store'
import { act } from '../../act'
import type { Engine, ImportJob } from '../../handler'
import { claim } from '../ownership/claim'
import { refusal } from '../ownership/refusal'
import { release } from '../ownership/release'
import { beginImport } from './beginImport'
import { importJobName } from './importJobName'
import { type ImportProgress, notifyOfImport } from './importWork'
import { listingDigest } from './listingDigest'

/** Begins an import of everything under the paths. Where a path cannot be read, it fails before anything is written. */
export function startImportJob(engine: Engine, paths: readonly string[], progress: ImportProgress = notifyOfImport(engine)): Result<ImportJob> {
  const refused = refusal(engine)
  if (refused !== null) return failure(refused)
  const listed = listUnits(paths)
  if (!listed.ok) return listed
  const units = listed.value
  const [importId, verifyAt] = [engine.newId(), engine.verifyAt()]
  const claimed = claim(engine, importJobName(importId))
  if (!claimed.ok) return claimed
  const started = startImport(engine.db, {
    importId,
    sources: paths.map((path) => basename(path)),
    verifyAt: verifyAt.toISOString(),
    total: units.length,
    // Absolute: the import may be resumed from another working directory.
    remaining: { paths: paths.map((path) => resolve(path)), listing: listingDigest(units) },
    ...act(engine),
  })
  if (started.ok) return success(beginImport(engine, { importId, units: compactUnits(units), from: 0, verifyAt }, progress))
  release(engine, importJobName(importId))
  return started
}
