import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
const stamp = join(root, 'out/built')
const sources = ['electron', 'renderer', 'shared', 'resources', 'package-lock.json', 'electron.vite.config.ts']

const changedAt = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  return found.isDirectory() ? Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name)))) : found.mtimeMs
}

const isFresh = (): boolean => Math.max(...sources.map((name) => changedAt(join(root, name)))) < changedAt(stamp)

/** The folder that whoever builds holds: two builds at once would empty each other's output. */
const lock = join(root, 'node_modules/.cache/building')
/** A lock this old was left behind by a build that was ended. */
const staleMilliseconds = 120_000

/** Takes the lock. @returns false where another program holds it. */
function takeLock(): boolean {
  mkdirSync(join(lock, '..'), { recursive: true })
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (Date.now() - changedAt(lock) > staleMilliseconds) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

/** Builds where a source is newer than the build, and ends the process with the build's own message where that fails. Waits while another program builds. */
export function ensureBuild(): void {
  const waiting = new Int32Array(new SharedArrayBuffer(4))
  while (!isFresh()) {
    if (takeLock()) {
      try {
        if (!isFresh()) build()
      } finally {
        rmSync(lock, { recursive: true, force: true })
      }
    } else Atomics.wait(waiting, 0, 0, 200)
  }
}

function build(): void {
  rmSync(stamp, { force: true })
  const built = spawnSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) {
    console.error('The build did not succeed; the reason is above.')
    rmSync(lock, { recursive: true, force: true })
    process.exit(1)
  }
  writeFileSync(stamp, '')
}
