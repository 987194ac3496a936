// npm start: the program in Electron where Electron can be had; else the same build in the window of an installed browser, saying so.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../stand-in/findBrowser.ts'
import { ensureBuild, root } from './freshBuild.ts'

const words = process.argv.slice(2)
const electronFolder = join(root, 'node_modules/electron')

function findElectron(): string | undefined {
  const pathFile = join(electronFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist'), readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : undefined
}

function run(program: string, given: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  const child = spawn(program, given, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

ensureBuild()
let electron = findElectron()
if (electron === undefined && process.env.NO_ELECTRON_DOWNLOAD === undefined) {
  console.error('Electron’s own program is not here yet: fetching it once (NO_ELECTRON_DOWNLOAD=1 skips this) …')
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore', timeout: 300_000 })
  electron = findElectron()
}

const display = process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined
const browser = findBrowser()
if (electron !== undefined) run(electron, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...words])
else if (browser !== undefined) {
  console.error(
    `Electron’s program could not be had. The same program opens in ${browser}${display ? '' : ' without a window, since there is no display (Ctrl+C ends it)'}.`,
  )
  run(process.execPath, ['--import', join(root, 'test/stand-in/register.ts'), join(root, 'out/main/index.cjs'), ...words], {
    STAND_IN_HEADLESS: display ? '0' : '1',
  })
} else {
  console.error(
    'Neither Electron’s program nor an installed Chromium, Chrome or Edge was found. Install one of them (on Debian: apt-get install chromium), or name one in CHROMIUM_PATH.',
  )
  process.exit(1)
}
