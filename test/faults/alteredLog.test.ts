import { join } from 'node:path'
import Connection from 'better-sqlite3'
import { beforeAll, expect, it } from 'vitest'
import { handlers } from '../../electron/engine/handlers'
import { checkDatabase } from '../../electron/engine/jobs/check/checkDatabase'
import { closeEngine } from '../../electron/engine/open'
import { databaseName } from '../../electron/store'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, good, openScratchEngine, scratch, settleCity, writeCity } from '../unit/engine/stand'
import { tekizai } from './tekizai.ts'

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

it('an audit log in which a row was altered is found by check and by the daily check, which name the row', async () => {
  const folder = scratch()
  const engine = openScratchEngine(folder)
  await settleCity(engine, city)
  expect(good(await checkDatabase(engine)).audit).toBe(null)
  expect(good(await handlers['application.read']({}, engine)).damage).toEqual([])
  await closeEngine(engine)
  const db = new Connection(join(folder, databaseName))
  db.exec("DROP TRIGGER audit_is_never_changed; UPDATE audit SET actor = 'somebody' WHERE id = 2")
  db.close()
  const found = await tekizai(['check', '--data', folder, '--json'])
  expect(found.code).toBe(1)
  expect(found.stderr).toContain('[audit.altered]')
  expect(found.lines()).toEqual([
    { kind: 'damage', code: 'audit.altered', at: 2 },
    { kind: 'check', intact: false, damaged: 0, mended: 0, tables: 0 },
  ])
  const later = openScratchEngine(folder)
  expect(good(await handlers['application.read']({}, later)).damage).toEqual([{ code: 'audit.altered', detail: '2' }])
  await closeEngine(later)
})
