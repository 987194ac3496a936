import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'
import { SourceMap } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run/freshBuild.ts'
import type { Locate } from './profile'

const fromRoot = (path: string): string => relative(root, path).replaceAll('\\', '/')

/** Sources that run as they are, or as the test runner transforms them: the address is the file's. */
export const locateSource: Locate = ({ url }) => (url.startsWith('file:') ? fromRoot(fileURLToPath(url)) : url)

/** Samples this thread while the work is done. @param interval Microseconds between two looks. */
export async function profiled(work: () => Promise<unknown>, interval = 200): Promise<Profiler.Profile> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval })
  await session.post('Profiler.start')
  await work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return profile
}

const mapped = join(root, 'node_modules/.cache/bench/out')

/** Builds the program once more, beside the one that is shipped: the same code with source maps. */
export function buildMapped(): void {
  const words = [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--outDir', mapped, '--sourcemap', '--logLevel', 'warn']
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** Where a function of the mapped build stood before it was bundled. */
export function locateMapped(): Locate {
  const maps = new Map<string, SourceMap | null>()
  const mapOf = (file: string): SourceMap | null => {
    const known = maps.get(file)
    if (known !== undefined) return known
    const beside = readdirSync(dirname(file)).includes(`${basename(file)}.map`)
    const map = beside ? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))) : null
    maps.set(file, map)
    return map
  }
  return (frame) => {
    if (frame.url.startsWith('node:') || frame.url === '') return frame.url
    const file = frame.url.startsWith('file:') ? fileURLToPath(frame.url) : frame.url
    if (!file.startsWith(mapped)) return fromRoot(file)
    const entry = mapOf(file)?.findEntry(frame.lineNumber, frame.columnNumber)
    return entry !== undefined && 'originalSource' in entry ? fromRoot(join(dirname(file), entry.originalSource)) : `what bundling added/${basename(file)}`
  }
}

export interface ProgramProfile {
  readonly main: Profiler.Profile
  /** One for each worker thread, in no order. */
  readonly workers: readonly Profiler.Profile[]
  readonly printed: string
}

/** Runs the mapped build on its command line under the profiler. */
export function profiledProgram(folder: string, ...words: readonly string[]): ProgramProfile {
  const given = [
    `--cpu-prof-dir=${folder}`,
    '--cpu-prof-interval=500',
    '--import',
    join(root, 'test/bench/namedJsonParse.ts'),
    '--import',
    join(root, 'test/stand-in/register.ts'),
    join(mapped, 'main/index.cjs'),
    '--cli',
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--cpu-prof', ...given, ...words], {
    env: { ...process.env, STAND_IN_HEADLESS: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  // Named CPU.day.time.process.thread.sequence; the main thread is 0.
  const profiles = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profiler.Profile // Written by Node itself a moment ago.
  const main = profiles.find((name) => name.split('.')[4] === '0')
  if (main === undefined) throw new Error(`no profile of the main thread among ${profiles.length}`)
  return { main: read(main), workers: profiles.filter((name) => name !== main).map(read), printed: stdout }
}
