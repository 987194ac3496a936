import { createHash } from 'node:crypto'
import { isObject } from '../../../shared/model/json'
import { failure, type Result, success } from '../../../shared/model/problem'
import type { IssuerRegister } from '../../../shared/model/register'
import { readWhole } from '../../disk/readWhole'
import { readRegister } from '../../parser'
import { decodeText, readJson } from '../../reader'

/** The issuers of a register file, with the SHA-256 of the file as hex. */
export interface RegisterFile extends IssuerRegister {
  readonly digest: string
}

/** Reads an issuer register from a file of the command line's shape. `register.not-found` with the place of the fault where the file is none. */
export async function readRegisterFile(path: string): Promise<Result<RegisterFile>> {
  const read = await readWhole(path)
  if (!read.ok) return read
  const json = readJson(decodeText(read.value).text)
  if (!json.ok || json.problems.length > 0 || !isObject(json.value)) return failure({ code: 'register.not-found', detail: path })
  const register = readRegister(json.value)
  return register.ok
    ? success({ ...register.value, digest: createHash('sha256').update(read.value).digest('hex') })
    : failure({ code: 'register.not-found', detail: [register.problem.at, register.problem.detail, path].filter((part) => part !== undefined).join(' ') })
}
