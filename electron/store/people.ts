import type { Input, Output } from '../../shared/contract'
import type { Scope } from '../../shared/contract/parts'
import type { HeldSkill, PersonRow } from '../../shared/contract/people'
import { divisionTree } from '../../shared/coverage'
import type { Day } from '../../shared/model/day'
import type { Leave } from '../../shared/model/department'
import type { Level } from '../../shared/model/skill'
import type { Grade } from '../../shared/model/verification'
import { gradesApart, gradesCounted, heldSql, inForce, inForceSql } from './counting'
import { readDivisionsOn } from './division'
import { shownFrom, shownUntil } from './heldDays'
import { likePart } from './searchText'
import { type Database, type Parameters, readAll, readOne } from './statement'

type Query = Input<'people.list'>

/** A division of the day and all that is below it. UNION ends a circle of parents. */
const belowSql = `
  below (division_id, code) AS (
    SELECT division.id, division.code FROM division_period JOIN division ON division.id = division_id
    WHERE starts_on <= :on AND :on < ends_on AND division.code = :divisionCode
    UNION
    SELECT division.id, division.code FROM below JOIN division_period ON division_period.parent_code = below.code JOIN division ON division.id = division_period.division_id
    WHERE starts_on <= :on AND :on < ends_on
  )`

/** People who hold the skill, or any below it, at the level or above, by a badge of these grades that is held on the day. */
const holdersSql = (grades: ':counted' | ':beside', withSkill: boolean): string => `
  SELECT person_id FROM credential
  JOIN mapping ON mapping.achievement_id = credential.achievement_id
  JOIN skill ON skill.id = mapping.skill_id
  WHERE grade IN (SELECT value FROM json_each(${grades})) AND ${heldSql} AND person_id IS NOT NULL AND mapping.level >= :level
  ${withSkill ? "AND (skill.path = :skill OR substr(skill.path, 1, length(:skill) + 1) = :skill || '/')" : ''}`

/** The people behind a number, in plain SQL: also the reference `readCoverage` is tested against. */
function peopleSql({ scope, skill, divisionCode, text, which }: Query): string {
  const conditions = [
    scope.includeLeave ? null : 'on_leave = 0',
    divisionCode === null
      ? null
      : `person.id IN (SELECT person_id FROM assignment WHERE starts_on <= :on AND :on < ends_on AND division_id IN (SELECT division_id FROM below))`,
    text === null ? null : "search_text LIKE :text ESCAPE '\\'",
    skill === null && which === 'counting' ? null : `person.id ${which === 'counting' ? '' : 'NOT '}IN (${holdersSql(':counted', skill !== null)})`,
    which === 'counting' ? null : `person.id IN (${holdersSql(':beside', skill !== null)})`,
  ].filter((condition) => condition !== null)
  return `
    WITH RECURSIVE ${divisionCode === null ? '' : `${belowSql},`}
    present (person_id, on_leave) AS (
      SELECT person_id, MAX(leave <> 'none') FROM assignment JOIN person ON person.id = person_id WHERE ${inForceSql} GROUP BY person_id
    )
    SELECT person.id FROM present JOIN person ON person.id = present.person_id
    ${conditions.length === 0 ? '' : `WHERE ${conditions.join('\n AND ')}`}`
}

function parametersOf({ scope, skill, divisionCode, text, which }: Query): Parameters {
  return {
    ...inForce(scope),
    ...(divisionCode === null ? {} : { divisionCode }),
    ...(text === null ? {} : { text: likePart(text) }),
    ...(skill === null && which === 'counting' ? {} : { counted: JSON.stringify(gradesCounted(scope)), level: scope.level }),
    ...(which === 'apart' ? { beside: JSON.stringify(gradesApart(scope)) } : {}),
    ...(skill === null ? {} : { skill }),
  }
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
  readonly inside: number
}

