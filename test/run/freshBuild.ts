import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
const stamp = join(root, 'out/built')
const sources = ['electron', 'renderer', 'shared', 'resources', 'package-lock.json', 'electron.vite.config.ts']

const changedAt = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  return found.isDirectory() ? Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name)))) : found.mtimeMs
}

/** Builds where a source is newer than the build, and ends the process with the build's own message where that fails. */
export function ensureBuild(): void {
  if (Math.max(...sources.map((name) => changedAt(join(root, name)))) < changedAt(stamp)) return
  rmSync(stamp, { force: true })
  const built = spawnSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) {
    console.error('The build did not succeed; what went wrong stands above.')
    process.exit(1)
  }
  writeFileSync(stamp, '')
}
