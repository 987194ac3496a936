import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The foreign vectors outside the repository; absent in a fresh clone. */
const folder = fileURLToPath(new URL('../../../../shared/vectors/', import.meta.url))

export const vectorPath = (path: string): string => `${folder}${path}`

/** The JSON of a vector file, or null where the vectors are absent, which is reported. */
export function readVector<Shape>(path: string): Shape | null {
  if (existsSync(vectorPath(path))) return JSON.parse(readFileSync(vectorPath(path), 'utf8')) as Shape
  console.log(`${path}: 0 vectors, the folder of foreign vectors is not here`)
  return null
}
