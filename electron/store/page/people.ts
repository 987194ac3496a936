import type { Input, Output } from '../../../shared/contract'
import type { Scope } from '../../../shared/contract/parts'
import type { HeldSkill, PersonRow } from '../../../shared/contract/people'
import { holds, holdsAny, type PlacedDivision, type SkillBits, wordsFor } from '../../../shared/coverage'
import type { Day } from '../../../shared/model/day'
import type { Leave } from '../../../shared/model/department'
import { shownFrom, shownUntil } from '../../../shared/model/heldDays'
import type { Level } from '../../../shared/model/skill'
import type { Grade } from '../../../shared/model/verification'
import { type Columns, withColumns } from '../coverage/columns/columns'
import { dayNumber } from '../coverage/columns/dayNumber'
import type { PeopleColumns } from '../coverage/columns/people'
import { gradesCounted, heldSql } from '../coverage/counting'
import { heldOn } from '../coverage/heldOn'
import { readMapped } from '../coverage/mapped'
import { presentOn, readDivisionTree, readSkillTree } from '../coverage/present'
import { skillUntil } from '../coverage/skillUntil'
import { currentOnSql } from '../credential/versionOn'
import { lastHeldDay } from '../credential/versionRule'
import { type Database, readAll, readArrays } from '../database/statement'
import type { DivisionOnDay } from '../department/division'
import { likePart } from '../department/searchText'

type Query = Input<'people.list'>

/** A flag for each division, numbered as in `presentOn`: 1 where it is the chosen one or below it. Without a code all are chosen. */
function inside(divisions: readonly PlacedDivision<DivisionOnDay>[], code: string | null): Uint8Array {
  const within = new Uint8Array(divisions.length + 1)
  if (code === null) return within.fill(1)
  // Parents come before their children.
  for (const [place, { division, parent }] of divisions.entries()) within[place + 1] = division.code === code || within[parent + 1] === 1 ? 1 : 0
  return within
}

/** Does a person hold what the query asks for? Everybody does where it asks for nothing, and where it asks for those who are left out. */
function holding(db: Database, columns: Columns, { scope, skill, which }: Query): (person: number) => boolean {
  if (which === 'onLeave' || which === 'leavers' || (skill === null && which === 'counting')) return () => true
  const skills = readSkillTree(db)
  const { counting, apart } = heldOn(columns, readMapped(db, skills, scope.level), skills.length, scope)
  const words = wordsFor(skills.length)
  const place = skills.findIndex(({ path }) => path === skill)
  if (skill !== null && place < 0) return () => false
  const has = (bits: SkillBits, person: number) => (skill === null ? holdsAny(bits, words, person) : holds(bits, words, person, place))
  return which === 'counting' ? (person) => has(counting, person) : (person) => has(apart, person) && !has(counting, person)
}

/** Does the search text match a person? */
function named(db: Database, { places }: PeopleColumns, text: string | null): (person: number) => boolean {
  if (text === null) return () => true
  const rows = readArrays<readonly [number]>(db, "SELECT id FROM person WHERE search_text LIKE :text ESCAPE '\\'", { text: likePart(text) })
  const found = new Set(rows.map(([id]) => places[id]!))
  return (person) => found.has(person)
}

/** Stored ids of the people the query selects, in the order they are listed in. */
function choose(db: Database, columns: Columns, divisions: readonly PlacedDivision<DivisionOnDay>[], query: Query): readonly number[] {
  const present = presentOn(columns.people, divisions, query.scope)
  const posts = { counting: present.posts, apart: present.posts, onLeave: present.onLeave, leavers: present.leavers }[query.which]
  const within = inside(divisions, query.divisionCode)
  const [isNamed, isHolding] = [named(db, columns.people, query.text), holding(db, columns, query)]
  const chosen: number[] = []
  let last = -1
  for (let at = 0; at < posts.length; at += 2) {
    const person = posts[at]!
    // The posts of one person are adjacent.
    if (person === last || within[posts[at + 1]!] === 0) continue
    last = person
    if (isNamed(person) && isHolding(person)) chosen.push(columns.people.ids[person]!)
  }
  return chosen
}

/** How many of these people are on leave on the day. */
function awayAmong({ places, postsFrom, from, until, onLeave }: PeopleColumns, ids: readonly number[], on: number): number {
  let away = 0
  for (const id of ids) {
    const place = places[id]!
    for (let post = postsFrom[place]!; post < postsFrom[place + 1]!; post += 1) {
      if (onLeave[post] === 0 || from[post]! > on || on >= until[post]!) continue
      away += 1
      break
    }
  }
  return away
}

interface PostRow {
  readonly personId: number
  readonly staffNumber: string
  readonly name: string
  readonly kana: string | null
  readonly divisionId: number
  readonly divisionCode: string
  readonly post: string | null
  readonly concurrent: number
  readonly leave: Leave
}

