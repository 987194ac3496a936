import { expect, test } from 'vitest'
import { isRoster, sorted } from '../../renderer/ask/received'
import { parameters } from '../../renderer/screens'
import { makeHandover } from '../../renderer/view/handover'
import { firstView, readView, type View, writeView } from '../../renderer/view/view'
import { controlOf } from '../../renderer/view/viewControl'
import { addMonths, nextApril } from '../../renderer/words/dayStep'

const screens = { home: 'start', parameters } as const

const view: View = {
  screen: 'skillMap',
  on: '2027-04-01',
  level: 2,
  grades: ['verified', 'unproven'],
  includeLeave: true,
  withLeavers: false,
  selected: { division: '0104', skill: '行政実務/災害対策 & 法務', show: '𠮷田' },
}

test('a view read from its own address is the same view', () => {
  expect(readView(writeView(view), screens)).toEqual(view)
  expect(readView(writeView(firstView), screens)).toEqual(firstView)
})

test('a missing or invalid part of an address has its first value', () => {
  expect(readView('', screens)).toEqual(firstView)
  expect(readView('#/nowhere?on=2026-02-30&level=9&grades=gold&leave=yes&colour=red', screens)).toEqual(firstView)
})

test('a parameter of another screen is dropped; an address without a screen has the parameters of the home screen', () => {
  expect(readView('#/people?text=a&issuer=b&roster=1', screens).selected).toEqual({ text: 'a' })
  expect(readView('#/?folded=0104&text=a', { ...screens, home: 'skillMap' }).selected).toEqual({ folded: '0104' })
  expect(readView('#/toString?text=a', screens).screen).toBe(null)
})

test('a file that was handed over is found by its number; the lead to the map is taken once', () => {
  const { keepFile, fileOf, leadToMap, takeLead } = makeHandover()
  const [first, second] = [keepFile('C:\\r.csv'), keepFile('D:\\s.csv')]
  expect([fileOf(first), fileOf(second), fileOf('3'), fileOf('C:\\r.csv'), fileOf(undefined)]).toEqual([
    'C:\\r.csv',
    'D:\\s.csv',
    undefined,
    undefined,
    undefined,
  ])
  leadToMap('i1')
  expect([takeLead('i2'), takeLead('i1'), takeLead('i1')]).toEqual([false, true, false])
})

test('the address of the first view contains only the screen', () => {
  expect(writeView({ ...firstView, screen: 'issuers' })).toBe('#/issuers')
})

test('leaves out those who have gone on a day after today, and only then, unless the person chose otherwise', () => {
  const leftOut = (hash: string) => controlOf(hash, '2026-11-20', screens, () => {}).scope.withLeavers
  expect(['#/skillMap', '#/people?on=2026-11-20', '#/skillMap?on=2026-11-19'].map(leftOut)).toEqual([false, false, false])
  expect(['#/skillMap', '#/people', '#/person'].map((screen) => leftOut(`${screen}?on=2027-04-01`))).toEqual([true, true, true])
  expect([leftOut('#/skillMap?on=2027-04-01&leavers=in'), leftOut('#/skillMap?leavers=out')]).toEqual([false, true])
})

test('a link to another screen keeps the day and the grades, and drops the choices', () => {
  const control = controlOf(writeView(view), '2026-11-20', screens, () => {})
  expect(readView(control.linkTo('badge', { badge: '12' }), screens)).toEqual({ ...view, screen: 'badge', selected: { badge: '12' } })
})

test('a choice is added to the others; an undefined choice is removed; quiet changes replace the address', () => {
  const put: [string, string][] = []
  const control = controlOf('#/people?division=0104&text=a', '2026-11-20', screens, (hash, how) => put.push([hash, how]))
  control.select({ text: undefined, skill: '001948' })
  control.select({ text: 'ab' }, 'quietly')
  control.change({ on: '2027-04-01' })
  expect(put).toEqual([
    ['#/people?division=0104&skill=001948', 'push'],
    ['#/people?division=0104&text=ab', 'replace'],
    ['#/people?on=2027-04-01&division=0104&text=a', 'push'],
  ])
})

test('without a day in the address, the numbers are of today', () => {
  const control = controlOf('', '2026-11-20', screens, () => {})
  expect([control.on, control.screen, control.scope]).toEqual([
    '2026-11-20',
    'start',
    { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false, withLeavers: false },
  ])
})

test('months are stepped by the calendar: the end of a short month is its last day', () => {
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  expect(addMonths('2027-01-15', -1)).toBe('2026-12-15')
})

test('the next 1 April is after the day, never on it', () => {
  expect([nextApril('2026-11-20'), nextApril('2027-03-31'), nextApril('2027-04-01')]).toEqual(['2027-04-01', '2027-04-01', '2028-04-01'])
})

test('tables of people are rosters by their extension; all other files are imported as badges', () => {
  expect(['a.CSV', 'b.xlsx', 'c.json', 'd.csv.zip', 'folder'].filter(isRoster)).toEqual(['a.CSV', 'b.xlsx'])
  expect(sorted(['b.png', 'r.csv', 'c.zip'])).toEqual({ roster: 'r.csv', badges: ['b.png', 'c.zip'] })
})
