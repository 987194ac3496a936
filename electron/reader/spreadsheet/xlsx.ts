import { failure, type Result } from '../../../shared/model/problem'
import { openZip } from '../zip/openZip'
import { readSharedStrings } from './sharedStrings'
import { readSheet } from './sheet'
import { readStyles } from './styles'
import { partReader, readWorkbook } from './workbook'

/**
 * The rows of the first visible sheet of an Excel workbook. Formulas give their saved result; nothing is calculated.
 * @source ECMA-376 Part 1, section 18
 */
export function readXlsx(bytes: Uint8Array): Result<string[][]> {
  const entries = openZip(bytes)
  if (!entries.ok) return entries
  const part = partReader(entries.value)
  const workbook = readWorkbook(part)
  if (!workbook.ok) return workbook
  const strings = readSharedStrings(part)
  if (!strings.ok) return strings
  const styles = readStyles(part)
  if (!styles.ok) return styles
  const sheet = part(workbook.value.sheetPart)
  if (!sheet.ok) return sheet
  if (!sheet.value) return failure({ code: 'table.no-sheet' })
  return readSheet(sheet.value, { strings: strings.value, styles: styles.value, epoch1904: workbook.value.epoch1904 })
}
