import type { Database } from '../../../electron/store'
import { readHeldSkills } from '../../../electron/store/page/people'
import type { RiskQuestion, RiskTable } from '../../../shared/contract/risk'
import { divisionTree, skillTree } from '../../../shared/coverage'
import { addDays, type Day } from '../../../shared/model/day'

// The definitions of risk, person by person and day by day over the base tables, to compare the counted ones with.

interface PostRow {
  readonly personId: number
  readonly code: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly leave: string
}
interface PersonRow {
  readonly id: number
  readonly staffNumber: string
  readonly termEndsOn: Day | null
  readonly leavesOn: Day
}

export function plainRisk(db: Database, { on, until, grades }: RiskQuestion): Omit<RiskTable, 'people'> {
  const posts = db
    .prepare(`SELECT person_id AS personId, code, starts_on AS startsOn, ends_on AS endsOn, leave FROM assignment JOIN division ON division.id = division_id`)
    .all() as PostRow[]
  const people = db
    .prepare(
      'SELECT id, staff_number AS staffNumber, term_ends_on AS termEndsOn, leaves_on AS leavesOn FROM person ORDER BY kana_sort IS NULL, kana_sort, staff_number',
    )
    .all() as PersonRow[]
  const periods = db
    .prepare(
      `SELECT division.code, name, parent_code AS parentCode, ordering AS "order", starts_on AS startsOn, ends_on AS endsOn
       FROM division_period JOIN division ON division.id = division_id`,
    )
    .all() as { code: string; name: string; parentCode: string | null; order: number; startsOn: Day; endsOn: Day }[]
  const skills = skillTree((db.prepare('SELECT path FROM skill ORDER BY id').all() as { path: string }[]).map(({ path }) => path))
  const treeOn = (day: Day) => divisionTree(periods.filter(({ startsOn, endsOn }) => startsOn <= day && day < endsOn))

  const postsOn = ({ id }: PersonRow, day: Day) => posts.filter((post) => post.personId === id && post.startsOn <= day && day < post.endsOn)
  const isAway = (person: PersonRow, day: Day) => postsOn(person, day).some(({ leave }) => leave !== 'none')
  const isIn = (person: PersonRow, code: string | null, day: Day): boolean => {
    const tree = treeOn(day)
    return postsOn(person, day).some((post) => {
      if (code === null) return true
      for (let place = tree.findIndex(({ division }) => division.code === post.code); place >= 0; place = tree[place]!.parent)
        if (tree[place]!.division.code === code) return true
      return false
    })
  }
  const badgesOn = ({ id }: PersonRow, day: Day, skill: string) =>
    (readHeldSkills(db, JSON.stringify([id]), { on: day, level: 1, grades, includeLeave: true }, skill).get(id) ?? []).filter(({ counts }) => counts)
  const firstDay = (holds: (day: Day) => boolean): Day => {
    let day = until
    while (addDays(day, -1) > on && holds(addDays(day, -1))) day = addDays(day, -1)
    return day
  }
  const absence = (person: PersonRow) => {
    if (person.leavesOn <= until) return { reason: person.termEndsOn === person.leavesOn ? ('term' as const) : ('retirement' as const), on: person.leavesOn }
    const hasNone = (day: Day) => postsOn(person, day).length === 0
    return hasNone(until) ? { reason: 'post-ended' as const, on: firstDay(hasNone) } : null
  }
  const because = (person: PersonRow, code: string | null, skill: string) => {
    const gone = absence(person)
    if (gone !== null) return { staffNumber: person.staffNumber, ...gone }
    const isElsewhere = (day: Day) => !isIn(person, code, day)
    if (isElsewhere(until)) return { staffNumber: person.staffNumber, reason: 'moved' as const, on: firstDay(isElsewhere) }
    if (isAway(person, until)) return { staffNumber: person.staffNumber, reason: 'leave' as const, on: firstDay((day) => isAway(person, day)) }
    const hasNot = (day: Day) => badgesOn(person, day, skill).length === 0
    return { staffNumber: person.staffNumber, reason: 'badge-ended' as const, on: addDays(firstDay(hasNot), -1) }
  }

  const units = treeOn(on).filter(({ depth, children }) => depth === 2 || (depth === 1 && children === 0))
  const places = [{ divisionCode: null, division: '*' }, ...units.map(({ division, path }) => ({ divisionCode: division.code, division: path }))]
  const leaves = skills.filter(({ branch }) => !branch).map(({ path }) => path)
  const cells = places.flatMap(({ divisionCode, division }) => leaves.map((skill) => ({ divisionCode, division, skill })))
  const holding = (day: Day, code: string | null, skill: string) =>
    people.filter((person) => isIn(person, code, day) && !isAway(person, day) && badgesOn(person, day, skill).length > 0)
  const counted = cells.map((cell) => ({
    ...cell,
    before: holding(on, cell.divisionCode, cell.skill),
    after: holding(until, cell.divisionCode, cell.skill).filter((person) => person.leavesOn > until),
  }))

  const ending = people
    .filter((person) => postsOn(person, on).length > 0 && !isAway(person, on))
    .flatMap((person) =>
      skills.flatMap(({ path }) => {
        const lines: RiskTable['ending'][number][] = []
        for (let day = on; day < until; day = addDays(day, 1)) {
          const gone = absence(person)
          if (gone !== null && gone.on <= day) break
          const [now, next] = [badgesOn(person, day, path), badgesOn(person, addDays(day, 1), path)]
          const last = now.filter(
            ({ skill, level, credentialId }) =>
              skill === path && !next.some((other) => other.level >= level) && !next.some((other) => other.credentialId === credentialId),
          )
          for (const { credentialId, credentialUri, achievementName, level } of last.toSorted((one, other) => one.level - other.level))
            lines.push({ staffNumber: person.staffNumber, skill: path, level, credentialId, credentialUri, achievementName, on: day })
        }
        return lines
      }),
    )
  return {
    losses: counted
      .filter(({ before, after }) => before.length > 0 && after.length === 0)
      .map(({ divisionCode, division, skill, before }) => ({
        ...{ divisionCode, division, skill, level: 1, before: before.length, after: 0, hole: 'empty', target: null },
        because: before.map((person) => because(person, divisionCode, skill)),
      })),
    single: counted
      .filter(({ before }) => before.length === 1)
      .map(({ divisionCode, division, skill, before }) => ({ divisionCode, division, skill, staffNumber: before[0]!.staffNumber })),
    ending,
    leavers: people.flatMap((person) => {
      const gone = postsOn(person, on).length === 0 ? null : absence(person)
      return gone === null || gone.on <= on ? [] : [{ staffNumber: person.staffNumber, ...gone }]
    }),
  }
}
