import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './launch.ts'

/** The command line of the built program. @returns what it printed. */
export const tekizai = (...words: readonly string[]): string =>
  execFileSync(process.execPath, ['--import', join(root, 'test/stand-in/register.ts'), join(root, 'out/main/index.cjs'), '--cli', ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })

/** What the sample city knows of itself, from its generator and not from our engine. */
export interface Answers {
  readonly roster: { readonly summary: { readonly rows: number; readonly people: number; readonly divisions: number } }
  readonly import: { readonly first: Readonly<Record<string, number>> & { readonly grades: Readonly<Record<string, number>> } }
}

export const readAnswers = (folder: string): Answers => JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Answers
