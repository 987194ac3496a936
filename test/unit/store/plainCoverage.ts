import type { Database } from '../../../electron/store'
import type { CoverageTable } from '../../../shared/contract/coverage'
import type { Scope } from '../../../shared/contract/parts'
import type { Grade } from '../../../shared/model/verification'
import { standingOn, standingOnAnyDay } from './plainVersions'

// The definitions of coverage in plain SQL over the base tables, to compare other ways of counting with.

/** Issuers' achievements of which a badge counts on its days. */
const countedOnSql = `SELECT achievement_id FROM credential
  WHERE achievement_id IS NOT NULL AND countable = 1 AND grade IN ('verified', 'confirmed') AND status NOT IN ('revoked', 'suspended')`

/** `member`: who is behind each number. Division null is the city, skill null everybody; `counts` 0 for people who hold only what is shown apart. */
const memberSql = `
  WITH RECURSIVE
  today (id, code, parent_code) AS (
    SELECT division.id, code, parent_code FROM division_period JOIN division ON division.id = division_id WHERE starts_on <= :on AND :on < ends_on
  ),
  division_above (division_id, above) AS (
    SELECT id, code FROM today
    UNION SELECT division_id, parent_code FROM division_above JOIN today ON today.code = above WHERE parent_code IN (SELECT code FROM today)
  ),
  in_force (person_id, division_id, leave) AS (
    SELECT person_id, division_id, leave FROM assignment JOIN person ON person.id = person_id
    WHERE starts_on <= :on AND :on < ends_on AND (:withLeavers = 0 OR leaves_on > :on)
  ),
  present (person_id) AS (SELECT person_id FROM in_force GROUP BY person_id HAVING :includeLeave = 1 OR MAX(leave <> 'none') = 0),
  place (person_id, division) AS (
    SELECT person_id, NULL FROM present
    UNION SELECT person_id, above FROM present JOIN in_force USING (person_id) JOIN division_above USING (division_id)
  ),
  skill_above (skill_id, above) AS (
    SELECT skill.id, node.value FROM skill JOIN json_each(:skills) AS node ON skill.path = node.value OR substr(skill.path, 1, length(node.value) + 1) = node.value || '/'
  ),
  in_force_mapping (achievement_id, skill_id, level) AS (
    SELECT achievement_id, skill_id, level FROM mapping
    UNION ALL SELECT achievement.id, skill_id, level FROM unbound_mapping JOIN achievement USING (uri)
    WHERE achievement.id NOT IN (${countedOnSql}) AND (achievement.id, skill_id) NOT IN (SELECT achievement_id, skill_id FROM mapping)
  ),
  held (person_id, skill, grade) AS (
    SELECT DISTINCT person_id, above, grade FROM credential JOIN in_force_mapping USING (achievement_id) JOIN skill_above USING (skill_id)
    WHERE credential.id IN (SELECT value FROM json_each(:standing)) AND countable = 1 AND status NOT IN ('revoked', 'suspended') AND held_from <= :on AND held_until >= :on AND person_id IS NOT NULL AND level >= :level
  ),
  counted (person_id, skill) AS (SELECT DISTINCT person_id, skill FROM held WHERE grade <> 'rejected' AND grade IN (SELECT value FROM json_each(:grades))),
  beside (person_id, skill) AS (
    SELECT person_id, skill FROM held WHERE grade IN ('unregistered', 'unproven') AND grade NOT IN (SELECT value FROM json_each(:grades))
    EXCEPT SELECT person_id, skill FROM counted
  ),
  member (division, skill, counts, person_id) AS (
    SELECT division, NULL, 1, person_id FROM place
    UNION ALL SELECT division, skill, 1, person_id FROM place JOIN counted USING (person_id)
    UNION ALL SELECT division, skill, 0, person_id FROM place JOIN beside USING (person_id)
  )`

const parametersOf = (db: Database, { on, level, grades, includeLeave, withLeavers }: Scope, skills: readonly string[]) => ({
  on,
  standing: JSON.stringify(standingOn(db, on)),
  level,
  grades: JSON.stringify(grades),
  includeLeave: includeLeave ? 1 : 0,
  withLeavers: withLeavers === true ? 1 : 0,
  skills: JSON.stringify(skills),
})

/** A number of people behind a cell; those that are 0 are left out. */
export interface Cell {
  /** Null for the city. */
  readonly division: string | null
  /** Null for everybody. */
  readonly skill: string | null
  readonly counts: 0 | 1
  readonly people: number
}

const inOrder = (cells: readonly Cell[]): readonly string[] =>
  cells.map(({ division, skill, counts, people }) => `${division ?? '*'} ${skill ?? '*'} ${counts} ${people}`).sort()

/** Every number of a day that is not 0, one line each. @param skills The paths to be counted, branches among them. */
export const plainCells = (db: Database, scope: Scope, skills: readonly string[]): readonly string[] =>
  inOrder(
    // Rows have the columns the SELECT names.
    db
      .prepare(`${memberSql} SELECT division, skill, counts, COUNT(*) AS people FROM member GROUP BY division, skill, counts`)
      .all(parametersOf(db, scope, skills)) as Cell[],
  )

