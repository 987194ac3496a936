import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Results, resultsText, withParts } from './results.ts'

const folder = import.meta.dirname

/** How the name of a bench file ends. */
export const ending = '.bench.ts'

function readResults(): Results {
  const file = join(folder, 'results.json')
  // Written by the last run: it has the shape this one gives it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {}
}

/** Puts these parts in place of their former selves in results.json, and writes RESULTS.md anew from the whole. */
export function writeResults(parts: Results): void {
  const standing = readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? [basename(file, ending)] : []))
  const results = withParts(readResults(), parts, standing)
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(join(folder, 'RESULTS.md'), resultsText(results))
}
