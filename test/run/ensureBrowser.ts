import { spawnSync } from 'node:child_process'
import { findBrowser } from '../stand-in/findBrowser.ts'

const run = (program: string, words: readonly string[]) =>
  spawnSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0

/** An installed Chromium, Chrome or Edge; on Debian, and as root, it is installed where there is none. Without one the process ends by saying what to install. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found !== undefined) return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
    console.error('No Chromium, Chrome or Edge is installed: installing Debian’s chromium by apt …')
    if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) {
      const installed = findBrowser()
      if (installed !== undefined) return installed
    }
  }
  const how = process.platform === 'linux' ? 'sudo apt-get install chromium' : 'install Chrome or Edge'
  console.error(`A Chromium, Chrome or Edge is needed and none was found. Install one (${how}), or name one in CHROMIUM_PATH.`)
  process.exit(1)
}
