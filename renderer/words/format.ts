import { type Day, tokyoDay } from '../../shared/model/day'
import { eraOf } from '../../shared/model/era'
import type { Locale } from '../../shared/text'

export { digits as formatNumber, percent as formatPercent } from '../../shared/text/digits'

const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const parts = (day: Day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) })

const weekdayOf = (day: Day, locale: Locale): string => weekdays[locale][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''

/** A day without its weekday: `令和8年11月20日`, `20 Nov 2026`. */
export function formatDate(day: Day, locale: Locale): string {
  const { year, month, date } = parts(day)
  if (locale === 'en') return `${date} ${months[month - 1]} ${year}`
  const named = eraOf(day)
  return `${named ? `${named.era.kanji}${named.year === 1 ? '元' : named.year}` : year}年${month}月${date}日`
}

/** A day in full: `令和8年11月20日（金）`, `20 Nov 2026 (Fri)`. */
export function formatDay(day: Day, locale: Locale): string {
  const weekday = weekdayOf(day, locale)
  return formatDate(day, locale) + (locale === 'en' ? ` (${weekday})` : `（${weekday}）`)
}

/** A day where there is little room: `R8.11.20`, `20 Nov 2026`. */
export function formatDayNarrow(day: Day, locale: Locale): string {
  const named = locale === 'ja' ? eraOf(day) : null
  if (named === null) return locale === 'ja' ? day : formatDate(day, locale)
  const { month, date } = parts(day)
  return `${named.era.letter}${named.year}.${month}.${date}`
}

/** The Japanese calendar day of an instant given as RFC 3339 text; null where the text is none. */
export function dayOfInstant(instant: string): Day | null {
  const milliseconds = Date.parse(instant)
  return Number.isNaN(milliseconds) ? null : tokyoDay(new Date(milliseconds))
}

/** The time of day in Japan, `14:08`; empty where the text is no instant. */
export function formatTime(instant: string): string {
  const milliseconds = Date.parse(instant)
  return Number.isNaN(milliseconds) ? '' : new Date(milliseconds + 9 * 60 * 60 * 1000).toISOString().slice(11, 16)
}

/** An instant as day and time in Japan: `令和8年11月20日 14:08`. Text that is no instant is shown as it is. */
export function formatInstant(instant: string, locale: Locale): string {
  const day = dayOfInstant(instant)
  return day === null ? instant : `${formatDate(day, locale)} ${formatTime(instant)}`
}

/** The same with a narrow day: `R8.11.20 14:08`. */
export function formatInstantNarrow(instant: string, locale: Locale): string {
  const day = dayOfInstant(instant)
  return day === null ? instant : `${formatDayNarrow(day, locale)} ${formatTime(instant)}`
}

/** The last name in a path of either kind of separator. */
export const fileName = (path: string): string => path.split(/[/\\]/).findLast((part) => part !== '') ?? path

/** A text of at most `most` characters: a longer one is cut in the middle (`…`), because identifiers differ at their ends. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  const end = Math.floor((most - 1) * 0.45)
  return `${characters.slice(0, most - 1 - end).join('')}…${characters.slice(-end).join('')}`
}
