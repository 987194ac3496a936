import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Engine } from '../../electron/engine/handler'
import { makeSampleCity } from '../../electron/sample'
import { closeDatabase, databaseName, openDatabase } from '../../electron/store'
import { tokyoDay } from '../../shared/model/day'
import type { Result } from '../../shared/model/problem'
import { root } from '../run/freshBuild.ts'
import { now } from './credentials'

/** The worker as it is shipped. */
export const workerFile = join(root, 'out/main/worker.cjs')

/** The value of a result that must be good. */
export function good<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'tekizai-bench-'))
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Writes the sample city into the folder. @returns the paths of its files by name. */
export async function writeSampleCity(folder: string, badges: number): Promise<(name: string) => string> {
  const { files } = await makeSampleCity({ staff: 300, badges, seed: 1 })
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  return (name) => join(folder, name)
}

/** Writes the texts as one bundle, a file each. @returns its path. */
export function writeBundle(folder: string, texts: readonly string[]): string {
  const path = join(folder, 'signed.zip')
  writeFileSync(path, zipSync(Object.fromEntries(texts.map((text, number) => [`${String(number).padStart(5, '0')}.json`, Buffer.from(text)])), { level: 6 }))
  return path
}

/** The engine over a data folder that nobody has used. */
export function freshEngine(folder: string): Engine {
  const dataFolder = join(folder, randomUUID())
  mkdirSync(dataFolder)
  return {
    db: good(openDatabase(join(dataFolder, databaseName))),
    dataFolder,
    version: '0.0.0',
    workerFile,
    now: () => now,
    today: () => tokyoDay(now),
    newId: randomUUID,
    tell: () => {},
    jobs: new Map(),
  }
}

export const close = ({ db }: Engine): void => void good(closeDatabase(db))
