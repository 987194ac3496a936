import type { Database } from '../../../electron/store'
import type { GapScope } from '../../../shared/contract/requirement'
import type { Day } from '../../../shared/model/day'
import type { Requirement, RequirementRule } from '../../../shared/model/requirement'
import type { levels } from '../../../shared/model/skill'
import { plainPeople } from './plainCoverage'

// The definitions of requirements in the plainest code, person by person, to compare the program's own counting with. @source placement.md, section 1

interface Division {
  readonly code: string
  readonly parent: string | null
}

interface Post {
  readonly staffNumber: string
  readonly code: string
  readonly post: string | null
  readonly jobType: string | null
  readonly employment: string | null
}

const divisionsOn = (db: Database, on: Day): readonly Division[] =>
  db
    .prepare('SELECT code, parent_code AS parent FROM division_period JOIN division ON division.id = division_id WHERE starts_on <= :on AND :on < ends_on')
    .all({ on }) as Division[] // Rows have the columns the SELECT names.

const postsOn = (db: Database, on: Day): readonly Post[] =>
  db
    .prepare(
      `SELECT staff_number AS staffNumber, code, post, job_type AS jobType, employment FROM assignment
       JOIN person ON person.id = person_id JOIN division ON division.id = division_id WHERE starts_on <= :on AND :on < ends_on`,
    )
    .all({ on }) as Post[]

/** A line of a target: key, rule that holds, counts and state. */
export const plainLine = (key: string, exception: string | null, numbers: readonly (number | string | null)[]): string =>
  `${key} ${exception ?? '-'} ${numbers.join(' ')}`

/** One line for each target, in no order. */
export function plainGap(db: Database, requirements: readonly Requirement[], scope: GapScope): readonly string[] {
  const divisions = divisionsOn(db, scope.on)
  const exists = (code: string | null) => code !== null && divisions.some((one) => one.code === code)
  const parentOf = (code: string) => {
    const parent = divisions.find((one) => one.code === code)!.parent
    return exists(parent) ? parent : null
  }
  const lineage = (code: string): string[] => {
    const parent = parentOf(code)
    return parent === null ? [code] : [code, ...lineage(parent)]
  }
  const hasBelow = (code: string) => divisions.some((one) => parentOf(one.code) === code)
  const isSection = (code: string) => lineage(code).length === 2 || (lineage(code).length === 1 && !hasBelow(code))
  const posts = postsOn(db, scope.on)
  const everybody = new Set(plainPeople(db, { ...scope, level: 1 }, { division: null, skill: null, counts: 1 }))
  const holders = (skill: string, level: (typeof levels)[number]) => new Set(plainPeople(db, { ...scope, level }, { division: null, skill, counts: 1 }))
  const isUnder = (code: string, top: string | null) => top === null || (exists(code) && lineage(code).includes(top))
  const amount = (rule: RequirementRule, people: number) => (rule.kind === 'people' ? rule.people : Math.ceil((rule.basisPoints * people) / 10_000))
  return requirements
    .filter(({ startsOn, endsOn }) => (startsOn ?? '0000') <= scope.on && scope.on < (endsOn ?? '9999-99'))
    .filter(({ divisionCode }) => divisionCode === null || exists(divisionCode))
    .flatMap((one) => {
      const held = holders(one.skill, one.level)
      const line = (code: string | null, exception: string | null, rule: RequirementRule) => {
        const there = posts.filter((post) => everybody.has(post.staffNumber) && isUnder(post.code, code))
        const fits = (list: readonly string[], value: string | null) => list.length === 0 || (value !== null && list.includes(value))
        const counted = there.filter((post) => fits(one.posts, post.post) && fits(one.jobTypes, post.jobType) && fits(one.employments, post.employment))
        const people = [...new Set(counted.map(({ staffNumber }) => staffNumber))]
        const has = people.filter((staffNumber) => held.has(staffNumber)).length
        const required = amount(rule, people.length)
        const none = rule.kind === 'share' ? people.length === 0 : one.reach === 'sections' && there.length === 0
        const state = none ? 'none' : has >= required ? 'met' : 'unmet'
        const numbers = [required, has, people.length, state, state === 'unmet' ? required - has : 0, state === 'met' ? has - required + 1 : null]
        return plainLine(`${one.id}@${code ?? '*'}`, exception, numbers)
      }
      if (one.reach === 'division') return [line(one.divisionCode, null, one.rule)]
      return divisions
        .filter(({ code }) => isSection(code) && isUnder(code, one.divisionCode))
        .flatMap(({ code }) => {
          const upwards = lineage(code)
          const upTo = one.divisionCode === null ? upwards : upwards.slice(0, upwards.indexOf(one.divisionCode) + 1)
          const exception = upTo.flatMap((above) => one.exceptions.filter(({ divisionCode }) => divisionCode === above))[0]
          const rule = exception === undefined ? one.rule : exception.rule
          return rule === null ? [] : [line(code, exception?.id ?? null, rule)]
        })
    })
}
