import { describe, expect, test } from 'vitest'
import { charts } from '../../renderer/charts'
import { careerLayout } from '../../renderer/charts/careerLayout'
import type { Output } from '../../shared/contract'
import { depthBySkill, unitsOf } from '../../shared/coverage'
import { texts } from '../../shared/text'
import { axesOf } from './fake/badges'
import { table } from './skillMapTable'

type Person = Output<'people.read'>

describe('depth by skill', () => {
  test('compares 課 and divisions directly under the city, but no 係', () => {
    expect(unitsOf(table).map((row) => table.divisions[row]?.name)).toEqual(['総務課', '契約課', '生活福祉課', '会計室'])
  })

  test('leaves out a 課 with nobody in scope', () => {
    const empty = { ...table, divisions: table.divisions.map((one) => (one.code === '03' ? { ...one, people: 0 } : one)) }
    expect(unitsOf(empty)).toEqual([2, 4, 6])
  })

  test('counts 課 with 0, 1, 2 and 3 holders, thinnest skill first, and leaves out branches', () => {
    expect(depthBySkill(table)).toEqual([
      { path: '英語', name: '英語', city: 0, depths: [4, 0, 0, 0] },
      { path: 'DX/GIS', name: 'GIS', city: 1, depths: [3, 1, 0, 0] },
      { path: '実務/法務', name: '法務', city: 5, depths: [1, 1, 2, 0] },
      { path: '実務/契約', name: '契約', city: 6, depths: [0, 2, 1, 1] },
    ])
  })

  test('every skill accounts for every 課', () => {
    for (const { depths } of depthBySkill(table)) expect(depths.reduce((sum, count) => sum + count, 0)).toBe(4)
  })

  test('its title is the finding, its table the same data', () => {
    const data = charts.depthBySkill.dataOf(table)
    expect(charts.depthBySkill.title(data, texts.ja)).toBe('最も薄い英語は、4課のうち4課で0人です。')
    expect(charts.depthBySkill.rows(data, texts.ja)[4]).toEqual(['契約', '0', '2', '1', '1', '6'])
  })
})

const post = (division: string, startsOn: Person['assignments'][number]['startsOn'], endsOn: Person['assignments'][number]['endsOn'], concurrent = false) => ({
  divisionCode: division,
  division: `市民部/${division}`,
  post: '主事',
  concurrent,
  leave: 'none' as const,
  startsOn,
  endsOn,
  current: endsOn === null,
})
const badge = (credentialId: number, validFrom: Person['badges'][number]['validFrom']): Person['badges'][number] => ({
  credentialId,
  achievementName: `バッジ${credentialId}`,
  issuerName: null,
  claimedIssuerName: null,
  grade: 'verified',
  axes: axesOf.verified,
  counts: true,
  contested: false,
  validFrom,
  validUntil: null,
  skills: [],
})

describe('a career', () => {
  const layout = careerLayout({
    on: '2026-11-20',
    person: {
      hiredOn: '2016-04-01',
      assignments: [post('市民課', '2016-04-01', '2019-04-01'), post('税務課', '2019-04-01', null), post('情報政策課', '2025-04-01', '2027-04-01', true)],
      badges: [badge(1, '2023-05-10'), badge(2, '2023-05-11'), badge(3, null)],
    },
  })

  test('begins with the first post and leaves room after 基準日', () => {
    expect(layout.posts[0]?.[0]?.from).toBe(0)
    expect(layout.on).toBeGreaterThan(0.9)
    expect(layout.on).toBeLessThan(1)
  })

  test('posts that follow one another share a line, 兼務 have their own', () => {
    expect(layout.posts.map((line) => line.map(({ division }) => division))).toEqual([['市民課', '税務課']])
    expect(layout.concurrent.map((line) => line.map(({ division }) => division))).toEqual([['情報政策課']])
  })

  test('an open post reaches the right edge', () => {
    expect(layout.posts[0]?.[1]?.to).toBe(1)
  })

  test('badges of the same days are on two lines; one without a day is only in the table', () => {
    expect(layout.marks.map(({ credentialId, line }) => [credentialId, line])).toEqual([
      [1, 0],
      [2, 1],
    ])
  })

  test('counts years since hiring by 年度, and the 課 of main posts', () => {
    expect(layout.years).toBe(11)
    expect(layout.divisions).toBe(2)
  })

  test('ticks are firsts of April, never more than eight', () => {
    expect(layout.ticks.map(({ day }) => day)).toEqual(['2016-04-01', '2018-04-01', '2020-04-01', '2022-04-01', '2024-04-01', '2026-04-01'])
  })

  test('overlapping posts are on two lines', () => {
    const both = careerLayout({
      on: '2026-11-20',
      person: { hiredOn: null, assignments: [post('a', '2020-04-01', null), post('b', '2022-04-01', null)], badges: [] },
    })
    expect(both.posts).toHaveLength(2)
    expect(both.years).toBeNull()
  })

  test('a post whose beginning is not known begins at the left edge', () => {
    const open = careerLayout({ on: '2026-11-20', person: { hiredOn: null, assignments: [post('a', '0001-01-01', null)], badges: [badge(1, '2020-04-01')] } })
    expect(open.posts[0]?.[0]).toMatchObject({ from: 0, to: 1 })
    expect(open.ticks[0]?.day).toBe('2020-04-01')
  })
})
