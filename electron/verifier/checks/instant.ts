import { isDay } from '../../../shared/model/day'
import { readInstant as readWritten } from '../../parser/instant'

const tokyoOffsetMilliseconds = 9 * 60 * 60 * 1000
const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * The instant a date in a credential, a list or the register stands for; null where it is none.
 *
 * A bare day is a Japanese calendar day: its first instant as a beginning, its last millisecond as an end. A time without a zone is Japanese time.
 *
 * @source RFC 3339, section 5.6; XML Schema 1.1 part 2, section 3.3.7
 */
export function readInstant(text: string, edge: 'start' | 'end'): Date | null {
  const written = readWritten(text)
  if (!written || written.zoned) return written?.at ?? null
  const inJapan = written.at.getTime() - tokyoOffsetMilliseconds
  return new Date(edge === 'end' && isDay(text.trim()) ? inJapan + dayMilliseconds - 1 : inJapan)
}
