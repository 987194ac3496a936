import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../run/freshBuild.ts'

/** What came of a run of the built program on its command line. */
export interface ProgramRun {
  readonly printed: string
  /** The most memory (RSS) the process ever held, its worker threads among it. */
  readonly peakMegabytes: number
}

const reportPeak = join(root, 'test/bench/reportPeak.ts')

/** What the window gives its engine: see `electron/main/engineProcess.ts`. */
const engineMemory = ['--max-semi-space-size=8', '--heap-growing-percent=50']

/** Runs the program as it is shipped. Throws where it could not do its work. */
export function runProgram(...words: readonly string[]): ProgramRun {
  const given = [
    ...engineMemory,
    '--import',
    reportPeak,
    '--import',
    join(root, 'test/stand-in/register.ts'),
    join(root, 'out/main/index.cjs'),
    '--cli',
    ...words,
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, given, {
    env: { ...process.env, STAND_IN_HEADLESS: '1' },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const [, megabytes] = /peak ([\d.]+)/.exec(stderr) ?? []
  if (status !== 0 || megabytes === undefined) throw new Error(stderr)
  return { printed: stdout, peakMegabytes: Number(megabytes) }
}
