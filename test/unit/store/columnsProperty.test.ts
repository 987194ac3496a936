import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyRoster,
  type Database,
  emptyEverything,
  importMappings,
  openDatabase,
  readCoverage,
  readDepartment,
  readPeople,
  saveVerification,
  undoImport,
} from '../../../electron/store'
import type { Scope } from '../../../shared/contract/parts'
import { type Day, lastDay } from '../../../shared/model/day'
import type { Leave } from '../../../shared/model/department'
import type { RosterPlan } from '../../../shared/model/rosterPlan'
import { levels } from '../../../shared/model/skill'
import { type Grade, gradeValues } from '../../../shared/model/verification'
import { assignPerson } from '../../fixtures/assignPerson'
import { runs } from '../../fixtures/runs'
import { cellsOf, plainCells, plainLeft, plainPeople } from './plainCoverage'
import { act, badge, division, emptyPlan, good, importItems, openScratch, person, post, settle, verdict } from './stand'

// The map is counted from columns that are retained in memory and follow each change. Here cities are changed at random in every possible way, by this
// connection and by a second one, and each time every number is compared with the definition in plain SQL.

const days: readonly Day[] = ['2024-04-01', '2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', '2026-11-20', '2027-04-01']
const codes = ['1', '2', '3', '4'] as const
const staff = ['01', '02', '03', '04', '05', '06'] as const
const issuers = ['did:web:a.example', 'did:web:a.example', 'did:key:z6MkB', 'https://c.example/issuer'] as const
const skills = ['行政DX', '行政DX/データ活用', '行政DX/データ活用/統計', '法務', '防災/災害対策'] as const
const achievements = ['urn:a', 'urn:b', 'https://a.example/c', 'urn:d'] as const

const day = fc.constantFrom(...days)
const begun = fc.oneof({ weight: 3, arbitrary: fc.constant<Day>('2020-04-01') }, { weight: 1, arbitrary: day })
const ended = fc.oneof({ weight: 3, arbitrary: fc.constant<Day>(lastDay) }, { weight: 1, arbitrary: day })
const number = fc.constantFrom(...staff)
const grade = fc.constantFrom<Grade>('verified', 'verified', 'confirmed', 'unregistered', 'unproven', 'rejected')
const status = fc.constantFrom('none' as const, 'none' as const, 'clear' as const, 'unknown' as const, 'revoked' as const, 'suspended' as const)

