import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { beginUndo, closeDatabase, continueUndo, databaseName, openDatabase, readImports } from '../../electron/store'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, day, good, instant, writeCity } from '../unit/engine/stand'
import { importing, readyCity, readyFolder } from './killImport.ts'
import { expectUndoWhole } from './killUndo.ts'
import { done, tekizai } from './tekizai.ts'

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  await readyCity(city)
})

it('an undo killed three times ends with the same data when it is run again', () => expectUndoWhole(city, 3))

it('while an undo is pending, the command line reports it with every number', async () => {
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
  const undone = await done('import', 'undo', id, '--data', folder, '--json')
  expect(undone.stderr).toBe('')
  const progress = undone.lines().filter(({ kind }) => kind === 'progress')
  expect(progress.length).toBeGreaterThan(1)
  expect(progress.every((line) => Number(line.done) <= Number(line.total))).toBe(true)
  expect((await done('coverage', '--data', folder, '--on', day)).stderr).toBe('')
})

it('an import finishes a killed undo before it begins', async () => {
  const folder = readyFolder('finished-first')
  const [first] = (await done(...importing(city, folder))).lines().slice(-1)
  const db = good(openDatabase(join(folder, databaseName)))
  good(beginUndo(db, { importId: String(first!.id) }))
  good(continueUndo(db, { importId: String(first!.id), at: instant, actor: 'local' }))
  good(closeDatabase(db))
  const [again] = (await done(...importing(city, folder))).lines().slice(-1)
  expect({ ...again, id: first!.id }).toEqual(first)
  const opened = good(openDatabase(join(folder, databaseName)))
  expect(
    readImports(opened)
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['done', 'undone'])
  good(closeDatabase(opened))
})