/** The posts of these people on the day; those inside the division asked for first, then the main one. */
const readPosts = (db: Database, ids: string, on: Day, divisionCode: string | null): readonly PostRow[] =>
  readAll<PostRow>(
    db,
    `${divisionCode === null ? '' : `WITH RECURSIVE ${belowSql}`}
     SELECT person_id AS personId, staff_number AS staffNumber, name, kana, division.id AS divisionId, division.code AS divisionCode, post, concurrent, leave,
            ${divisionCode === null ? '1' : 'division_id IN (SELECT division_id FROM below)'} AS inside
     FROM assignment JOIN person ON person.id = person_id JOIN division ON division.id = division_id
     WHERE person_id IN (SELECT value FROM json_each(:ids)) AND starts_on <= :on AND :on < ends_on
     ORDER BY inside DESC, concurrent, assignment.id`,
    { ids, on, ...(divisionCode === null ? {} : { divisionCode }) },
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
  readonly counts: number
}

/** The skills these people's badges stand for, those that count first. Rejected badges and older versions are not among them. */
export function readHeldSkills(db: Database, ids: string, scope: Scope, skill: string | null): ReadonlyMap<number, readonly HeldSkill[]> {
  const rows = readAll<SkillRow>(
    db,
    `SELECT person_id AS personId, skill.path AS skill, mapping.level, credential.id AS credentialId, document ->> '$.id' AS credentialUri,
            achievement_name AS achievementName, grade, held_from AS heldFrom, held_until AS heldUntil, (${heldSql} AND grade IN (SELECT value FROM json_each(:counted))) AS counts
     FROM credential JOIN mapping ON mapping.achievement_id = credential.achievement_id JOIN skill ON skill.id = mapping.skill_id
     WHERE person_id IN (SELECT value FROM json_each(:ids)) AND superseded_by IS NULL AND grade <> 'rejected'
       AND (:skill IS NULL OR skill.path = :skill OR substr(skill.path, 1, length(:skill) + 1) = :skill || '/')
     ORDER BY counts DESC, skill.id, mapping.level DESC, held_from DESC, credential.id`,
    { ids, on: scope.on, counted: JSON.stringify(gradesCounted(scope)), skill },
  )
  const byPerson = new Map<number, HeldSkill[]>()
  for (const { personId, heldFrom, heldUntil, counts, ...held } of rows) {
    const list = byPerson.get(personId) ?? []
    list.push({ ...held, validFrom: shownFrom(heldFrom), validUntil: shownUntil(heldUntil), counts: counts === 1 })
    byPerson.set(personId, list)
  }
  return byPerson
}

/** `福祉部/生活福祉課`, as it was on the day; the store's number of a division → its path. */
export const divisionPathsOn = (db: Database, on: Day): ReadonlyMap<number, string> =>
  new Map(divisionTree(readDivisionsOn(db, on)).map(({ division, path }) => [division.id, path]))

/**
 * The people behind a number of `readCoverage`, sorted by kana: with the same scope, skill and division `total` equals the holders.
 * Each person once, with the post inside the division asked for, the main one before a concurrent one; with a skill, only the badges behind it.
 */
export function readPeople(db: Database, query: Query): Output<'people.list'> {
  const chosen = peopleSql(query)
  const parameters = parametersOf(query)
  const total = readOne<{ count: number }>(db, `SELECT COUNT(*) AS count FROM (${chosen})`, parameters)?.count ?? 0
  const page = readAll<{ id: number }>(db, `${chosen} ORDER BY kana_sort IS NULL, kana_sort, staff_number LIMIT :limit OFFSET :offset`, {
    ...parameters,
    limit: query.limit,
    offset: query.offset,
  }).map(({ id }) => id)
  const ids = JSON.stringify(page)
  const { on } = query.scope
  const paths = divisionPathsOn(db, on)
  const skills = readHeldSkills(db, ids, query.scope, query.skill)
  const posts = new Map<number, PostRow>()
  for (const row of readPosts(db, ids, on, query.divisionCode)) if (!posts.has(row.personId)) posts.set(row.personId, row)
  const people = page.flatMap((id): PersonRow[] => {
    const row = posts.get(id)
    if (row === undefined) return []
    const { staffNumber, name, kana, divisionCode, post, leave } = row
    const division = paths.get(row.divisionId) ?? divisionCode
    return [{ staffNumber, name, kana, divisionCode, division, post, concurrent: row.concurrent === 1, leave, skills: [...(skills.get(id) ?? [])] }]
  })
  return { total, people }
}
