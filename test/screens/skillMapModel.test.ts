import { describe, expect, test } from 'vitest'
import { cellClasses, cellNumber, isQuiet } from '../../renderer/screens/skillMap/cell'
import { copiedRows, spokenCell } from '../../renderer/screens/skillMap/cellText'
import { branchKey, columnsOf } from '../../renderer/screens/skillMap/columns'
import { findingsOf } from '../../renderer/screens/skillMap/findings'
import { headPieces } from '../../renderer/screens/skillMap/headBreaks'
import { mapModel } from '../../renderer/screens/skillMap/mapModel'
import { rowsOf } from '../../renderer/screens/skillMap/rows'
import { thinCells } from '../../shared/coverage'
import { texts } from '../../shared/text'
import { table } from './skillMapTable'

const none: ReadonlySet<string> = new Set()
const names = (turned: ReadonlySet<string>, thin: ReadonlySet<number> | null = null) => rowsOf(table, turned, thin).map(({ division }) => division.name)

describe('the rows of the map', () => {
  test('begin with 部 open and 係 folded into their 課', () => {
    expect(names(none)).toEqual(['全体', '総務部', '総務課', '契約課', '福祉部', '生活福祉課', '会計室'])
  })

  test('a folded 部 hides everything under it', () => {
    expect(names(new Set(['01']))).toEqual(['全体', '総務部', '福祉部', '生活福祉課', '会計室'])
  })

  test('an unfolded 課 shows its 係', () => {
    expect(names(new Set(['0101']))).toContain('人事係')
  })

  test('the folded city is one row', () => {
    expect(names(new Set(['*']))).toEqual(['全体'])
  })

  test('only 全体 and 部 have no fill; a 課 with 係 and a division right under the city do', () => {
    expect(rowsOf(table, none, null).map(({ total }) => total)).toEqual([true, true, false, false, true, false, false])
  })

  test('with thin rows only, their parents stay', () => {
    expect(names(none, new Set([6]))).toEqual(['全体', '福祉部', '生活福祉課'])
  })
})

describe('the columns of the map', () => {
  test('are the leaves, grouped by the branch of the first level', () => {
    const { columns, groups } = columnsOf(table.skills, none, null)
    expect(columns.map(({ skill }) => skill.name)).toEqual(['法務', '契約', 'GIS', '英語'])
    expect(groups.map(({ branch, from, span }) => [branch?.name ?? null, from, span])).toEqual([
      ['実務', 0, 2],
      ['DX', 2, 1],
      [null, 3, 1],
    ])
  })

  test('a folded branch is one column for all its leaves', () => {
    const { columns } = columnsOf(table.skills, new Set([branchKey('実務')]), null)
    expect(columns.map(({ skill, leaves }) => [skill.name, leaves])).toEqual([
      ['実務', 2],
      ['GIS', 0],
      ['英語', 0],
    ])
  })

  test('skills without branches have no groups', () => {
    expect(columnsOf([{ path: '英語', name: '英語', depth: 0, branch: false }], none, null).groups).toEqual([])
  })

  test('thin is where a 課 has 0 or 1: 契約 is thin in 生活福祉課 and 会計室', () => {
    const { rows, columns } = thinCells(table)
    expect([...rows]).toEqual([2, 4, 6, 7])
    expect([...columns]).toEqual([1, 2, 4, 5])
  })

  test('a skill with two holders in every 課 is not thin', () => {
    const deep = { ...table, holders: table.holders.map((row) => row.map((count, column) => (column === 2 ? 2 : count))) }
    expect(thinCells(deep).columns.has(2)).toBe(false)
  })
})

describe('only gaps', () => {
  const deep = { ...table, holders: table.holders.map((row, index) => (index === 0 ? row : row.map((count, column) => (column === 2 ? 2 : count)))) }

  test('leave out a skill that is not short in any 課, and a folded branch without a short skill', () => {
    const { columns } = mapModel(deep, none, 'thin')
    expect(columns.map(({ index }) => index)).not.toContain(2)
    const branch = table.skills.find(({ branch: isBranch }) => isBranch)!
    expect(columnsOf(table.skills, new Set([branchKey(branch.path)]), new Set()).columns).toEqual([])
  })

  test('show no number in a cell with two holders or more', () => {
    expect([0, 1, 2, 5].map((holders) => isQuiet({ holders, apart: 0, people: 9 }, 'thin'))).toEqual([false, false, true, true])
    expect(isQuiet({ holders: 2, apart: 0, people: 9 }, 'people')).toBe(false)
  })
})

