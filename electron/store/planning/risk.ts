import type { LossBecause, RiskEnding, RiskLeaver, RiskLoss, RiskPerson, RiskQuestion, RiskTable } from '../../../shared/contract/risk'
import { absenceOf, type Cell, type DayHoldings, emptiedCells, holdersOfCells, inForce, lossReason, singleCells } from '../../../shared/coverage'
import type { Level } from '../../../shared/model/skill'
import { type Columns, withColumns } from '../coverage/columns/columns'
import { dayNumber, dayOfNumber } from '../coverage/columns/dayNumber'
import { countCoverage } from '../coverage/coverage'
import { type Database, readAll } from '../database/statement'
import { divisionPathsOn, readPosts } from '../page/people'
import { readService, readTreeOverTime } from './absences'
import { type Given, readEndings } from './endings'
import { countedDivisions, readUnmet } from './unmet'

const level: Level = 1

/** The two days: the first without leavers' dates, the later one with them. */
function readDays(db: Database, columns: Columns, { on, until, grades }: RiskQuestion): readonly [DayHoldings, DayHoldings] {
  const counted = (day: RiskQuestion['on'], withLeavers: boolean): DayHoldings => {
    const { divisions, skills, posts, counting, rolledUp } = countCoverage(db, columns, { on: day, level, grades, includeLeave: false, withLeavers })
    return { divisions, skills, posts, counting, holders: rolledUp.holders }
  }
  return [counted(on, false), counted(until, true)]
}

/** People with a post on the day, by place; whether they are on leave. */
function assignedOn({ people }: Columns, on: number): { readonly assigned: readonly number[]; readonly atWork: Uint8Array } {
  const assigned: number[] = []
  const atWork = new Uint8Array(people.ids.length)
  for (let place = 0; place < people.ids.length; place += 1) {
    let [posts, away] = [0, 0]
    for (let post = people.postsFrom[place]!; post < people.postsFrom[place + 1]!; post += 1) {
      if (people.from[post]! > on || on >= people.until[post]!) continue
      posts += 1
      away |= people.onLeave[post]!
    }
    if (posts === 0) continue
    assigned.push(place)
    atWork[place] = away === 0 ? 1 : 0
  }
  return { assigned, atWork }
}

interface BadgeRow {
  readonly id: number
  readonly uri: string | null
  readonly achievementName: string | null
}

/** The stored facts of badges, by the row of their columns. */
function readBadges(db: Database, { badges }: Columns, rows: ReadonlySet<number>): ReadonlyMap<number, BadgeRow> {
  const ids: number[] = []
  for (let id = 0; id < badges.rows.length; id += 1) if (rows.has(badges.rows[id]!)) ids.push(id)
  const found = readAll<BadgeRow>(
    db,
    "SELECT id, document ->> '$.id' AS uri, achievement_name AS achievementName FROM credential WHERE id IN (SELECT value FROM json_each(:ids))",
    { ids: JSON.stringify(ids) },
  )
  return new Map(found.map((badge) => [badges.rows[badge.id]!, badge]))
}

/** The people of these places in their main posts, by place. */
function readNamed(db: Database, { people }: Columns, places: ReadonlySet<number>, on: RiskQuestion['on']): ReadonlyMap<number, RiskPerson> {
  const ids = JSON.stringify([...places].toSorted((one, other) => one - other).map((place) => people.ids[place]!))
  const paths = divisionPathsOn(db, on)
  const named = new Map<number, RiskPerson>()
  for (const { personId, staffNumber, name, kana, divisionId, divisionCode, post } of readPosts(db, ids, on)) {
    const place = people.places[personId]!
    if (!named.has(place)) named.set(place, { staffNumber, name, kana, divisionCode, division: paths.get(divisionId) ?? divisionCode, post })
  }
  return named
}

/**
 * What a city loses between two days: divisions and skills without a holder, with a reason for each person lost; what rests on one person; badges that end; and
 * leavers.
 *
 * @source placement.md, section 2
 */
