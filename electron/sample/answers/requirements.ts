import type { SkillMapping } from '../../../shared/model/skill'
import { divisionPlan } from '../people/divisionPlan'
import type { Staff } from '../people/staff'
import { bestLevels, type CoverageQuestion, inPost } from './coverage'
import type { ExpectedCredential } from './expected'

/** What the city requires, as a row of `requirements.csv`. An exception names the row it is one to; an empty rule takes the requirement away. */
interface Needed {
  readonly id: string
  /** Names from the top; null for the whole city. */
  readonly division: string | null
  readonly skill: string
  readonly level: 1 | 2 | 3
  readonly rule: 'people' | 'share' | ''
  /** People, or whole percent. */
  readonly amount: number
  readonly reach: 'division' | 'sections'
  readonly posts?: string
  readonly exceptionTo?: string
  readonly note?: string
}

const needed: readonly Needed[] = [
  { id: 'R1', division: null, skill: '行政DX/GIS', level: 2, rule: 'people', amount: 3, reach: 'division', note: '災害時の地図作成' },
  { id: 'R2', division: null, skill: '法務・契約/個人情報保護', level: 1, rule: 'people', amount: 1, reach: 'sections', note: '課に1人' },
  { id: 'R2-会計', division: '会計課', skill: '', level: 1, rule: '', amount: 0, reach: 'sections', exceptionTo: 'R2', note: '会計課は求めない' },
  { id: 'R2-市民', division: '市民部', skill: '', level: 1, rule: 'people', amount: 2, reach: 'sections', exceptionTo: 'R2', note: '窓口は2人' },
  { id: 'R3', division: '総務部/防災危機管理課', skill: '防災・福祉/災害対策', level: 2, rule: 'people', amount: 2, reach: 'division' },
  { id: 'R4', division: '福祉部', skill: '防災・福祉/福祉制度', level: 1, rule: 'share', amount: 20, reach: 'sections' },
  { id: 'R5', division: '総務部/法務文書課', skill: '法務・契約/法務', level: 2, rule: 'people', amount: 2, reach: 'division' },
  { id: 'R6', division: '企画財政部/情報政策課', skill: '行政DX', level: 1, rule: 'share', amount: 40, reach: 'division' },
  { id: 'R7', division: '都市整備部', skill: '行政DX/GIS', level: 1, rule: 'people', amount: 1, reach: 'sections' },
  { id: 'R8', division: null, skill: '行政DX/情報セキュリティ', level: 1, rule: 'share', amount: 15, reach: 'division', posts: '課長' },
]

/** The divisions that somebody works in, with those above them: a small city has fewer than the plan. */
const divisionsOf = (staff: readonly Staff[]): typeof divisionPlan => {
  const places = new Set(staff.flatMap(({ posts }) => posts.flatMap(({ division: { path } }) => path.map((_, index) => path.slice(0, index + 1).join('/')))))
  return divisionPlan.filter(({ path }) => places.has(path.join('/')))
}

const codeOf = (division: string | null): string => (division === null ? '' : divisionPlan.find(({ path }) => path.join('/') === division)!.code)

/** The rows about divisions that the city has. */
const rowsFor = (divisions: typeof divisionPlan): readonly Needed[] =>
  needed.filter(({ division }) => division === null || divisions.some(({ path }) => path.join('/') === division))

/** `requirements.csv`, as a personnel section would write it. */
export function makeRequirementsFile(staff: readonly Staff[]): string {
  const header = 'id,division,skill,level,rule,amount,reach,posts,jobTypes,employments,exceptionTo,startsOn,endsOn,note'
  const rows = rowsFor(divisionsOf(staff)).map(({ id, division, skill, level, rule, amount, reach, posts = '', exceptionTo = '', note = '' }) =>
    exceptionTo === ''
      ? [id, codeOf(division), skill, level, rule, amount, reach, posts, '', '', '', '', '', note].join(',')
      : [id, codeOf(division), '', '', rule, rule === '' ? '' : amount, '', '', '', '', exceptionTo, '', '', note].join(','),
  )
  return `${[header, ...rows].join('\r\n')}\r\n`
}

/** A target of the answers. */
export interface TrueTarget {
  readonly id: string
  readonly divisionCode: string | null
  readonly required: number
  readonly holders: number
  readonly people: number
  readonly state: 'met' | 'unmet' | 'none'
}

/** What the city lacks on a day. */
export interface TrueGap extends CoverageQuestion {
  readonly targets: readonly TrueTarget[]
}

const isUnder = (path: readonly string[], division: string | null): boolean => division === null || `${path.join('/')}/`.startsWith(`${division}/`)

/** Whether a division is a 課: the second level, or the first without another below it. */
const isSection = (divisions: typeof divisionPlan, path: readonly string[]): boolean =>
  path.length === 2 || (path.length === 1 && !divisions.some((other) => other.path.length > 1 && other.path[0] === path[0]))

/** The row that rules in a 課: that of the nearest exception upwards. */
const ruling = (row: Needed, path: readonly string[]): Needed =>
  needed
    .filter((one) => one.exceptionTo === row.id && isUnder(path, one.division))
    .toSorted((one, other) => (other.division ?? '').length - (one.division ?? '').length)[0] ?? row

/**
 * Counts what is missing the plain way, division by division and person by person.
 *
 * @param held The credentials a database holds after the import, each with its versions, whose recipients are known.
 */
export function countGap(
  staff: readonly Staff[],
  held: readonly (readonly ExpectedCredential[])[],
  mappings: readonly SkillMapping[],
  question: CoverageQuestion,
): TrueGap {
  const best = bestLevels(held, mappings, question.on)
  const divisions = divisionsOf(staff)
  const targets = rowsFor(divisions)
    .filter(({ exceptionTo }) => exceptionTo === undefined)
    .flatMap((row) => {
      const places =
        row.reach === 'division'
          ? [{ code: row.division === null ? null : codeOf(row.division), path: row.division }]
          : divisions.filter(({ path }) => isSection(divisions, path) && isUnder(path, row.division)).map(({ code, path }) => ({ code, path: path.join('/') }))
      return places.flatMap(({ code, path }): readonly TrueTarget[] => {
        const { rule, amount } = row.reach === 'division' ? row : ruling(row, path!.split('/'))
        if (rule === '') return []
        const here = (title: string | undefined) =>
          staff.filter((person) =>
            person.posts.some((post) => inPost(person, post, question) && isUnder(post.division.path, path) && (title === undefined || post.title === title)),
          )
        const counted = here(row.posts)
        const holders = counted.filter(({ staffNumber }) => (best.get(staffNumber)?.get(row.skill) ?? 0) >= row.level).length
        const required = rule === 'people' ? amount : Math.ceil((amount * counted.length) / 100)
        const isEmpty = rule === 'share' ? counted.length === 0 : row.reach === 'sections' && here(undefined).length === 0
        return [
          { id: row.id, divisionCode: code, required, holders, people: counted.length, state: isEmpty ? 'none' : required - holders > 0 ? 'unmet' : 'met' },
        ]
      })
    })
  return { ...question, targets }
}
