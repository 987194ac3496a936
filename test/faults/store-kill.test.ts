import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase, readImportJob } from '../../electron/store'
import { good, holdingsDigest, scratchFolder } from '../unit/store/stand'

const writer = (path: string, batches: number) => [
  '--disable-warning=ExperimentalWarning',
  '--import',
  join(import.meta.dirname, 'resolveTypeScript.mjs'),
  join(import.meta.dirname, 'storeWriter.ts'),
  path,
  String(batches),
]

/** Lets the writer work and kills it some milliseconds after its first output. @returns the last batch it reported as saved. */
function killedAfter(path: string, milliseconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, writer(path, 100_000), { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complaint = ''
    let killing = false
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      if (killing) return
      killing = true
      setTimeout(() => child.kill('SIGKILL'), milliseconds)
    })
    child.stderr.on('data', (text: Buffer) => {
      complaint += text.toString()
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      // A truncated line does not count.
      const whole = said.slice(0, said.lastIndexOf('\n')).split('\n')
      if (signal === 'SIGKILL') resolve(Number(whole.at(-1)))
      else reject(new Error(complaint))
    })
  })
}

test('an import killed twenty times loses no batch reported as saved, and ends with the same data', { timeout: 90_000 }, async () => {
  const path = join(scratchFolder(), 'city.sqlite')
  let saved = 0
  for (let kill = 0; kill < 20; kill += 1) {
    // Moments spread over some forty milliseconds, in no order: opening, writing, committing, checkpointing.
    const acknowledged = await killedAfter(path, (kill * 17) % 41)
    const db = good(openDatabase(path))
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    const { cursor, summary } = good(readImportJob(db, { importId: 'long' }))
    saved = Number(cursor)
    expect(saved).toBeGreaterThanOrEqual(acknowledged)
    expect(summary.received).toBe(saved * 20)
    db.close()
  }
  const uninterrupted = join(scratchFolder(), 'city.sqlite')
  expect(spawnSync(process.execPath, writer(uninterrupted, saved)).status).toBe(0)
  const [killed, whole] = [good(openDatabase(path)), good(openDatabase(uninterrupted))]
  expect(holdingsDigest(killed)).toBe(holdingsDigest(whole))
})
