import { expect, test } from 'vitest'
import { divisionTree, skillTree } from '../../../shared/coverage'

const division = (code: string, parentCode: string | null, order = 0) => ({ code, name: `課${code}`, parentCode, order })

test('divisions are placed parents first, siblings by order and then by code', () => {
  const placed = divisionTree([
    division('22', '2'),
    division('1', null, 1),
    division('2', null),
    division('21', '2'),
    division('11', '1'),
    division('111', '11'),
  ])
  expect(placed.map(({ path, depth, parent, children }) => [path, depth, parent, children])).toEqual([
    ['課2', 1, -1, 2],
    ['課2/課21', 2, 0, 0],
    ['課2/課22', 2, 0, 0],
    ['課1', 1, -1, 1],
    ['課1/課11', 2, 3, 1],
    ['課1/課11/課111', 3, 4, 0],
  ])
})

test('a division whose parent does not exist is placed under the city, and a circle of parents loses no division', () => {
  expect(divisionTree([division('1', 'gone')]).map(({ depth }) => depth)).toEqual([1])
  const circle = divisionTree([division('1', '2'), division('2', '1'), division('3', '3')])
  expect(circle.map(({ division: { code }, depth }) => [code, depth])).toEqual([
    ['1', 1],
    ['2', 2],
    ['3', 1],
  ])
})

test('skills are placed parents first in the order given, with branches that were not given', () => {
  expect(
    skillTree(['防災/災害対策', '行政DX', '防災/避難所', '行政DX/GIS']).map(({ path, name, depth, parent, branch }) => [path, name, depth, parent, branch]),
  ).toEqual([
    ['防災', '防災', 0, -1, true],
    ['防災/災害対策', '災害対策', 1, 0, false],
    ['防災/避難所', '避難所', 1, 0, false],
    ['行政DX', '行政DX', 0, -1, true],
    ['行政DX/GIS', 'GIS', 1, 3, false],
  ])
})
