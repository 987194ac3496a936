import { addDays, type Day, tokyoDay } from '../../shared/model/day'
import { eraOf, eras } from '../../shared/model/era'
import type { RosterProblemCode } from '../../shared/model/problems/roster'
import { plainDayText, readWrittenDay } from '../../shared/model/writtenDay'

/** The last day serial numbers are read up to: 31 December 2199. Larger numbers are something else: `202604` is a month. */
const lastSerial = 109_574

/** Days between day 0 of the 1900 system and that of the 1904 system. */
const epochDays = 1462

/**
 * Which day does a cell of a roster name?
 *
 * Understood is all that `readWrittenDay` understands, and Excel's serial numbers; a time of day behind is passed over, unless it names a time zone.
 *
 * @param date1904 Whether serial numbers count from 1904, as old workbooks of the Macintosh do.
 * @returns Null where it names no day that exists: 30 February, a year its era did not have, Excel's 29 February 1900.
 */
export const readDay = (text: string, options: { readonly date1904?: boolean } = {}): Day | null => readDayCell(text, options)?.day ?? null

/** A day, and what is remarkable in how it is written. */
export interface DayCell {
  readonly day: Day
  readonly problem: Extract<RosterProblemCode, 'roster.instant' | 'roster.era-over'> | null
}

/** As `readDay`, with what is remarkable: an instant in a time zone, which becomes its Japanese day, or a year its era did not reach. */
export function readDayCell(text: string, { date1904 = false }: { readonly date1904?: boolean } = {}): DayCell | null {
  const cell = text.normalize('NFKC').trim()
  const instant = readInstant(cell)
  if (instant !== undefined) return instant && { day: instant, problem: 'roster.instant' }
  const written = cell.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '')
  const day = readWrittenDay(written)
  if (day) return { day, problem: isEraOver(written, day) ? 'roster.era-over' : null }
  const serial = readSerial(plainDayText(written), date1904)
  return serial && { day: serial, problem: null }
}

/** The Japanese day of `2026-03-31T15:00:00Z` or the like; null where the date or time is none, undefined where the text names no time zone. */
function readInstant(text: string): Day | null | undefined {
  const [, date, hour, minute, second = '0', zone] = /^(.+?)[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i.exec(text) ?? []
  if (date === undefined || zone === undefined) return undefined
  const day = readWrittenDay(date)
  if (!day || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  if (Math.abs(offset) > 14 * 60) return null
  return tokyoDay(new Date(Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minute) - offset) * 60_000 + Number(second) * 1000))
}

/** Is the day written in a year that its era did not reach: 平成38年? */
function isEraOver(text: string, day: Day): boolean {
  // Only these two went on to be written beyond their ends.
  if (!/[昭平SH㍼㍻]/i.test(text)) return false
  const plain = plainDayText(text)
  const named = eras.find(({ kanji, letter }) => plain.startsWith(kanji.charAt(0)) || plain.startsWith(letter))
  return named !== undefined && eraOf(day)?.era !== named
}

/** @source ECMA-376 Part 1, section 18.17.4.1: serial 60 of the 1900 system is a 29 February that never was. */
function readSerial(text: string, date1904: boolean): Day | null {
  if (!/^[1-9]\d{0,5}(\.\d+)?$/.test(text)) return null
  const serial = Math.floor(Number(text)) + (date1904 ? epochDays : 0)
  if (serial > lastSerial || serial === 60) return null
  return addDays('1899-12-31', serial > 60 ? serial - 1 : serial)
}
