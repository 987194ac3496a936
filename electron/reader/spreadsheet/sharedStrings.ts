import { type Result, success } from '../../../shared/model/problem'
import type { ReadPart } from './parts'
import { unescapeCell, walkXml } from './xml'

/**
 * The texts cells refer to by index. Rich text is joined; furigana (`rPh`) is left out.
 * @source ECMA-376 Part 1, sections 18.4.6, 18.4.8, 18.4.9
 */
export function readSharedStrings(part: ReadPart, name: string): Result<readonly string[]> {
  const bytes = part(name)
  if (!bytes.ok) return bytes
  if (!bytes.value) return success([])
  const strings: string[] = []
  let current = ''
  const walked = walkXml(bytes.value, {
    open(element) {
      if (element === 'si') current = ''
    },
    text(text, path) {
      if (path.at(-1) === 't' && !path.includes('rPh')) current += text
    },
    close(element) {
      if (element === 'si') strings.push(unescapeCell(current))
    },
  })
  return walked.ok ? success(strings) : walked
}
