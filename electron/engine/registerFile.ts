import { isObject } from '../../shared/model/json'
import { failure, type Result } from '../../shared/model/problem'
import type { IssuerRegister } from '../../shared/model/register'
import { readWhole } from '../disk/readWhole'
import { readRegister } from '../parser'
import { decodeText, readJson } from '../reader'

/** Reads an issuer register from a file of the command line's shape, or says why it is none. */
export async function readRegisterFile(path: string): Promise<Result<IssuerRegister>> {
  const read = await readWhole(path)
  if (!read.ok) return read
  const json = readJson(decodeText(read.value).text)
  if (!json.ok || json.problems.length > 0 || !isObject(json.value)) return failure({ code: 'register.not-found', detail: path })
  const register = readRegister(json.value)
  return register.ok
    ? register
    : failure({ code: 'register.not-found', detail: [register.problem.at, register.problem.detail, path].filter((part) => part !== undefined).join(' ') })
}