describe('a cell', () => {
  test('shows people, or their share of those in scope', () => {
    expect(cellNumber({ holders: 2, apart: 0, people: 25 }, 'people')).toBe('2')
    expect(cellNumber({ holders: 2, apart: 0, people: 25 }, 'share')).toBe('8%')
    expect(cellNumber({ holders: 0, apart: 0, people: 0 }, 'people')).toBe('―')
  })

  test('is filled by depth 0 · 1 · 2 · 3–4 · 5 and more, whatever its number shows', () => {
    const fills = [0, 1, 2, 3, 4, 5, 12].map((holders) => cellClasses({ holders, apart: 0, people: 20 }, false, 'share'))
    expect(fills).toEqual([
      'map-cell depth-0',
      'map-cell depth-1',
      'map-cell depth-2',
      'map-cell depth-3',
      'map-cell depth-3',
      'map-cell depth-4',
      'map-cell depth-4',
    ])
  })

  test('has a dotted edge where an unproven badge is also held, but not on a total', () => {
    expect(cellClasses({ holders: 1, apart: 2, people: 20 }, false, 'people')).toBe('map-cell depth-1 unproven')
    expect(cellClasses({ holders: 0, apart: 2, people: 20 }, true, 'people')).toBe('map-cell sum zero')
  })

  test('is muted where it is deep enough and only gaps are shown', () => {
    expect(cellClasses({ holders: 3, apart: 0, people: 20 }, false, 'thin')).toBe('map-cell quiet')
  })

  test('is spoken with its division, skill, number and unproven badges', () => {
    expect(spokenCell('防災危機管理課', '災害対策', { holders: 2, apart: 1, people: 18 }, 'people', texts.ja)).toBe('防災危機管理課、災害対策、2人、未確認1人')
    expect(spokenCell('契約課', '法務', { holders: 0, apart: 0, people: 15 }, 'people', texts.en)).toBe('契約課, 法務, 0 people (no badge on record)')
    expect(spokenCell('契約課', '法務', { holders: 3, apart: 0, people: 15 }, 'share', texts.ja)).toBe('契約課、法務、15人のうち3人、20%')
  })
})

describe('what is copied', () => {
  const { rows, columns } = mapModel(table, none, 'people')

  test('a range includes its heads', () => {
    expect(copiedRows(table, rows, columns, { rows: [2, 3], columns: [2, 3] }, 'people', texts.ja)).toEqual([
      ['部署', '法務', '契約'],
      ['総務課', '2', '2'],
      ['契約課', '2', '3'],
    ])
  })

  test('the whole map includes the people in scope', () => {
    const all = copiedRows(table, rows, columns, { rows: [0, rows.length], columns: [0, columns.length + 1] }, 'people', texts.ja)
    expect(all[0]).toEqual(['部署', '対象人数', '法務', '契約', 'GIS', '英語'])
    expect(all[1]).toEqual(['全体', '100', '5', '6', '1', '0'])
    expect(all).toHaveLength(8)
  })
})

describe('the sentence above the map', () => {
  test('counts the skills without a holder and with one', () => {
    expect(findingsOf(table)).toEqual({ skills: 4, units: 4, nobody: ['英語'], single: ['GIS'], thinnest: { name: '英語', nobody: 4, single: 0 } })
    expect(texts.ja.skillMap.finding(findingsOf(table))).toBe('4種のスキルのうち、**1種は保有者が0人**（英語）、**1種は1人だけ**（GIS）です。')
    expect(texts.en.skillMap.finding(findingsOf(table))).toBe('Of 4 skills, **nobody holds 1** (英語) and **only one person holds another 1** (GIS).')
  })

  test('names the thinnest skill where every skill has two holders somewhere', () => {
    const held = { skills: 12, units: 16, nobody: [], single: [], thinnest: { name: '災害対策', nobody: 8, single: 6 } }
    expect(texts.ja.skillMap.finding(held)).toBe('どのスキルも市内に2人以上います。**災害対策は16課のうち8課で0人**です。')
  })

  test('is empty without skills', () => {
    expect(texts.ja.skillMap.finding({ skills: 0, units: 3, nobody: [], single: [], thinnest: null })).toBe('')
  })
})

describe('the head of a column', () => {
  test('breaks between words and inside long compounds, never before a small kana', () => {
    expect(headPieces('情報セキュリティ')).toEqual(['情報', 'セキュ', 'リティ'])
    expect(headPieces('個人情報保護')).toEqual(['個人', '情報', '保護'])
    expect(headPieces('生成AI活用')).toEqual(['生成AI', '活用'])
    expect(headPieces('外国語対応')).toEqual(['外国語', '対応'])
    expect(headPieces('データ活用')).toEqual(['データ', '活用'])
    expect(headPieces('GIS')).toEqual(['GIS'])
  })

  test('loses no character', () => {
    for (const name of ['公共施設マネジメント', 'やさしい日本語', 'Webアクセシビリティ基礎', '𠮷野家研究']) expect(headPieces(name).join('')).toBe(name)
  })
})
