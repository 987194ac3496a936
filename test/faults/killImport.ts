import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { verifyAudit } from '../../electron/store'
import { scratch } from '../fixtures/scratch'
import { type City, day, instant } from '../unit/engine/stand'
import { done, program, surroundings } from './tekizai.ts'

/** Shared by tests of killed imports: a folder with the city's people, and imports of its badges that are killed. */

const base = scratch()
export const at = (name: string): string => join(base, name)

export async function readyCity(city: City): Promise<void> {
  await done('roster', city.path('roster.csv'), '--data', at('ready'), '--on', day)
  await done('register', 'import', city.path('register.json'), '--data', at('ready'))
  await done('skills', 'import', city.path('skills.csv'), '--data', at('ready'))
}

/** A copy of the city's people under another name. */
export function readyFolder(name: string): string {
  cpSync(at('ready'), at(name), { recursive: true })
  return at(name)
}

export const importing = (city: City, folder: string) => ['import', city.path('badges.zip'), '--data', folder, '--at', instant, '--json'] as const

/** Begins an import and kills it: so many milliseconds after its start, or after its first output. @returns how much it had reported as done. */
export function killed(city: City, folder: string, milliseconds: number, after: 'start' | 'first word'): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program(...importing(city, folder)), { env: surroundings(), stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    let waiting = false
    const wait = () => {
      if (!waiting) setTimeout(() => child.kill('SIGKILL'), milliseconds)
      waiting = true
    }
    if (after === 'start') wait()
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
      wait()
    })
    child.on('error', reject)
    child.on('close', () => {
      const whole = said
        .slice(0, said.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => line.includes('"progress"'))
      resolve(whole.reduce((most, line) => Math.max(most, (JSON.parse(line) as { done: number }).done), 0))
    })
  })
}

export function expectSound(folder: string): void {
  const db = new Database(join(folder, 'tekizai.sqlite'))
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(verifyAudit(db)).toBeNull()
  db.close()
}

export const coverage = async (folder: string) =>
  createHash('sha256')
    .update((await done('coverage', '--data', folder, '--on', day, '--json')).stdout)
    .digest('hex')

/**
 * Kills an import of the same bundle so many times, at moments that look like chance and are the same each time, and lets the last one end.
 * Nothing that was acknowledged may be lost, and the numbers must be those of an import that nothing came in the way of.
 */
export async function expectNothingLost(city: City, kills: number): Promise<void> {
  const undisturbed = readyFolder('undisturbed')
  const whole = (await done(...importing(city, undisturbed))).lines().at(-1)!
  const folder = readyFolder('killed')
  let underWay = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const moment = (kill * 7919) % 101
    // Half of them while it starts, reads and gathers; half while it saves.
    const acknowledged = kill % 2 === 0 ? await killed(city, folder, 150 + moment * 5, 'start') : await killed(city, folder, moment * 2, 'first word')
    expectSound(folder)
    const db = new Database(join(folder, 'tekizai.sqlite'), { readonly: true })
    const newest = db.prepare<[], { done: number; state: string }>('SELECT done, state FROM import ORDER BY rowid DESC LIMIT 1').get()
    db.close()
    if (acknowledged > 0) {
      expect(newest!.done).toBeGreaterThanOrEqual(acknowledged)
      if (newest!.state === 'running') underWay += 1
    }
  }
  console.log(`${kills} kills: ${underWay} of them in the middle of saving`)
  const again = (await done(...importing(city, folder))).lines().at(-1)!
  expect(again.received).toBe(whole.received)
  expect(again.grades).toEqual(whole.grades)
  expect(await coverage(folder)).toBe(await coverage(undisturbed))
  expectSound(folder)
}
