import { addDays, type Day } from '../../shared/model/day'
import { plainDayText, readWrittenDay } from '../../shared/model/writtenDay'

/** The last day serial numbers are read up to: 31 December 2199. Larger numbers are something else: `202604` is a month. */
const lastSerial = 109_574

/** Days between day 0 of the 1900 system and that of the 1904 system. */
const epochDays = 1462

/**
 * Which day does a cell of a roster name?
 *
 * Understood is all that `readWrittenDay` understands, and Excel's serial numbers; a time of day behind is passed over.
 *
 * @param date1904 Whether serial numbers count from 1904, as old workbooks of the Macintosh do.
 * @returns Null where it names no day that exists: 30 February, a year its era did not have, Excel's 29 February 1900.
 */
export function readDay(text: string, { date1904 = false }: { readonly date1904?: boolean } = {}): Day | null {
  const day = text
    .normalize('NFKC')
    .trim()
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
  return readWrittenDay(day) ?? readSerial(plainDayText(day), date1904)
}

/** @source ECMA-376 Part 1, section 18.17.4.1: serial 60 of the 1900 system is a 29 February that never was. */
function readSerial(text: string, date1904: boolean): Day | null {
  if (!/^[1-9]\d{0,5}(\.\d+)?$/.test(text)) return null
  const serial = Math.floor(Number(text)) + (date1904 ? epochDays : 0)
  if (serial > lastSerial || serial === 60) return null
  return addDays('1899-12-31', serial > 60 ? serial - 1 : serial)
}
