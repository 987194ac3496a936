import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, type Database, readCoverage, readPeople } from '../../electron/store'
import type { Scope } from '../../shared/contract/parts'
import { good, makeFolder, removeFolder } from './city'
import { makeLargeCity } from './largeCity'
import { measure, printTable, within } from './measure'

const size = { badges: 100_000, people: 5000, departments: 12, sections: 48, branches: 12, skillsOfBranch: 10, documentBytes: 300 }
const folder = makeFolder()
const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
let db: Database

beforeAll(() => {
  db = makeLargeCity(folder, size)
})
afterAll(() => {
  good(closeDatabase(db))
  removeFolder(folder)
})

/** Every cell counted by the database alone: divisions and skills with all that is below them, distinct people of each pair. */
const plainSql = `
  WITH RECURSIVE
  division_above (division_id, above) AS (
    SELECT id, code FROM division
    UNION
    SELECT below.division_id, parent_code
    FROM division_above AS below JOIN division ON division.code = above JOIN division_period AS period ON period.division_id = division.id
    WHERE parent_code IS NOT NULL
  ),
  present (person_id) AS (
    SELECT person_id FROM assignment WHERE starts_on <= :on AND :on < ends_on GROUP BY person_id HAVING MAX(leave <> 'none') = 0
  ),
  place (person_id, above) AS (
    SELECT DISTINCT person_id, above FROM present JOIN assignment USING (person_id) JOIN division_above USING (division_id) WHERE starts_on <= :on AND :on < ends_on
    UNION ALL SELECT person_id, '*' FROM present
  ),
  skill_above (skill_id, above) AS (
    SELECT id, path FROM skill UNION ALL SELECT id, substr(path, 1, instr(path, '/') - 1) FROM skill
  ),
  held (person_id, above) AS (
    SELECT DISTINCT person_id, skill_above.above FROM credential JOIN mapping USING (achievement_id) JOIN skill_above USING (skill_id)
    WHERE grade IN ('verified', 'confirmed') AND superseded_by IS NULL AND status NOT IN ('revoked', 'suspended') AND held_from <= :on AND held_until >= :on AND person_id IS NOT NULL
  )
  SELECT place.above AS division, held.above AS skill, COUNT(*) AS holders FROM held JOIN place USING (person_id) GROUP BY 1, 2`

interface Cell {
  readonly division: string
  readonly skill: string
  readonly holders: number
}

const inOrder = (cells: readonly Cell[]) => cells.map(({ division, skill, holders }) => `${division} ${skill} ${holders}`).sort()

test('coverage of a whole city', async () => {
  const table = readCoverage(db, scope)
  // Read for this bench alone: the columns are those of the SELECT.
  const reference = db.prepare<[object], Cell>(plainSql)
  const ours = table.divisions.flatMap(({ code }, row) =>
    table.skills.map(({ path }, column): Cell => ({ division: code ?? '*', skill: path, holders: table.holders[row]![column]! })),
  )
  expect(inOrder(ours.filter(({ holders }) => holders > 0))).toEqual(inOrder(reference.all({ on: scope.on })))

  const deepest = table.divisions.findIndex(({ depth }) => depth === 2)
  const cell = {
    scope,
    skill: table.skills.find(({ branch }) => !branch)!.path,
    divisionCode: table.divisions[deepest]!.code,
    text: null,
    offset: 0,
    limit: 100,
  }
  const {
    coverage,
    people,
    'plain SQL': sql,
  } = await measure(
    { warm: 2, counted: 5 },
    {
      coverage: { units: 1, run: () => readCoverage(db, scope) },
      'plain SQL': { units: 1, run: () => reference.all({ on: scope.on }) },
      people: { units: 1, run: () => readPeople(db, { ...cell, which: 'counting' }) },
    },
  )
  const { badges, people: staff } = size
  printTable(
    `Coverage of one day, warm: ${badges.toLocaleString('en')} badges, ${staff.toLocaleString('en')} people, ${table.divisions.length} × ${table.skills.length} cells`,
    [
      within('readCoverage: every cell, counting and apart', coverage.microseconds / 1000, 300, 'ms', sql),
      within('people.list: the people behind one cell', people.microseconds / 1000, null, 'ms'),
    ],
  )
})
