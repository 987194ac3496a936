import type { CoverageTable } from '../../shared/contract/coverage'
import type { Scope } from '../../shared/contract/parts'
import { divisionTree, type PlacedDivision, type PlacedSkill, type RolledUp, rollUp, skillTree } from '../../shared/coverage'
import type { Level } from '../../shared/model/skill'
import { gradesApart, gradesCounted, heldSql, inForce, inForceSql } from './counting'
import { type DivisionOnDay, readDivisionsOn } from './division'
import { readLeftOut } from './leftOut'
import { type Database, readAll, readArrays } from './statement'

/** Everything a table of coverage is counted from, in places of lists. The city is division 0. */
export interface CoverageGround {
  readonly divisions: readonly PlacedDivision<DivisionOnDay>[]
  readonly skills: readonly PlacedSkill[]
  readonly onLeave: number
  readonly rolledUp: RolledUp
}

interface Present {
  /** The store's number of a person → their place. */
  readonly places: ReadonlyMap<number, number>
  /** Person and division, laid end to end; division 0 is the city. */
  readonly posts: readonly number[]
  readonly onLeave: number
}

/** Who has a post on the day, and where. Somebody who is on leave in one post is on leave in all. */
function readPresent(db: Database, scope: Scope, divisionPlaces: ReadonlyMap<number, number>): Present {
  const rows = readArrays<readonly [number, number, string]>(
    db,
    `SELECT person_id, division_id, leave FROM assignment JOIN person ON person.id = person_id WHERE ${inForceSql}`,
    inForce(scope),
  )
  const away = new Set<number>()
  for (const [person, , leave] of rows) if (leave !== 'none') away.add(person)
  const places = new Map<number, number>()
  const posts: number[] = []
  for (const [person, division] of rows) {
    if (!scope.includeLeave && away.has(person)) continue
    let place = places.get(person)
    if (place === undefined) {
      place = places.size
      places.set(person, place)
    }
    posts.push(place, divisionPlaces.get(division) ?? 0)
  }
  return { places, posts, onLeave: scope.includeLeave ? 0 : away.size }
}

interface Mapped {
  readonly achievement: number
  readonly path: string
  readonly level: Level
}

const readMapped = (db: Database): readonly Mapped[] =>
  readAll<Mapped>(db, 'SELECT achievement_id AS achievement, path, level FROM mapping JOIN skill ON skill.id = skill_id')

/** All skills that are known, in the order they were first met. */
export const readSkillPaths = (db: Database): readonly string[] => readAll<{ path: string }>(db, 'SELECT path FROM skill ORDER BY id').map(({ path }) => path)

/** Person and skill for each badge of these grades that is held on the day and stands for a skill at the level or above. */
function readHeld(
  db: Database,
  { on }: Scope,
  grades: readonly string[],
  places: ReadonlyMap<number, number>,
  skillsOf: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  if (grades.length === 0) return []
  const rows = readArrays<readonly [number, number]>(
    db,
    `SELECT person_id, achievement_id FROM credential
     WHERE grade IN (SELECT value FROM json_each(:grades)) AND ${heldSql} AND person_id IS NOT NULL AND achievement_id IS NOT NULL`,
    { on, grades: JSON.stringify(grades) },
  )
  const pairs: number[] = []
  for (const [person, achievement] of rows) {
    const place = places.get(person)
    const skills = skillsOf.get(achievement)
    if (place === undefined || skills === undefined) continue
    for (const skill of skills) pairs.push(place, skill)
  }
  return pairs
}

/** Reads what coverage is counted from, and counts it. */
export function readGround(db: Database, scope: Scope): CoverageGround {
  const divisions = divisionTree(readDivisionsOn(db, scope.on))
  const skills = skillTree(readSkillPaths(db))
  const divisionPlaces = new Map(divisions.map(({ division }, place) => [division.id, place + 1]))
  const skillPlaces = new Map(skills.map(({ path }, place) => [path, place]))
  const skillsOf = new Map<number, number[]>()
  for (const { achievement, path, level } of readMapped(db)) {
    if (level < scope.level) continue
    const list = skillsOf.get(achievement) ?? []
    list.push(skillPlaces.get(path)!)
    skillsOf.set(achievement, list)
  }
  const { places, posts, onLeave } = readPresent(db, scope, divisionPlaces)
  const rolledUp = rollUp({
    people: places.size,
    divisionParents: [-1, ...divisions.map(({ parent }) => parent + 1)],
    skillParents: skills.map(({ parent }) => parent),
    posts,
    counting: readHeld(db, scope, gradesCounted(scope), places, skillsOf),
    apart: readHeld(db, scope, gradesApart(scope), places, skillsOf),
  })
  return { divisions, skills, onLeave, rolledUp }
}

/**
 * H(d,s,l,t) for every division and skill of one day: how many distinct people hold a counting badge?
 *
 * Divisions are those whose period covers the day, the city first, under the names and in the tree of that day.
 *
 * @source product.md, "Definitions"; the same numbers in plain SQL: `readPeople`
 */
export function readCoverage(db: Database, scope: Scope): CoverageTable {
  const { divisions, skills, onLeave, rolledUp } = readGround(db, scope)
  const codes = new Map(divisions.map(({ division }, place) => [place, division.code]))
  return {
    scope,
    divisions: [
      {
        code: null,
        name: '*',
        path: '*',
        parentCode: null,
        depth: 0,
        people: rolledUp.people[0]!,
        children: divisions.filter(({ parent }) => parent < 0).length,
      },
      ...divisions.map(({ division, path, depth, parent, children }, place) => ({
        code: division.code,
        name: division.name,
        path,
        parentCode: codes.get(parent) ?? null,
        depth,
        people: rolledUp.people[place + 1]!,
        children,
      })),
    ],
    skills: skills.map(({ path, name, depth, branch }) => ({ path, name, depth, branch })),
    holders: rolledUp.holders.map((row) => [...row]),
    apart: rolledUp.apart.map((row) => [...row]),
    left: { onLeave, ...readLeftOut(db, scope) },
  }
}
