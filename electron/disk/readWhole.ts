import { readFile } from 'node:fs/promises'
import { type Result, success } from '../../shared/model/problem'
import { problemOf } from './problemOf'

/** Reads a file whole, or says why it cannot be read. */
export async function readWhole(path: string): Promise<Result<Uint8Array>> {
  try {
    return success(await readFile(path))
  } catch (error) {
    return { ok: false, problem: problemOf(error, path, 'read') }
  }
}
