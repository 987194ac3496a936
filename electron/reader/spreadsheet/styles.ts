import { type Result, success } from '../../../shared/model/problem'
import { dateStyle, type NumberStyle, numberStyle, plainStyle } from './numberFormat'
import type { ReadPart } from './parts'
import { walkXml } from './xml'

/** Formats every Excel knows by number: dates and times, the Japanese ones (27–36, 50–58) included. */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/**
 * The styles cells refer to by index; none where the workbook has no such part.
 * @source ECMA-376 Part 1, sections 18.8.10, 18.8.30
 */
export function readStyles(part: ReadPart, name: string): Result<readonly NumberStyle[]> {
  const bytes = part(name)
  if (!bytes.ok) return bytes
  if (!bytes.value) return success([])
  const formats = new Map<number, NumberStyle>()
  const styles: NumberStyle[] = []
  const walked = walkXml(bytes.value, {
    open(element, attributes, path) {
      if (element === 'numFmt') formats.set(Number(attributes.numFmtId), numberStyle(attributes.formatCode ?? ''))
      if (element !== 'xf' || path.at(-2) !== 'cellXfs') return
      const id = Number(attributes.numFmtId)
      styles.push(formats.get(id) ?? (builtInDates.has(id) ? dateStyle : plainStyle))
    },
  })
  return walked.ok ? success(styles) : walked
}
