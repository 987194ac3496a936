import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, expect, it } from 'vitest'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, day, writeCity } from '../unit/engine/stand'
import { readyCity, readyFolder } from './killImport.ts'
import { done, tekizai } from './tekizai.ts'
import { coverage, expectNothingLostByTwo, killedImport, openWindow, type Truth, truthOf } from './twoPrograms.ts'

let city: City
let truth: Truth

beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  await readyCity(city)
  truth = await truthOf(city)
})

it(
  'two programs at once on one data folder, in four rounds, lose nothing and do nothing twice, and one that is refused says who is at work',
  { timeout: 600_000 },
  () => expectNothingLostByTwo(truth, 4),
)

it('a killed import is listed as interrupted, is resumed by its verb, and then none is left to resume', async () => {
  const folder = readyFolder('listed')
  const id = await killedImport(city, folder)
  const listed = (await done('import', 'list', '--data', folder, '--json')).lines()
  expect(listed).toMatchObject([{ kind: 'import', id, state: 'interrupted', owner: null }])
  expect((await done('import', 'list', '--data', folder)).stdout).toContain(`${id}\t中断\t`)
  const resumed = (await done('import', 'resume', id, '--data', folder, '--json')).lines().at(-1)!
  expect(resumed).toMatchObject({ kind: 'import', id, received: truth.lines })
  expect(await coverage(folder)).toBe(truth.coverage)
  for (const [verb, code] of [
    ['resume', 'import.already-done'],
    ['cancel', 'import.already-done'],
  ] as const)
    expect(await tekizai(['import', verb, id, '--data', folder])).toMatchObject({ code: 1, stderr: expect.stringContaining(`[${code}]`) })
  expect(await tekizai(['import', 'resume', 'none', '--data', folder])).toMatchObject({ code: 1, stderr: expect.stringContaining('[import.not-found]') })
})

it('a killed import is cancelled by its verb, and nothing of it is left', async () => {
  const folder = readyFolder('cancelled')
  const id = await killedImport(city, folder)
  expect((await done('import', 'cancel', id, '--data', folder, '--json')).lines()).toEqual([{ kind: 'cancel', id, removed: expect.any(Number) }])
  expect((await done('import', 'list', '--data', folder, '--json')).lines()).toMatchObject([{ id, state: 'cancelled' }])
  expect((await done('coverage', '--data', folder, '--on', day, '--json')).stdout).toBe('')
  expect((await tekizai(['import', 'resume', id, '--data', folder])).stderr).toContain('[import.already-undone]')
})

it('a running import is listed with its owner, and no other program can cancel or undo it', async () => {
  const folder = readyFolder('running')
  const window = await openWindow(folder)
  const { value } = (await window.ask('import.start', { paths: [city.path('badges.zip')] })) as { readonly value: { readonly importId: string } }
  await window.ask('import.pause', { importId: value.importId })
  const [listed] = (await done('import', 'list', '--data', folder, '--json')).lines()
  expect(listed).toMatchObject({ id: value.importId, state: 'paused', owner: { program: 'window', host: expect.any(String), processId: expect.any(Number) } })
  for (const words of [
    ['import', 'cancel', value.importId],
    ['import', 'resume', value.importId],
    ['import', 'undo', value.importId],
    ['import', city.path('badges.zip')],
    ['roster', city.path('roster.csv'), '--on', day],
    ['register', 'import', city.path('register.json')],
  ])
    expect(await tekizai([...words, '--data', folder])).toMatchObject({ code: 1, stderr: expect.stringMatching(/^[^\n]*import:[^\n]*\[work\.window\]\n$/) })
  // Reading is possible meanwhile.
  expect((await tekizai(['coverage', '--data', folder, '--on', day])).code).toBe(0)
  await window.ask('import.resume', { importId: value.importId })
  await window.close()
})

it('an import of a program on another PC without recent signs of life is resumed only once a person confirms that it has ended', async () => {
  const folder = readyFolder('elsewhere')
  const id = await killedImport(city, folder)
  const db = new Database(join(folder, 'tekizai.sqlite'))
  db.exec(`INSERT INTO job_owner (job, token, program, process_id, process_start, host, since, seen_at)
           VALUES ('import:${id}', 'x', 'window', 7, 'then', 'PC-IN-ANOTHER-ROOM', '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z')`)
  db.close()
  const words = ['import', 'resume', id, '--data', folder, '--json']
  expect(await tekizai(words)).toMatchObject({ code: 1, stderr: expect.stringMatching(/PC-IN-ANOTHER-ROOM[^\n]*--take-over[^\n]*\[work\.elsewhere\]\n$/) })
  expect((await tekizai([...words, '--take-over'])).lines().at(-1)).toMatchObject({ id, received: truth.lines })
})
