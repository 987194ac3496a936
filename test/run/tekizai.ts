// npm run -s tekizai -- <verb> …: the command line of the built program, without Electron.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuild, root } from './freshBuild.ts'

ensureBuild()
const child = spawn(
  process.execPath,
  // The memory an engine is given when the window starts it.
  [
    '--max-semi-space-size=8',
    '--heap-growing-percent=50',
    '--import',
    join(root, 'test/stand-in/register.ts'),
    join(root, 'out/main/index.cjs'),
    '--cli',
    ...process.argv.slice(2),
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, STAND_IN_HEADLESS: '1' },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
