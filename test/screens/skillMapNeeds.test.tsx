import { describe, expect, test } from 'vitest'
import { cellClasses } from '../../renderer/screens/skillMap/cell'
import { mapModel } from '../../renderer/screens/skillMap/mapModel'
import { needsOf } from '../../renderer/screens/skillMap/needs'
import type { GapTable, GapTarget } from '../../shared/contract/requirement'
import { gapTotals } from '../../shared/coverage'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'
import { table } from './skillMapTable'

const target = (more: Partial<GapTarget>): GapTarget => ({
  id: 'R1',
  exception: null,
  divisionCode: '0201',
  division: '福祉部/生活福祉課',
  skill: '実務/法務',
  level: 1,
  rule: { kind: 'people', people: 2 },
  reach: 'division',
  posts: [],
  jobTypes: [],
  employments: [],
  required: 2,
  holders: 1,
  people: 50,
  state: 'unmet',
  short: 1,
  busFactor: null,
  ...more,
})

const gapOf = (...targets: GapTarget[]): GapTable => ({
  scope: { on: '2026-11-20', grades: ['verified', 'confirmed'], includeLeave: false },
  targets,
  totals: gapTotals(targets),
  gone: [],
})

const rowOf = (code: string) => table.divisions.findIndex((one) => one.code === code)
const columnOf = (path: string) => table.skills.findIndex((one) => one.path === path)

describe('the needs of the map', () => {
  test('are the highest number at the level of the map; targets of another level, of some posts only or without anybody are no needs of the cell', () => {
    const needs = needsOf(
      table,
      gapOf(
        target({}),
        target({ id: 'R2', required: 3 }),
        target({ id: 'R3', level: 2, required: 9 }),
        target({ id: 'R4', posts: ['係長'], required: 9 }),
        target({ id: 'R5', divisionCode: '0102', state: 'none' }),
      ),
    )
    expect(needs.at(rowOf('0201'), columnOf('実務/法務'))).toBe(3)
    expect(needs.at(rowOf('0102'), columnOf('実務/法務'))).toBeNull()
    expect(needsOf(table, undefined).any).toBe(false)
  })

  test('「不足だけ」 keeps the rows and columns with a cell below its need and those above them, and hides cells that are thin without a need', () => {
    const met = target({ id: 'R2', divisionCode: '0102', required: 2, holders: 2, state: 'met' })
    const model = mapModel(table, new Set(), 'thin', needsOf(table, gapOf(target({}), met)))
    expect(model.rows.map(({ key }) => key)).toEqual(['*', '02', '0201'])
    expect(model.columns.map(({ skill }) => skill.path)).toEqual(['実務/法務'])
    expect(mapModel(table, new Set(), 'thin').rows.length).toBeGreaterThan(3)
    expect(mapModel(table, new Set(), 'thin', needsOf(table, gapOf(met))).rows).toEqual([])
  })

  test('a cell below its need is framed, and turns white at 0; without a need 0 is not framed', () => {
    const counts = { apart: 0, people: 5 }
    expect(cellClasses({ ...counts, holders: 1, required: 2 }, false, 'people')).toContain('below-need')
    expect(cellClasses({ ...counts, holders: 0, required: 1 }, false, 'people')).toMatch(/below-need nobody/)
    expect(cellClasses({ ...counts, holders: 2, required: 2 }, false, 'people')).not.toContain('below-need')
    expect(cellClasses({ ...counts, holders: 0, required: null }, false, 'people')).not.toContain('below-need')
  })

  test('the map shows holders and need in the cell, says both aloud, and its legend names the frame', async () => {
    const gap = gapOf(target({ divisionCode: null, division: '*', skill: '行政実務/災害対策', required: 99, holders: 1 }))
    const html = await shown(fakeApi({ gap }), '#/skillMap')
    expect(html).toMatch(/aria-label="全体、災害対策、\d+人、必要99人、\d+人不足/)
    expect(words(html)).toContain('枠: 必要数に足りない')
    expect(html).toContain('<span class="need">/<!-- -->99</span>')
    expect(words(await shown(fakeApi(), '#/skillMap'))).not.toContain('枠: 必要数に足りない')
  })
})