export const readRisk = (db: Database, question: RiskQuestion): RiskTable =>
  withColumns(db, (columns) => {
    const span = { on: dayNumber(question.on), until: dayNumber(question.until) }
    const [before, after] = readDays(db, columns, question)
    const serviceOf = readService(db, columns)
    const tree = readTreeOverTime(db, question.on, question.until)
    const { assigned, atWork } = assignedOn(columns, span.on)
    const absences = new Map(assigned.flatMap((place) => (isGone(columns, place, span.until) ? [[place, absenceOf(serviceOf(place), span)!] as const] : [])))
    const isThere = (place: number, day: number): boolean => atWork[place] === 1 && (absences.get(place)?.on ?? day + 1) > day
    const endings = readEndings(db, columns, before.skills, { scope: { ...question, level, includeLeave: false }, until: span.until, isThere })

    const [emptied, alone] = [emptiedCells(before, after), singleCells(before)]
    const lost = holdersOfCells(before, emptied)
    const unmet = readUnmet(db, columns, before.skills, question)
    const single = holdersOfCells(before, alone).map(([person]) => person!)
    const leavers = [...absences].filter(([, { on }]) => on > span.on)
    const named = readNamed(
      db,
      columns,
      new Set([
        ...lost.flat(),
        ...unmet.flatMap((one) => one.lost),
        ...single,
        ...leavers.map(([place]) => place),
        ...endings.last.map(({ person }) => person),
      ]),
      question.on,
    )
    const numberOf = (place: number): string => named.get(place)!.staffNumber // Everybody named has a post on the first day.
    const placeOf = ({ division, skill }: Cell) => ({
      divisionCode: division === 0 ? null : before.divisions[division - 1]!.division.code,
      division: division === 0 ? '*' : before.divisions[division - 1]!.path,
      skill: before.skills[skill]!.path,
    })
    const becauseOf = (place: number, isHere: (day: number) => boolean, lastHeld: () => number): LossBecause => {
      const { reason, on } = lossReason(serviceOf(place), span, { isHere, treeChanges: tree.changes, lastHeld })
      return { staffNumber: numberOf(place), reason, on: dayOfNumber(on) }
    }
    const emptyLines = emptied.map((cell, index) => {
      const people = lost[index]!
      const { divisionCode } = placeOf(cell)
      const because = people.map((place) =>
        becauseOf(
          place,
          (day) => inForce(serviceOf(place).posts, day).some(({ division }) => tree.isInside(divisionCode, division, day)),
          () => endings.lastHeld(place, cell.skill, level),
        ),
      )
      const line: RiskLoss = { ...placeOf(cell), level, before: people.length, after: 0, hole: 'empty', target: null, because }
      return { ...cell, line }
    })
    const numbers = new Map(before.divisions.map(({ division }, place): [string, number] => [division.code, place + 1]))
    const skillPlaces = new Map(before.skills.map(({ path }, place) => [path, place]))
    const unmetLines = unmet.map(({ before: met, after: missing, lost: people }) => {
      const { id, divisionCode, division, skill, level: asked } = met
      const place = skillPlaces.get(skill) ?? before.skills.length
      const because = people.map((person) =>
        becauseOf(
          person,
          (day) => countedDivisions(db, columns, met, { person, day }).some((id) => tree.isInside(divisionCode, id, day)),
          () => endings.lastHeld(person, place, asked),
        ),
      )
      const target = { id, required: missing.required, requiredBefore: met.required }
      const line: RiskLoss = { divisionCode, division, skill, level: asked, before: met.holders, after: missing.holders, hole: 'unmet', target, because }
      return { division: divisionCode === null ? 0 : numbers.get(divisionCode)!, skill: place, line }
    })
    const badges = readBadges(db, columns, new Set(endings.last.map(({ row }) => row)))
    const ending = ({ person, row, skill, level: given, until }: Given): RiskEnding => {
      const { id, uri, achievementName } = badges.get(row)!
      const common = { staffNumber: numberOf(person), skill: before.skills[skill]!.path, level: given as Level } // A mapping's level.
      return { ...common, credentialId: id, credentialUri: uri, achievementName, on: dayOfNumber(until) }
    }
    return {
      // Both lists are in tree order; within a division and skill the empty one comes first.
      losses: [...emptyLines, ...unmetLines].toSorted((one, other) => one.division - other.division || one.skill - other.skill).map(({ line }) => line),
      single: alone.map((cell, index) => ({ ...placeOf(cell), staffNumber: numberOf(single[index]!) })),
      ending: endings.last.map(ending),
      leavers: leavers.map(([place, { reason, on }]): RiskLeaver => ({ staffNumber: numberOf(place), reason, on: dayOfNumber(on) })),
      people: [...named].toSorted(([one], [other]) => one - other).map(([, person]) => person),
    }
  })

/** Whether a person has gone by the later day; most are seen to stay without making their record. */
function isGone({ people }: Columns, place: number, until: number): boolean {
  if (people.leavesOn[place]! <= until) return true
  for (let post = people.postsFrom[place]!; post < people.postsFrom[place + 1]!; post += 1)
    if (people.from[post]! <= until && until < people.until[post]!) return false
  return true
}
