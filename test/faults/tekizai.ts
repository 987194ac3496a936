import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunCommandLine } from '../../shared/contract/commandLine'
import { root } from '../run/freshBuild.ts'

/** The arguments that run the command line of the built program. */
export const program = (...words: readonly string[]): readonly string[] => [
  '--import',
  join(root, 'test/stand-in/register.ts'),
  join(root, 'out/main/index.cjs'),
  '--cli',
  ...words,
]

export const surroundings = (locale: 'ja' | 'en' = 'ja') => ({
  ...process.env,
  STAND_IN_HEADLESS: '1',
  STAND_IN_LOCALE: locale,
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
})

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** The lines of standard output, as values. */
  readonly lines: () => readonly Readonly<Record<string, unknown>>[]
}

/** Runs the built program as a process of its own, in a folder of the test's choice. */
export function tekizai(
  words: readonly string[],
  { locale = 'ja', folder = root }: { readonly locale?: 'ja' | 'en'; readonly folder?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program(...words), { env: surroundings(locale), cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    const complained: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => void said.push(piece))
    child.stderr.on('data', (piece: Buffer) => void complained.push(piece))
    child.on('error', reject)
    child.on('close', (code) => resolve(ranOf(code, Buffer.concat(said).toString('utf8'), Buffer.concat(complained).toString('utf8'))))
  })
}

/**
 * Runs the command line of the built program inside this process: quick, for what needs no process of its own.
 * @param now What the clock says.
 */
export async function tekizaiHere(
  words: readonly string[],
  { locale = 'ja', now = new Date() }: { readonly locale?: 'ja' | 'en'; readonly now?: Date } = {},
): Promise<Ran> {
  const { runCommandLine } = createRequire(join(root, 'out/main/index.cjs'))('./cli.cjs') as { runCommandLine: RunCommandLine }
  let stdout = ''
  let stderr = ''
  const code = await runCommandLine(words, {
    locale,
    defaultDataFolder: join(tmpdir(), 'tekizai-nobody-asked-for-this-folder'),
    now: () => now,
    write: async (text) => {
      stdout += text
    },
    writeError: (text) => {
      stderr += text
    },
    print: () => Promise.reject(new Error('there is no printer here')),
  })
  return ranOf(code, stdout, stderr)
}

const ranOf = (code: number | null, stdout: string, stderr: string): Ran => ({
  code,
  stdout,
  stderr,
  lines: () =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
})

/** Runs it and expects exit code 0. */
export async function done(...words: readonly string[]): Promise<Ran> {
  const ran = await tekizai(words)
  if (ran.code !== 0) throw new Error(`${words.join(' ')}: ${ran.code} ${ran.stderr}`)
  return ran
}

/** SQLite's shared-memory file and an empty journal. */
const passing = (name: string, size: number) => name.endsWith('-shm') || (name.endsWith('-wal') && size === 0)

/** Every file under a folder with the digest of its bytes; null where there is no such folder. */
export function contentsOf(path: string): Readonly<Record<string, string>> | null {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return null
  if (found.isFile() && passing(path, found.size)) return {}
  if (found.isFile()) return { '': createHash('sha256').update(readFileSync(path)).digest('hex') }
  return Object.fromEntries(
    readdirSync(path).flatMap((name) => Object.entries(contentsOf(join(path, name)) ?? {}).map(([inner, digest]) => [join(name, inner), digest])),
  )
}
