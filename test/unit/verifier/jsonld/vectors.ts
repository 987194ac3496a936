import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { JsonObject } from '../../../../shared/model/json'

/** Foreign vectors are outside the repository; a fresh clone has none, which its tests report. */
const folder = resolve(import.meta.dirname, '../../../../../shared/vectors')

export const haveVectors = existsSync(folder)

export const vectorPath = (path: string): string => resolve(folder, path)

export const vectorText = (path: string): string => readFileSync(vectorPath(path), 'utf8')

export const vectorJson = (path: string): JsonObject => JSON.parse(vectorText(path))

/** Reports how many vectors a test used, also where it is none. */
export const say = (what: string, count: number): void =>
  console.log(`${what}: ${count} vectors checked${haveVectors ? '' : ' (the folder of vectors is absent)'}`)
