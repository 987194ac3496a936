import { type Day, isDay } from './day'
import { type Era, eraOf, eras } from './era'

/** The text of a day normalized: half width, no blanks, capital letters, no day of the week. */
export const plainDayText = (text: string): string =>
  text
    // ㋿ and similar characters become two kanji, full width becomes half width.
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([日月火水木金土]\)$/, '')
    .replaceAll('元年', '1年')
    .toUpperCase()

/**
 * Which day does a text name, as people in a Japanese office write it?
 *
 * Understood, with blanks anywhere, in full or half width: `2026-04-01`, `2026/4/1`, `2026.4.1`, `20260401`, `2026年4月1日`, `R8.4.1`, `令和８年４月１日`,
 * `令和元年5月1日`, `㋿8.4.1`, `令8.4.1`, `S42/5/3`, `R080401`, `5080401` (era digit first); a day of the week behind is passed over.
 *
 * @returns Null where it names no day that exists: 30 February, a year before its era.
 */
export function readWrittenDay(text: string): Day | null {
  const plain = plainDayText(text)
  return readWestern(plain) ?? readEraYear(plain)
}

function readWestern(text: string): Day | null {
  const separated = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(text)
  if (separated) return dayOf(Number(separated[1]), separated[3]!, separated[4]!)
  const joined = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return joined ? dayOf(Number(joined[1]), joined[2]!, joined[3]!) : null
}

const eraNames = eras.map(({ kanji }) => `${kanji}|${kanji.charAt(0)}`).join('|')
const eraLetters = eras.map(({ letter }) => letter).join('')
const eraShapes: readonly RegExp[] = [
  new RegExp(`^(${eraNames}|[${eraLetters}])(\\d{1,2}|元)(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?$`),
  new RegExp(`^([${eraLetters}1-5])(\\d{2})(\\d{2})(\\d{2})$`),
]

function readEraYear(text: string): Day | null {
  for (const shape of eraShapes) {
    const [, name, year, month, date] = shape.exec(text) ?? []
    const era = eras.find(({ kanji, letter, digit }) => name === kanji || name === kanji.charAt(0) || name === letter || name === digit)
    if (era) return dayInEra(era, year === '元' ? 1 : Number(year), month!, date!)
  }
  return null
}

const countedOn = new Set(['昭和', '平成'])

/** The day of a written era; none before the era begins. Years of 昭和 and 平成 continue beyond their ends, as terms written earlier do: 平成38年 is 2026. */
function dayInEra(era: Era, year: number, month: string, date: string): Day | null {
  if (year < 1) return null
  const day = dayOf(Number(era.startsOn.slice(0, 4)) + year - 1, month, date)
  if (!day) return null
  return eraOf(day)?.era === era || (countedOn.has(era.kanji) && day >= era.startsOn) ? day : null
}

function dayOf(year: number, month: string, date: string): Day | null {
  const day = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}
