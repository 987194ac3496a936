import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../shared/model/problem'
import { readWhole } from './readWhole'

// The script for the other PC is shipped beside the program as a file of its own, never inside it: the program itself has no network code.
const file = 'courier/courier.mjs'

/** Electron's folder of shipped resources; undefined where the program runs without Electron. */
const shipped = (process as { readonly resourcesPath?: string }).resourcesPath

/** The courier's script: the shipped file, or the one of the source tree, two folders above the build. */
export const readCourierScript = (): Promise<Result<Uint8Array>> => {
  const places = [...(shipped === undefined ? [] : [join(shipped, file)]), join(__dirname, '../../resources', file)]
  return readWhole(places.find((path) => existsSync(path)) ?? places[0]!)
}