/** The posts of these people on the day, the main one first. */
export const readPosts = (db: Database, ids: string, on: Day): readonly PostRow[] =>
  readAll<PostRow>(
    db,
    `SELECT person_id AS personId, staff_number AS staffNumber, name, kana, division.id AS divisionId, division.code AS divisionCode, post, concurrent, leave
     FROM assignment JOIN person ON person.id = person_id JOIN division ON division.id = division_id
     WHERE person_id IN (SELECT value FROM json_each(:ids)) AND starts_on <= :on AND :on < ends_on
     ORDER BY concurrent, assignment.id`,
    { ids, on },
  )

interface SkillRow {
  readonly personId: number
  readonly skill: string
  readonly level: Level
  readonly credentialId: number
  readonly credentialUri: string | null
  readonly achievementName: string | null
  readonly grade: Grade
  readonly heldFrom: string
  readonly heldUntil: string
  readonly followedFrom: Day | null
  readonly counts: number
  readonly contested: number
  /** Whether it counts on its own days. */
  readonly canCount: number
  readonly statusUnknown: number
}

/** The skills of these people's badges, those that count first. Rejected badges and versions that another has followed by that day are left out. */
export function readHeldSkills(db: Database, ids: string, scope: Scope, skill: string | null): ReadonlyMap<number, readonly HeldSkill[]> {
  const rows = readAll<SkillRow>(
    db,
    `SELECT person_id AS personId, skill.path AS skill, held.level, credential.id AS credentialId, document ->> '$.id' AS credentialUri,
            achievement_name AS achievementName, grade, held_from AS heldFrom, held_until AS heldUntil, followed_from AS followedFrom, (${heldSql} AND grade IN (SELECT value FROM json_each(:counted))) AS counts, contested,
            (countable = 1 AND status NOT IN ('revoked', 'suspended') AND grade IN (SELECT value FROM json_each(:counted))) AS canCount,
            status IN ('unknown', 'invalid-list') AS statusUnknown
     FROM credential JOIN mapping_in_force AS held ON held.achievement_id = credential.achievement_id JOIN skill ON skill.id = held.skill_id
     WHERE person_id IN (SELECT value FROM json_each(:ids)) AND ${currentOnSql} AND grade <> 'rejected'
       AND (:skill IS NULL OR skill.path = :skill OR substr(skill.path, 1, length(:skill) + 1) = :skill || '/')
     ORDER BY counts DESC, skill.id, held.level DESC, held_from DESC, credential.id`,
    { ids, on: scope.on, counted: JSON.stringify(gradesCounted(scope)), skill },
  )
  const byPerson = new Map<number, HeldSkill[]>()
  const untilOf = skillUntil(rows)
  for (const row of rows) {
    const { personId, heldFrom, heldUntil, followedFrom, counts, contested, statusUnknown, canCount: _, ...held } = row
    const list = byPerson.get(personId) ?? []
    list.push({
      ...held,
      validFrom: shownFrom(heldFrom),
      validUntil: shownUntil(lastHeldDay(heldUntil, followedFrom)),
      skillUntil: shownUntil(untilOf(row)),
      counts: counts === 1,
      contested: contested === 1,
      statusUnknown: statusUnknown === 1,
    })
    byPerson.set(personId, list)
  }
  return byPerson
}

/** Stored id of a division → its path on the day, such as `福祉部/生活福祉課`. */
export const divisionPathsOn = (db: Database, on: Day): ReadonlyMap<number, string> =>
  new Map(readDivisionTree(db, { on }).map(({ division, path }) => [division.id, path]))

/**
 * The people behind a number of `readCoverage`, sorted by kana: with the same scope, skill and division `total` equals the holders.
 * Each person once, with the post inside the chosen division, the main one before a concurrent one; with a skill, only the badges for it.
 */
export const readPeople = (db: Database, query: Query): Output<'people.list'> =>
  withColumns(db, (columns) => {
    const { on } = query.scope
    const divisions = readDivisionTree(db, query.scope)
    const chosen = choose(db, columns, divisions, query)
    const page = chosen.slice(query.offset, query.offset + query.limit)
    const ids = JSON.stringify(page)
    const within = inside(divisions, query.divisionCode)
    const paths = new Map(divisions.map(({ division, path }) => [division.id, path]))
    const chosenDivisions = new Set(divisions.flatMap(({ division }, place) => (within[place + 1] === 1 ? [division.id] : [])))
    const skills = readHeldSkills(db, ids, query.scope, query.skill)
    const posts = new Map<number, PostRow>()
    for (const row of readPosts(db, ids, on)) {
      const known = posts.get(row.personId)
      const isBetter = query.divisionCode !== null && chosenDivisions.has(row.divisionId) && known !== undefined && !chosenDivisions.has(known.divisionId)
      if (known === undefined || isBetter) posts.set(row.personId, row)
    }
    const people = page.map((id): PersonRow => {
      const { staffNumber, name, kana, divisionId, divisionCode, post, concurrent, leave } = posts.get(id)! // Chosen for a post on this day.
      const division = paths.get(divisionId) ?? divisionCode
      return { staffNumber, name, kana, divisionCode, division, post, concurrent: concurrent === 1, leave, skills: [...(skills.get(id) ?? [])] }
    })
    return { total: chosen.length, onLeave: awayAmong(columns.people, chosen, dayNumber(on)), people }
  })
