import { expect, test } from 'vitest'
import { type CountedTable, depthBySkill, thinCells, thinInCity, unitsOf } from '../../../shared/coverage'

const division = (depth: number, children: number, people = 5) => ({ depth, children, people })
const skill = (path: string, branch = false) => ({ path, name: path.split('/').at(-1)!, branch })

/** The city, a 部 with two 課, one without people, and a 課 right under the city; a branch with two leaves, and a leaf beside it. */
const table: CountedTable = {
  divisions: [division(0, 2, 15), division(1, 2, 10), division(2, 0), division(2, 0, 0), division(1, 0)],
  skills: [skill('DX', true), skill('DX/GIS'), skill('DX/AI'), skill('法務')],
  holders: [
    [7, 1, 0, 6],
    [4, 1, 0, 4],
    [4, 1, 0, 4],
    [0, 0, 0, 0],
    [3, 0, 0, 2],
  ],
}

test('a 課 is of the second level, or of the first without divisions of its own, and has people', () => {
  expect(unitsOf(table)).toEqual([2, 4])
})

test('skills of the city without a holder and with one are named, branches left out', () => {
  expect(thinInCity(table)).toEqual({ skills: 3, nobody: ['AI'], single: ['GIS'] })
})

test('thin cells are those of 課 and leaves with one holder or none', () => {
  expect(thinCells(table)).toEqual({ rows: new Set([2, 4]), columns: new Set([1, 2]) })
})

test('skills are sorted thinnest first, with the number of 課 at each depth', () => {
  expect(depthBySkill(table)).toEqual([
    { path: 'DX/AI', name: 'AI', city: 0, depths: [2, 0, 0, 0] },
    { path: 'DX/GIS', name: 'GIS', city: 1, depths: [1, 1, 0, 0] },
    { path: '法務', name: '法務', city: 6, depths: [0, 0, 1, 1] },
  ])
})
