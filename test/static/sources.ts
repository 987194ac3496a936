import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** A source file of the project. `path` is from the root, with forward slashes. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** What an import names: a file of ours by its path, or a package or Node module by its name. */
export interface Imported {
  readonly from: string
  /** Path of the imported file or folder, from the root; null for a package. */
  readonly file: string | null
  /** `node:fs`, `react`, `@noble/ed25519`; null for a file of ours. */
  readonly module: string | null
  readonly typeOnly: boolean
}

/** Paths of every file of the project that git knows or would add. */
export function listFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\0')
  return [...new Set(listed)].filter((path) => path !== '')
}

/** Every file of the project that git knows or would add, of the given endings. */
export function readSources(...endings: readonly string[]): readonly Source[] {
  return listFiles()
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .flatMap((path) => {
      const text = readIfThere(join(root, path))
      return text === null ? [] : [{ path, text }]
    })
}

/** A file that was deleted but not yet committed is still listed. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const importPatterns = [
  /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*()['"]([^'"]+)['"]/gm,
  /\bimport\s*()\(\s*['"]([^'"]+)['"]/g,
  /\brequire\s*()\(\s*['"]([^'"]+)['"]/g,
]

const packageName = (specifier: string) =>
  specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.startsWith('node:') ? specifier : specifier.split('/')[0]!

/** Everything a file imports. Comments are no imports: the patterns ask for the statement's form at the start of a line or a call. */
export function importsOf({ path, text }: Source): readonly Imported[] {
  return importPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, type, specifier]) => {
      const file = specifier!.startsWith('.') ? join(dirname(path), specifier!).replaceAll('\\', '/') : null
      return { from: path, file, module: file === null ? packageName(specifier!) : null, typeOnly: type !== undefined && type !== '' }
    }),
  )
}
