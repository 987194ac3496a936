import type { Day } from '../../../shared/model/day'
import { daysBetween } from '../calendar'

const eras = [
  ['R', '令和', '2019-05-01'],
  ['H', '平成', '1989-01-08'],
  ['S', '昭和', '1926-12-25'],
] as const

const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

function parts(day: Day) {
  const era = eras.find(([, , from]) => day >= from) ?? eras[2]
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { letter: era[0], name: era[1], eraYear: year - Number(era[2].slice(0, 4)) + 1, year, month, date }
}

/** The spellings of a day that Japanese rosters hold side by side. The first year of an era is 元年 where it is written out. */
export const daySpellings: readonly ((day: Day) => string)[] = [
  (day) => day,
  (day) => `${parts(day).year}/${parts(day).month}/${parts(day).date}`,
  (day) => `${parts(day).letter}${parts(day).eraYear}.${parts(day).month}.${parts(day).date}`,
  (day) => `${parts(day).letter}${parts(day).eraYear}/${parts(day).month}/${parts(day).date}`,
  (day) => `${parts(day).name}${parts(day).eraYear === 1 ? '元' : parts(day).eraYear}年${parts(day).month}月${parts(day).date}日`,
  (day) =>
    `${parts(day).name}${parts(day).eraYear === 1 ? '元' : fullWidth(String(parts(day).eraYear))}年${fullWidth(`${parts(day).month}月${parts(day).date}日`)}`,
  (day) => String(daysBetween('1899-12-30', day)),
]
