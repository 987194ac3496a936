import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { beginUndo, closeDatabase, databaseName, openDatabase } from '../../electron/store'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, day, good, writeCity } from '../unit/engine/stand'
import { importing, readyCity, readyFolder } from './killImport.ts'
import { expectUndoWhole } from './killUndo.ts'
import { done, tekizai } from './tekizai.ts'

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  await readyCity(city)
})

it('an undo killed three times ends as if it had never been killed when it is run again', () => expectUndoWhole(city, 3))

it('while an undo is pending, the command line says with every number that it is, and starts no import', async () => {
  const folder = readyFolder('pending')
  const id = String((await done(...importing(city, folder))).lines().at(-1)!.id)
  const db = good(openDatabase(join(folder, databaseName)))
  good(beginUndo(db, { importId: id }))
  good(closeDatabase(db))
  for (const words of [
    ['coverage', '--data', folder, '--on', day],
    ['people', '--data', folder, '--on', day],
    ['report', 'holders', '--data', folder, '--on', day, '--out', join(folder, 'holders.html')],
  ]) {
    const { code, stderr } = await tekizai(words)
    expect([words[0], code]).toEqual([words[0], 0])
    expect(stderr).toContain('[import.undoing]')
  }
  const refused = await tekizai(importing(city, folder))
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('[import.undoing]')
  const undone = await done('import', 'undo', id, '--data', folder, '--json')
  expect(undone.stderr).toBe('')
  const progress = undone.lines().filter(({ kind }) => kind === 'progress')
  expect(progress.length).toBeGreaterThan(1)
  expect(progress.every((line) => Number(line.done) <= Number(line.total))).toBe(true)
  expect((await done('coverage', '--data', folder, '--on', day)).stderr).toBe('')
})
