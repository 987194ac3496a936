import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '../../../shared/model/day'
import { failure, type Result, success } from '../../../shared/model/problem'
import { ownerOnly } from '../../disk/ownerOnly'
import { writeWhole } from '../../disk/writeWhole'
import { acceptEvidence, emptyEverything, readAudit, readHoldings, readImports, readSetting, recordAct, saveSetting } from '../../store'
import { act } from '../act'
import { readEvidenceFiles } from '../files/readEvidenceFiles'
import type { Engine, Handlers } from '../handler'
import { startImportJob } from '../jobs/import/startImportJob'
import { asOwner } from '../jobs/ownership/asOwner'
import { stopUndos } from '../jobs/undo/stopUndos'
import { rebuildBeside } from '../maintenance'
import { registerHandlers } from './register'
import { requirement } from './requirement'
import { roster } from './roster'
import { skills } from './skills'

/** The day the sample city's roster speaks of. */
const sampleDay: Day = '2026-11-20'

/** Who confirmed the sample's evidence, as its register says who confirmed the keys. */
const confirmedBy = '佐伯　由香里'

/** The setting that says which import is the sample's own. */
const ownImport = 'sample.import'

/** Is anything held that did not come with the sample city? A roster brings people, an import badges; what was tried on the sample itself is part of it. */
function holdsOwnData({ db }: Engine): boolean {
  if (readSetting(db, 'sample') !== true) return true
  const sampleImport = readSetting(db, ownImport)
  if (readImports(db).some(({ importId, state }) => importId !== sampleImport && state !== 'undone' && state !== 'cancelled')) return true
  const acts = readAudit(db, { offset: 0, limit: Number.MAX_SAFE_INTEGER }).map(({ action }) => action)
  const begun = acts.indexOf('sample.remove') // The newest stand first: what came before an earlier sample was taken away is gone.
  return acts.slice(0, begun < 0 ? acts.length : begun).filter((action) => action === 'roster.apply').length > 1
}

/** Writes the sample city's files beside the data. @returns the folder. */
async function writeSample({
  dataFolder,
}: Engine): Promise<Result<{ readonly folder: string; readonly cityName: string; readonly evidence: readonly string[] }>> {
  const { makeSampleCity, usualSample } = await import('../../sample')
  const { files, cityName } = await makeSampleCity(usualSample)
  const folder = join(dataFolder, 'sample')
  await mkdir(folder, { recursive: true, mode: ownerOnly.folder })
  for (const [name, bytes] of files) {
    const written = await writeWhole(join(folder, name), bytes)
    if (!written.ok) return written
  }
  return success({ folder, cityName, evidence: [...files.keys()].filter((name) => name.startsWith('evidence')).map((name) => join(folder, name)) })
}

export const sample: Pick<Handlers, 'sample.open' | 'sample.remove'> = {
  'sample.open': (_input, engine) => asOwner(engine, 'sample', () => openSample(engine)),
  'sample.remove': (_input, engine) => asOwner(engine, 'sample', () => removeSample(engine)),
}

/** Takes in the sample's requirements; a fault in them is a problem of the whole. */
async function importRequirements(path: string, engine: Engine): Promise<Result<null>> {
  const imported = await requirement['requirement.import']({ path, replace: true }, engine)
  if (!imported.ok) return imported
  return imported.value.faults.length > 0 ? failure({ code: 'requirement.refused', detail: path }) : success(null)
}

async function openSample(engine: Engine): Promise<Result<{ importId: string }>> {
  const { people, credentials } = readHoldings(engine.db)
  if (people > 0 || credentials > 0) return failure({ code: 'sample.not-empty' })
  const written = await writeSample(engine)
  if (!written.ok) return written
  const { folder, cityName, evidence } = written.value
  const named = await readEvidenceFiles(evidence)
  if (!named.ok) return named
  const opened = recordAct(engine.db, { action: 'sample.open', subject: '', detail: null, ...act(engine) })
  if (!opened.ok) return opened
  for (const [name, value] of [
    ['sample', true],
    ['cityName', cityName],
  ] as const) {
    const saved = saveSetting(engine.db, { name, value, ...act(engine) })
    if (!saved.ok) return saved
  }
  const steps = [
    () => roster['roster.import']({ path: join(folder, 'roster.csv'), on: sampleDay, mapping: null, confirmed: true }, engine),
    // Its issuers have names that nobody else can have (RFC 2606, `.example`): their keys may be those of another sample city.
    () => registerHandlers['register.import']({ path: join(folder, 'register.json'), replace: true, digest: null }, engine),
    () => skills['skills.import']({ path: join(folder, 'skills.csv') }, engine),
    () => importRequirements(join(folder, 'requirements.csv'), engine),
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
  }
  const started = startImportJob(engine, [join(folder, 'badges.zip'), ...evidence])
  if (!started.ok) return started
  const { importId } = started.value
  // Accepted before the import has read anything: its badges are confirmed by it at once.
  const accepted = acceptEvidence(engine.db, { importId, digests: named.value.digests, confirmedBy, ...act(engine) })
  if (!accepted.ok) return accepted
  const saved = saveSetting(engine.db, { name: ownImport, value: importId, ...act(engine) })
  return saved.ok ? success({ importId }) : saved
}

async function removeSample(engine: Engine): Promise<Result<Record<string, never>>> {
  if (holdsOwnData(engine)) return failure({ code: 'sample.own-data' })
  for (const job of engine.jobs.values()) {
    job.cancel()
    await job.ended
  }
  await stopUndos(engine)
  const emptied = emptyEverything(engine.db, act(engine))
  if (!emptied.ok) return emptied
  const rebuilt = await rebuildBeside(engine)
  if (!rebuilt.ok) return rebuilt
  await rm(join(engine.dataFolder, 'sample'), { recursive: true, force: true })
  return success({})
}
