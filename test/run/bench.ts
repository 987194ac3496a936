// npm run bench: every bench, or those whose names are given. `--large` adds the sizes that take long; `--write` measures nothing and writes RESULTS.md anew.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { writeResults } from '../bench/writeResults.ts'
import { root } from './freshBuild.ts'

const words = process.argv.slice(2)
const names = words.filter((word) => !['--large', '--write'].includes(word))

function run(): number {
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/vitest.bench.config.ts', ...names]
  const env = { ...process.env, ...(words.includes('--large') ? { BENCH_LARGE: '1' } : {}) }
  return spawnSync(process.execPath, vitest, { cwd: root, stdio: 'inherit', env }).status ?? 1
}

if (words.includes('--write')) writeResults({})
else process.exit(run())
