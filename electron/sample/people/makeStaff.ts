import type { Day } from '../../../shared/model/day'
import type { Calendar } from '../calendar'
import { dayBetween } from '../calendar'
import type { Random } from '../random'
import { divisionPlan, type SampleDivision } from './divisionPlan'
import { givenNames, surnames } from './names'
import { type Post, regular, type Staff } from './staff'
import { makeStoryStaff } from './storyStaff'

const titles = ['主事', '主事', '主事', '主任', '主任', '主査', '課長補佐'] as const
const jobTypes = ['事務', '事務', '事務', '土木', '建築', '保健師', '保育士', '社会福祉士'] as const

/** What kind of contract, as shares of ordinary staff. */
function pickEmployment(random: Random): string {
  const share = random.next()
  if (share < 0.08) return '会計年度任用職員'
  if (share < 0.11) return '再任用'
  if (share < 0.13) return '任期付'
  return regular
}

function pickEmails(random: Random, employment: string, romaji: string, given: string, staffNumber: string): readonly string[] {
  const work = `${romaji}-${staffNumber}@city.aomine.example`
  const own = `${given}.${romaji}.${Number(staffNumber)}@mail-free.example`
  const share = random.next()
  if (employment === '会計年度任用職員' && share < 0.4) return []
  if (share < 0.44) return [own]
  if (share < 0.48) return [`${romaji[0]?.toUpperCase()}${romaji.slice(1)}-${staffNumber}@City.Aomine.example`]
  if (share < 0.52) return [work, own]
  return [work]
}

function pickBirthDate(random: Random, employment: string, head: boolean, { day }: Calendar): Day {
  if (employment === '再任用') return dayBetween(day('1962-05-01'), day('1964-02-20'), random.next())
  if (employment === regular && random.chance(head ? 0.12 : 0.025)) return dayBetween(day('1964-05-01'), day('1965-02-20'), random.next())
  return dayBetween(day(head ? '1966-05-01' : '1970-05-01'), day(head ? '1980-12-01' : '2003-12-01'), random.next())
}

/** Regular staff come at 22 to 26, mostly in April; the others for the fiscal year before this one. */
function pickHired(random: Random, employment: string, birthDate: Day, { day }: Calendar): Day {
  const first = day('2025-04-01')
  if (employment !== regular) return first
  const hired = `${Number(birthDate.slice(0, 4)) + 22 + random.below(5)}-${random.chance(0.1) ? '10' : '04'}-01` as Day
  return hired < first ? hired : first
}

const postBeginnings: readonly Day[] = ['2019-05-01', '2021-04-01', '2022-10-01', '2023-04-01', '2024-04-01', '2025-04-01', '2026-04-01', '2026-10-01']

function pickPost(random: Random, division: SampleDivision, title: string, leave: Post['leave'], hiredOn: Day, { day }: Calendar): Post {
  const startsOn = random.pick(postBeginnings.map(day).filter((begins) => begins >= hiredOn))
  return { division, title, concurrent: false, leave, startsOn, lastDay: random.chance(0.03) ? day('2027-03-31') : null }
}

/** Staff numbers of six digits with leading zeros; people employed again have new ones from 900100. */
function numbering(taken: ReadonlySet<string>) {
  let next = 101
  let nextAgain = 900_100
  return (random: Random, again: boolean): string => {
    for (;;) {
      if (again) nextAgain += 1 + random.below(3)
      else next += 1 + random.below(20)
      const number = String(again ? nextAgain : next).padStart(6, '0')
      if (!taken.has(number)) return number
    }
  }
}

/**
 * The people of 青峰市: those of the story, one in charge of each division, and the rest spread over it by its size.
 *
 * @param count At least as many as the story needs (12); below 60 not every division has somebody in charge.
 * @returns In the order of the roster.
 */
export function makeStaff(count: number, calendar: Calendar, random: Random, did: string): readonly Staff[] {
  const storyStaff = makeStoryStaff(calendar, did)
  const numberFor = numbering(new Set(storyStaff.map((person) => person.staffNumber)))
  const pickDivision = (): SampleDivision => random.pickWeighted(divisionPlan, ({ weight }) => weight)

  const make = (division: SampleDivision, head: boolean): Staff => {
    const [surname, surnameKana, romaji] = random.pick(surnames)
    const [given, givenKana, givenRomaji] = random.pick(givenNames)
    const employment = head ? regular : pickEmployment(random)
    const staffNumber = numberFor(random, employment === '再任用')
    const leave =
      head || employment !== regular ? 'none' : random.pick(random.chance(0.03) ? (['leave', 'childcare', 'childcare'] as const) : (['none'] as const))
    const birthDate = pickBirthDate(random, employment, head, calendar)
    const hiredOn = pickHired(random, employment, birthDate, calendar)
    const main = pickPost(random, division, head ? division.head : random.pick(titles), leave, hiredOn, calendar)
    const concurrent = leave === 'none' && !head && random.chance(0.035) ? concurrentPost(main) : null
    return {
      staffNumber,
      name: `${surname}　${given}`,
      kana: `${surnameKana}　${givenKana}`,
      romaji,
      formerName: random.chance(0.04) ? random.pick(surnames)[0] : null,
      emails: pickEmails(random, employment, romaji, givenRomaji, staffNumber),
      did: null,
      jobType: random.pick(jobTypes),
      employment,
      birthDate,
      hiredOn,
      termLastDay: employment === regular ? null : calendar.day('2027-03-31'),
      posts: concurrent ? [main, concurrent] : [main],
    }
  }
  const concurrentPost = (main: Post): Post | null => {
    const division = pickDivision()
    if (division.path[0] === main.division.path[0]) return null
    return { ...main, division, concurrent: true, startsOn: calendar.day('2026-04-01'), lastDay: null }
  }

  const heads = divisionPlan.slice(0, Math.max(0, count - storyStaff.length)).map((division) => make(division, true))
  const rest = Array.from({ length: Math.max(0, count - heads.length - storyStaff.length) }, () => make(pickDivision(), false))
  const order = new Map(divisionPlan.map((division, index) => [division.code, index]))
  const place = (person: Staff) => order.get(person.posts[0]?.division.code ?? '') ?? 0
  return [...heads, ...storyStaff, ...rest].sort((a, b) => place(a) - place(b))
}
