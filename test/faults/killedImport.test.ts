import { beforeAll, expect, it } from 'vitest'
import { resumeImportJob } from '../../electron/engine/jobs/import/resumeImportJob'
import { closeEngine } from '../../electron/engine/open'
import { readImports } from '../../electron/store'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, coverageOf, day, good, openScratchEngine, trueCoverage, usualScope, writeCity } from '../unit/engine/stand'
import { expectNothingLost, expectSound, killed, readyCity, readyFolder } from './killImport.ts'
import { done } from './tekizai.ts'

let city: City

beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  await readyCity(city)
})

it('an import killed twenty times at any moment loses nothing it had reported as done, and the next one ends with the same data', () =>
  expectNothingLost(city, 20))

it('a killed import is resumed by the window, and undone like any other', async () => {
  const folder = readyFolder('resumed')
  const acknowledged = await killed(city, folder, 0, 'first word')
  const engine = openScratchEngine(folder)
  const [stopped] = readImports(engine.db)
  expect(stopped!.done).toBeGreaterThanOrEqual(acknowledged)
  const resumed = good(resumeImportJob(engine, stopped!.importId))
  expect(good(await resumed.ended)).toMatchObject({ state: 'done', received: city.answers.import.first.received })
  expect(coverageOf(engine, usualScope)).toEqual(trueCoverage(city.answers, { ...usualScope, withLeavers: false }))
  await closeEngine(engine)
  const undone = (await done('import', 'undo', stopped!.importId, '--data', folder, '--json')).lines()
  expect(undone.filter(({ kind }) => kind !== 'progress')).toEqual([{ kind: 'undo', id: stopped!.importId, removed: expect.any(Number) }])
  expect((await done('coverage', '--data', folder, '--on', day, '--json')).stdout).toBe('')
  expectSound(folder)
})
