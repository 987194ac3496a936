import { type RosterMapping, rosterMapping } from '../../../shared/contract/roster'
import { failure, type Result, success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { decodeText, readJson } from '../../reader'

/** Reads a JSON file that maps our names of roster columns to the headers of a file. */
export async function readMappingFile(path: string): Promise<Result<RosterMapping>> {
  const read = await readWhole(path)
  if (!read.ok) return read
  const json = readJson(decodeText(read.value).text)
  const parsed = rosterMapping.safeParse(json.ok ? json.value : undefined)
  return parsed.success ? success(parsed.data) : failure({ code: 'mapping.shape', detail: path })
}
