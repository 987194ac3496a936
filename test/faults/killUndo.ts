import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { City } from '../unit/engine/stand'
import { digest, tablesOf } from '../unit/store/stand'
import { at, expectSound, importing, readyFolder } from './killImport.ts'
import { storedRow } from './storedRow.ts'
import { done, program, surroundings, tekizai } from './tekizai.ts'

const logs = ['import', 'import_item', 'import_sum', 'envelope', 'audit', 'audit_head', 'setting']

/** Digest of all stored data without the logs. */
function factsOf(folder: string): string {
  const db = new Database(join(folder, 'tekizai.sqlite'), { readonly: true })
  const facts = digest(
    db,
    tablesOf(db).filter((name) => !logs.includes(name)),
  )
  db.close()
  return facts
}

interface Kept {
  readonly state: string
  readonly pending: number
  readonly credentials: number
}

const keptIn = (folder: string): Kept =>
  storedRow(folder, 'SELECT (SELECT state FROM import) AS state, (SELECT COUNT(*) FROM undo) AS pending, (SELECT COUNT(*) FROM credential) AS credentials')

/** Begins to undo the import and kills the program so many milliseconds after its first output. */
const killUndo = (folder: string, importId: string, milliseconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const words = ['import', 'undo', importId, '--data', folder, '--json']
    const child = spawn(process.execPath, program(...words), { env: surroundings(), stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.once('data', () => void setTimeout(() => child.kill('SIGKILL'), milliseconds))
    child.on('error', reject)
    child.on('close', () => resolve())
  })

/** Kills an undo so many times, at moments spread over its length, and lets it end: the stored data then equal those before the import. */
export async function expectUndoWhole(city: City, kills: number): Promise<void> {
  const ready = factsOf(at('ready'))
  const imported = readyFolder('imported')
  const id = String((await done(...importing(city, imported))).lines().at(-1)!.id)
  let [round, pending] = [0, 0]
  let folder = ''
  for (let kill = 0; kill < kills; kill += 1) {
    if (folder === '' || keptIn(folder).state === 'undone') {
      round += 1
      folder = at(`undone-${round}`)
      cpSync(imported, folder, { recursive: true })
    }
    await killUndo(folder, id, (kill * 37) % 211)
    expectSound(folder)
    const kept = keptIn(folder)
    // Either it has ended, or it is pending.
    expect([kept.state, kept.pending]).toEqual(kept.state === 'undone' ? ['undone', 0] : ['done', 1])
    pending += kept.pending
  }
  console.log(`${kills} kills: ${pending} of them before the undo had ended, in ${round} imports`)
  if (keptIn(folder).state !== 'undone') await done('import', 'undo', id, '--data', folder)
  expect(keptIn(folder)).toEqual({ state: 'undone', pending: 0, credentials: 0 })
  expect(factsOf(folder)).toBe(ready)
  expectSound(folder)
  expect((await tekizai(['import', 'undo', id, '--data', folder])).stderr).toContain('[import.already-undone]')
}