const words = fc.record({
  // Few ids: some badges are versions of one another.
  id: fc.constantFrom(null, null, 'urn:1', 'urn:2', 'https://a.example/3'),
  hostedUrl: fc.constantFrom(null, null, 'https://a.example/3', 'https://b.example/3'),
  achievement: fc.constantFrom(...achievements, null),
  staffNumber: fc.constantFrom(...staff, null),
  from: begun,
  until: ended,
  grade,
  status,
  issuer: fc.constantFrom(...issuers),
  countable: fc.constantFrom(true, true, true, true, false),
})
const mapping = fc.record({
  issuerId: fc.constantFrom(null, null, ...issuers),
  achievementId: fc.constantFrom(...achievements),
  skill: fc.constantFrom(...skills),
  level: fc.constantFrom(...levels),
})
const newPost = fc.record({
  staffNumber: number,
  code: fc.constantFrom(...codes),
  from: begun,
  until: ended,
  leave: fc.constantFrom<Leave>('none', 'none', 'none', 'leave', 'childcare'),
  concurrent: fc.boolean(),
})
/** One of the existing ones, whatever their number. */
const which = fc.nat(1000)

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('import' as const), badges: fc.array(words, { minLength: 2, maxLength: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('judge' as const), which, grade, status, completed: fc.option(words) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('assign' as const), which, staffNumber: fc.constantFrom(...staff, null) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('map' as const), mappings: fc.array(mapping, { minLength: 1, maxLength: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('post' as const), post: newPost }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), which, post: newPost }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('person' as const), staffNumber: number, kana: fc.constantFrom(null, 'ア', 'ン'), termEndsOn: fc.option(day) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('division' as const), code: fc.constantFrom(...codes), parent: fc.constantFrom(null, '0', '1'), endsOn: ended }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('empty' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const scope = fc.record({
  on: day,
  level: fc.constantFrom(...levels),
  grades: fc.oneof(fc.constant<Grade[]>(['verified', 'confirmed']), fc.subarray<Grade>([...gradeValues], { minLength: 1 })),
  includeLeave: fc.boolean(),
  withLeavers: fc.boolean(),
})

/** How a step is done: by which connection, whether it is rolled back, and what is read afterwards, if anything. */
const done = fc.record({
  step,
  by: fc.constantFrom('own' as const, 'own' as const, 'own' as const, 'other' as const),
  takenBack: fc.constantFrom(false, false, false, true),
  look: fc.option(scope, { freq: 3 }),
})

const idsOf = (db: Database): readonly number[] => db.prepare<[], number>('SELECT id FROM credential ORDER BY id').pluck().all()
const one = <Value>(values: readonly Value[], place: number): Value | undefined => values[place % Math.max(values.length, 1)]
const people = staff.map((staffNumber) => person(staffNumber))

function begin(db: Database): void {
  const posts = staff.map((staffNumber, index) => post(staffNumber, codes[index % codes.length]!))
  settle(db, { people, divisions: [division('0', null), ...codes.map((code) => division(code, code === '4' ? '1' : '0'))], posts })
  good(
    importMappings(db, {
      mappings: [
        { achievementId: 'urn:a', skill: '行政DX/データ活用', level: 2 },
        { achievementId: 'urn:b', skill: '法務', level: 4 },
      ],
      ...act,
    }),
  )
}

const roster = (db: Database, plan: Partial<RosterPlan>): void => void good(applyRoster(db, { plan: { ...emptyPlan, ...plan }, on: '2026-04-01', ...act }))
const assignments = (plan: Partial<RosterPlan['assignments']>): Partial<RosterPlan> => ({ assignments: { ...emptyPlan.assignments, ...plan } })
const postOf = ({ staffNumber, code, from, until, leave, concurrent }: typeof newPost extends fc.Arbitrary<infer Value> ? Value : never) =>
  post(staffNumber, code, { startsOn: from, endsOn: until > from ? until : lastDay, leave, concurrent })

function take(db: Database, step: Step, turn: number): void {
  switch (step.kind) {
    case 'import':
      importItems(
        db,
        `import-${turn}`,
        step.badges.map(({ status, ...more }, index) => badge({ ...more, edition: `${turn} ${index}`, axes: { status } })),
      )
      return
    case 'undo': {
      const importId = one(db.prepare<[], string>("SELECT id FROM import WHERE state <> 'undone' ORDER BY id").pluck().all(), step.which)
      if (importId !== undefined) good(undoImport(db, { importId, ...act }))
      return
    }
    case 'judge': {
      const credentialId = one(idsOf(db), step.which)
      if (credentialId === undefined) return
      const completed = step.completed === null ? null : badge({ ...step.completed, axes: {} })
      const verification = { credentialId, verdict: verdict(step.grade, { status: step.status }), ...(completed === null ? {} : { completed }) }
      good(saveVerification(db, { verifications: [verification], ...act }))
      return
    }
    case 'assign': {
      const credentialId = one(idsOf(db), step.which)
      if (credentialId !== undefined) assignPerson(db, { credentialId, staffNumber: step.staffNumber, ...act })
      return
    }
    case 'map':
      good(importMappings(db, { mappings: step.mappings, ...act }))
      return
    case 'post':
      roster(db, assignments({ add: [postOf(step.post)] }))
      return
    case 'move':
    case 'leave': {
      const held = one(readDepartment(db).assignments, step.which)
      if (held === undefined) return
      roster(
        db,
        assignments(step.kind === 'leave' ? { remove: [held.id] } : { change: [{ ...postOf(step.post), staffNumber: held.staffNumber, id: held.id }] }),
      )
      return
    }
    case 'person':
      roster(db, { people: { add: [], change: [person(step.staffNumber, { kana: step.kana, termEndsOn: step.termEndsOn })] } })
      return
    case 'division':
      roster(db, { divisions: { put: [division(step.code, step.parent === step.code ? null : step.parent, { endsOn: step.endsOn })], remove: [] } })
      return
    case 'empty':
      good(emptyEverything(db, act))
      begin(db)
  }
}

let compared = 0
const numRuns = runs(20, 60)

function look(db: Database, scope: Scope): void {
  const table = readCoverage(db, scope)
  const paths = table.skills.map(({ path }) => path)
  const cells = cellsOf(table)
  expect(cells).toEqual(plainCells(db, scope, paths))
  expect(table.left).toEqual(plainLeft(db, scope))
  compared += cells.length
  const [division, skill] = [table.divisions.at(compared % table.divisions.length)!.code, [null, ...paths][compared % (paths.length + 1)]!]
  for (const counts of [1, 0] as const) {
    if (skill === null && counts === 0) continue
    const listed = readPeople(db, { scope, skill, divisionCode: division, text: null, which: counts === 1 ? 'counting' : 'apart', offset: 0, limit: 1000 })
    expect(listed.people.map(({ staffNumber }) => staffNumber)).toEqual(plainPeople(db, scope, { division, skill, counts }))
    expect(listed.total).toBe(listed.people.length)
  }
}

test('after random changes by both connections, rolled back or not, every number equals the definition', () => {
  fc.assert(
    fc.property(scope, fc.array(done, { minLength: 8, maxLength: 24 }), (first, steps) => {
      const own = openScratch()
      const other = good(openDatabase(own.name))
      begin(own)
      look(own, first)
      for (const [turn, { step, by, takenBack, look: at }] of steps.entries()) {
        const db = by === 'own' ? own : other
        if (takenBack) {
          const back = db.transaction(() => {
            take(db, step, turn)
            if (at !== null) look(db, at)
            throw new Error('taken back')
          })
          expect(() => back.immediate()).toThrow('taken back')
        } else take(db, step, turn)
        if (at !== null) look(own, at)
      }
      look(own, first)
      look(other, first)
      other.close()
      own.close()
    }),
    { numRuns, seed: 20261120 },
  )
  // Over empty tables the property would test nothing.
  console.log(`${compared} numbers above zero were compared with the definition`)
  expect(compared).toBeGreaterThan(80 * numRuns)
})
