import { expect, it } from 'vitest'
import { compactUnits, type Unit } from '../../../electron/intake'

const units: readonly Unit[] = [
  ...Array.from({ length: 500 }, (_, entry): Unit => ({ source: `束.zip!福祉部/${entry}.png`, path: '/shared/束.zip', entry, size: entry * 1000 })),
  { source: '', path: '/shared/empty', entry: null, size: 0 },
  { source: '\ufeff𠮷田.json', path: '/shared/𠮷田.json', entry: null, size: 2 ** 40 },
]

it('compact units are the same in every slice', () => {
  const compact = compactUnits(units)
  expect(compact).toHaveLength(units.length)
  for (const [start, end] of [
    [0, units.length],
    [0, 0],
    [499, 502],
    [100, 1_000_000],
    [600, 700],
  ] as const)
    expect(compact.slice(start, end)).toEqual(units.slice(start, end))
  expect(compactUnits([]).slice(0, 10)).toEqual([])
})
