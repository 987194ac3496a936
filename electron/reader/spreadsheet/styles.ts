import { type Result, success } from '../../../shared/model/problem'
import type { ReadPart } from './workbook'
import { walkXml } from './xml'

/** How a number in a cell is shown, as far as it changes the meaning. */
export interface NumberStyle {
  readonly isDate: boolean
  /** `00000`: the number of digits a code is padded to; 0 where it is not. */
  readonly digits: number
}

const plain: NumberStyle = { isDate: false, digits: 0 }

/** Built-in formats of dates and times, the Japanese ones (27–36, 50–58) included. */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/**
 * The styles cells refer to by index.
 * @source ECMA-376 Part 1, sections 18.8.10, 18.8.30
 */
export function readStyles(part: ReadPart): Result<readonly NumberStyle[]> {
  const bytes = part('xl/styles.xml')
  if (!bytes.ok) return bytes
  if (!bytes.value) return success([])
  const formats = new Map<number, string>()
  const styles: NumberStyle[] = []
  const walked = walkXml(bytes.value, {
    open(name, attributes, path) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'xf' && path.at(-2) === 'cellXfs') styles.push(styleOf(Number(attributes.numFmtId), formats))
    },
  })
  return walked.ok ? success(styles) : walked
}

function styleOf(id: number, formats: ReadonlyMap<number, string>): NumberStyle {
  const code = formats.get(id)
  if (code === undefined) return builtInDates.has(id) ? { isDate: true, digits: 0 } : plain
  if (/^0{2,}$/.test(code)) return { isDate: false, digits: code.length }
  // Quoted, bracketed and escaped characters are no date letters; `e` and `g` are 和暦 years and eras.
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /General/i.test(letters) || !/[ymdhsge]/i.test(letters) || /[0#]\.?0*E[+-]/i.test(letters) ? plain : { isDate: true, digits: 0 }
}
