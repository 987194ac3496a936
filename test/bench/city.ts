import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Engine } from '../../electron/engine/handler'
import { handlers } from '../../electron/engine/handlers'
import { emptyQueue } from '../../electron/engine/jobs/queue/emptyQueue'
import { makeSampleCity } from '../../electron/sample'
import { closeDatabase, databaseName, openDatabase, readDepartment, saveIssuers, thisOwner } from '../../electron/store'
import { makeCrossCheck } from '../../electron/verifier'
import { tokyoDay } from '../../shared/model/day'
import type { Result } from '../../shared/model/problem'
import { root } from '../run/freshBuild.ts'
import { type Issuer, knowing, now } from './credentials'

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
export async function writeSampleCity(folder: string, badges: number, staff = 300): Promise<(name: string) => string> {
  const { files } = await makeSampleCity({ staff, badges, seed: 1 })
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
  return (name) => join(folder, name)
}

/** A ZIP made by others holds fewer entries than 65,536: many badges come in several. */
const entriesOfBundle = 20_000

/** Writes the texts as bundles, a file each. @returns their paths. */
export async function writeBundles(folder: string, texts: AsyncIterable<string> | Iterable<string>): Promise<readonly string[]> {
  const paths: string[] = []
  let files: Record<string, Uint8Array> = {}
  let held = 0
  const write = () => {
    const path = join(folder, `signed-${paths.length}.zip`)
    writeFileSync(path, zipSync(files, { level: 6 }))
    paths.push(path)
    files = {}
    held = 0
  }
  for await (const text of texts) {
    files[`${String(held).padStart(5, '0')}.json`] = Buffer.from(text)
    held += 1
    if (held === entriesOfBundle) write()
  }
  if (held > 0) write()
  return paths
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
    maintenanceFile: join(root, 'out/main/maintenance.cjs'),
    now: () => now,
    verifyAt: () => now,
    crossCheck: makeCrossCheck(),
    today: () => tokyoDay(now),
    newId: randomUUID,
    tell: () => {},
    jobs: new Map(),
    verifying: emptyQueue(),
    undoing: new Map(),
    owner: thisOwner('command', () => now),
    takeOver: false,
    claims: { jobs: new Map(), working: new Set(), beat: null },
    madeFolders: [],
  }
}

/** An engine that knows the sample city's people and issuers and this issuer too, ready for its first bundle. @returns it with the addresses of its people. */
export async function settledEngine(
  folder: string,
  city: (name: string) => string,
  issuer: Issuer,
): Promise<{ readonly engine: Engine; readonly emails: readonly string[] }> {
  const engine = freshEngine(folder)
  good(await handlers['roster.import']({ path: city('roster.csv'), on: '2026-11-20', mapping: null }, engine))
  good(await handlers['register.import']({ path: city('register.json'), replace: false, digest: null }, engine))
  good(saveIssuers(engine.db, { issuers: knowing(issuer.did).register.issuers, at: engine.now().toISOString(), actor: 'bench' }))
  return { engine, emails: readDepartment(engine.db).people.flatMap((person) => person.emails) }
}

export const close = ({ db }: Engine): void => void good(closeDatabase(db))