/** The numbers of a table in the same form. */
export const cellsOf = ({ divisions, skills, holders, apart }: CoverageTable): readonly string[] =>
  inOrder(
    divisions
      .flatMap(({ code, people }, row): Cell[] => [
        { division: code, skill: null, counts: 1, people },
        ...skills.flatMap(({ path }, column): Cell[] => [
          { division: code, skill: path, counts: 1, people: holders[row]![column]! },
          { division: code, skill: path, counts: 0, people: apart[row]![column]! },
        ]),
      ])
      .filter(({ people }) => people > 0),
  )

/** The 職員番号 of the people behind one number, in the order they are listed in. */
export const plainPeople = (
  db: Database,
  scope: Scope,
  { division, skill, counts }: Omit<Cell, 'people'>,
  skills: readonly string[] = skill === null ? [] : [skill],
): readonly string[] =>
  db
    .prepare(
      `${memberSql} SELECT staff_number FROM member JOIN person ON person.id = person_id
       WHERE division IS :division AND skill IS :skill AND counts = :counts ORDER BY kana_sort IS NULL, kana_sort, staff_number`,
    )
    .pluck()
    .all({ ...parametersOf(db, scope, skills), division, skill, counts }) as string[] // One column of text.

interface OfGrade {
  readonly grade: Grade
  readonly countable: number
  readonly badges: number
  readonly unmatched: number
  readonly revoked: number
  readonly expired: number
  readonly unmapped: number
}

/** The band under the table: each badge that does not count under the first reason that applies, and the people on leave. */
export function plainLeft(db: Database, scope: Scope): CoverageTable['left'] {
  const rows = db
    .prepare(
      `SELECT grade, countable, COUNT(*) AS badges, SUM(person_id IS NULL) AS unmatched,
              SUM(person_id IS NOT NULL AND status IN ('revoked', 'suspended')) AS revoked,
              SUM(person_id IS NOT NULL AND status NOT IN ('revoked', 'suspended') AND held_from <= :on AND held_until < :on) AS expired,
              SUM(person_id IS NOT NULL AND status NOT IN ('revoked', 'suspended') AND held_from <= :on AND held_until >= :on
                  AND (achievement_id IS NULL OR achievement_id NOT IN
                       (SELECT achievement_id FROM mapping UNION ALL SELECT achievement.id FROM unbound_mapping JOIN achievement USING (uri)
                        WHERE achievement.id NOT IN (${countedOnSql})))) AS unmapped
       FROM credential WHERE id IN (SELECT value FROM json_each(:standing)) OR (person_id IS NULL AND id IN (SELECT value FROM json_each(:withDays))) GROUP BY grade, countable`,
    )
    .all({ on: scope.on, standing: JSON.stringify(standingOn(db, scope.on)), withDays: JSON.stringify(standingOnAnyDay(db)) }) as OfGrade[] // Rows have the columns the SELECT names.
  const away = db
    .prepare(
      `SELECT COUNT(*) FROM (SELECT person_id FROM assignment JOIN person ON person.id = person_id
       WHERE starts_on <= :on AND :on < ends_on AND (:withLeavers = 0 OR leaves_on > :on) GROUP BY person_id HAVING MAX(leave <> 'none') = 1)`,
    )
    .pluck()
    .get({ on: scope.on, withLeavers: scope.withLeavers === true ? 1 : 0 }) as number
  const gone = db
    .prepare(
      `SELECT COUNT(DISTINCT person_id) FROM assignment JOIN person ON person.id = person_id
       WHERE starts_on <= :on AND :on < ends_on AND :withLeavers = 1 AND leaves_on <= :on`,
    )
    .pluck()
    .get({ on: scope.on, withLeavers: scope.withLeavers === true ? 1 : 0 }) as number
  // An endorsement is no badge that could count: it is unmatched, rejected, or in no sum.
  const sum = (of: (row: OfGrade) => number, among: (grade: Grade) => boolean, all = false): number =>
    rows.filter(({ grade, countable }) => among(grade) && (all || countable === 1)).reduce((total, row) => total + of(row), 0)
  const isCounted = (grade: Grade): boolean => grade !== 'rejected' && scope.grades.includes(grade)
  const ofGrade = (one: Grade): number =>
    isCounted(one)
      ? 0
      : sum(
          (row) => row.badges - row.unmatched,
          (grade) => grade === one,
        )
  return {
    onLeave: scope.includeLeave ? 0 : away,
    leavers: gone,
    rejected: sum(
      ({ badges }) => badges,
      (grade) => grade === 'rejected',
      true,
    ),
    unmatched: sum(
      ({ unmatched }) => unmatched,
      (grade) => grade !== 'rejected',
      true,
    ),
    unproven: ofGrade('unproven'),
    unregistered: ofGrade('unregistered'),
    revoked: sum(({ revoked }) => revoked, isCounted),
    expired: sum(({ expired }) => expired, isCounted),
    unmapped: sum(({ unmapped }) => unmapped, isCounted),
  }
}
