import { type Day, isDay } from '../../shared/model/day'
import { readWrittenDay } from '../../shared/model/writtenDay'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `20 Nov 2026`, `20 November 2026 (Fri)`: as our English writes days. */
function readEnglish(text: string): Day | null {
  const [, date, name, year] = /^\s*(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})\s*(?:\([a-z]{3}\))?\s*$/i.exec(text) ?? []
  const month = months.indexOf(name?.slice(0, 3).toLowerCase() ?? '') + 1
  const day = `${year}-${String(month).padStart(2, '0')}-${date?.padStart(2, '0')}`
  return month > 0 && isDay(day) ? day : null
}

/** The day in a typed text, in every form either language of the window shows; null if it is no day. */
export const readTypedDay = (text: string): Day | null => readWrittenDay(text) ?? readEnglish(text)
