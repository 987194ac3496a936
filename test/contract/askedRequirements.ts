import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { dispatch } from '../../electron/engine/dispatch'
import type { Engine } from '../../electron/engine/handler'
import type { EngineCall, Input } from '../../shared/contract'
import type { Scope } from '../../shared/contract/parts'
import { type City, day } from '../unit/engine/stand'
import type { Asked } from './asked.ts'

const scope: Scope = { on: day, level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
const { level: _level, ...gapScope } = scope
const page = { offset: 0, limit: 50 }
const gis: Input<'requirement.save'>['save'][number] = {
  id: 'R1',
  divisionCode: null,
  skill: '行政DX/GIS',
  level: 1,
  rule: { kind: 'people', people: 9999 },
  reach: 'division',
  exceptions: [],
  posts: [],
  jobTypes: [],
  employments: [],
  startsOn: null,
  endsOn: null,
  note: '',
}
const needGis = (engine: Engine) => dispatch('requirement.save', { save: [gis], remove: [] }, engine)
const needTwice = async (engine: Engine) => [
  await needGis(engine),
  await dispatch('requirement.save', { save: [{ ...gis, id: 'R2', level: 4 }], remove: [] }, engine),
]
const table = ({ folder }: City) => {
  const path = join(folder, 'needs.csv')
  writeFileSync(path, 'id,division,skill,level,rule,amount,reach\nR1,,行政DX/GIS,2,people,3,sections\n')
  return { path, replace: true }
}

/** The questions about requirements. @param city The city, once it is loaded. */
export const askedRequirements = (city: () => City): { readonly [Name in Extract<EngineCall, `requirement.${string}` | 'gap.read'>]: Asked<Name> } => ({
  'requirement.list': {
    input: () => ({ on: day }),
    before: needGis,
    says: ({ requirements }) => expect(requirements).toEqual([{ ...gis, divisionPath: null, gone: [] }]),
  },
  'requirement.save': {
    input: () => ({ save: [{ ...gis, level: 2 }], remove: ['R2'] }),
    before: needTwice,
    says: (value) => expect(value).toEqual({ new: 0, changed: 1, unchanged: 0, removed: 1 }),
  },
  'requirement.preview': {
    input: () => table(city()),
    before: needTwice,
    says: (value) => expect(value).toEqual({ new: 0, changed: 1, unchanged: 0, removed: 1, faults: [] }),
  },
  'requirement.import': {
    input: () => table(city()),
    before: needTwice,
    says: (value) => expect(value).toEqual({ new: 0, changed: 1, unchanged: 0, removed: 1, faults: [] }),
  },
  'requirement.table': {
    input: () => ({}),
    before: needGis,
    says: ({ csv, rows }) => expect([rows, csv.split('\r\n')[1]]).toEqual([1, 'R1,,行政DX/GIS,1,people,9999,division,,,,,,,']),
  },
  'requirement.propose': {
    input: () => scope,
    before: needGis,
    says: ({ requirements }) => {
      expect(requirements.length).toBeGreaterThan(10)
      expect(requirements.map(({ id }) => id)).not.toContain('R1')
    },
  },
  'requirement.history': {
    input: () => ({ id: 'R1', ...page }),
    before: needTwice,
    says: ({ total, changes }) => {
      const { exceptions: _none, ...own } = gis
      expect(total).toBe(1)
      expect(changes).toEqual([{ at: '2026-11-20T03:00:00.000Z', actor: 'local', id: 'R1', before: null, after: own }])
    },
  },
  'gap.read': {
    input: () => ({ scope: gapScope, divisionCode: null }),
    before: needGis,
    says: ({ targets, totals }) => {
      expect(targets).toMatchObject([{ id: 'R1', division: '*', divisionCode: null, required: 9999, state: 'unmet', people: 58, busFactor: null }])
      expect(totals).toEqual({ targets: 1, met: 0, unmet: 1, none: 0, short: 9999 - targets[0]!.holders })
    },
  },
})
