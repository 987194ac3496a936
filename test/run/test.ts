// npm test: types, style, what nothing uses, unit and static tests, then the program itself end to end. Installs a browser where it may and none is there.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBrowser } from './ensureBrowser.ts'
import { ensureBuild, root } from './freshBuild.ts'

const script = (path: string) => join(root, 'node_modules', path)
const vitest = [script('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts']

/** Tests that together go through every line of verifier and parser: only these are run with coverage, which makes a run half as slow again. */
const covering = [
  ...['verifier', 'parser', 'reader', 'courier', 'sample', 'intake'].map((room) => `test/unit/${room}/`),
  'test/unit/engine/endorsements.test.ts',
]
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['types', [script('typescript/bin/tsc'), '-b']],
  ['style', [script('@biomejs/biome/bin/biome'), 'check', '.', '--error-on-warnings']],
  ['unused', [script('knip/bin/knip.js'), '--no-progress']],
  ['unit, verifier and parser', [...vitest, '--coverage', ...covering]],
  ['unit, everything else', [...vitest, ...covering.flatMap((path) => ['--exclude', path.endsWith('/') ? `${path}**` : path])]],
  ['e2e', [script('@playwright/test/cli.js'), 'test', '--config', 'test/playwright.config.ts']],
]

ensureBrowser()
ensureBuild()
let failed = 0
for (const [name, words] of steps) {
  console.log(`\n── ${name}`)
  if (spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status === 0) continue
  console.error(`${name}: not as it should be`)
  failed++
}
process.exit(failed === 0 ? 0 : 1)
