import { describe, expect, test } from 'vitest'
import { readRoster } from '../../../electron/roster/read'
import { sketchRoster } from '../../../electron/roster/sketch'
import { rowsOf } from './city'

const on = '2026-04-01'

describe('a file whose columns do not suffice yet', () => {
  test('still shows its header, what was recognised, and its first rows', () => {
    const rows = rowsOf('名簿\n氏名,課,備考\n青山 花子,市民課,\n森 一郎,防災課,任期付')
    expect(readRoster(rows, { mapping: null, on })).toEqual({ ok: false, problem: { code: 'roster.no-staff-number-column' } })
    expect(sketchRoster(rows, null)).toEqual({
      headers: ['氏名', '課', '備考'],
      mapping: { name: '氏名', section: '課' },
      firstRows: [
        ['青山 花子', '市民課', ''],
        ['森 一郎', '防災課', '任期付'],
      ],
    })
  })

  test('takes its first row of several texts for the header where no word is known, and is read once its columns are given', () => {
    const rows = rowsOf('令和8年度\na,b,c\n001,山田 太郎,総務課\n002,佐藤 花子,財政課')
    expect(sketchRoster(rows, null)).toEqual({
      headers: ['a', 'b', 'c'],
      mapping: {},
      firstRows: [
        ['001', '山田 太郎', '総務課'],
        ['002', '佐藤 花子', '財政課'],
      ],
    })
    const read = readRoster(rows, { mapping: { staffNumber: 'a', name: 'b', section: 'c' }, on })
    expect(read.ok && read.value.people.map(({ staffNumber, name }) => [staffNumber, name])).toEqual([
      ['001', '山田 太郎'],
      ['002', '佐藤 花子'],
    ])
  })

  test('keeps what was chosen while another choice is not in the file', () => {
    const rows = rowsOf('番号,氏名,課\n1,青山,市民課')
    expect(sketchRoster(rows, { staffNumber: '番号', post: '職階' }).mapping).toEqual({ staffNumber: '番号', name: '氏名', section: '課' })
  })

  test('of no rows at all has nothing to show', () => {
    expect(sketchRoster([], null)).toEqual({ headers: [], mapping: {}, firstRows: [] })
  })
})

describe('an empty header', () => {
  test('says that there is no such column: it is not guessed again', () => {
    const rows = rowsOf('職員番号,氏名,課,役職\n1,青山,市民課,主査')
    const guessed = readRoster(rows, { mapping: null, on })
    const without = readRoster(rows, { mapping: { post: '' }, on })
    expect(guessed.ok && guessed.value.people[0]?.posts[0]?.post).toBe('主査')
    expect(without.ok && without.value.people[0]?.posts[0]?.post).toBeUndefined()
    expect(without.ok && without.value.mapping).toEqual({ staffNumber: '職員番号', name: '氏名', section: '課' })
  })

  test('is no column without a header', () => {
    const rows = rowsOf('職員番号,氏名,課,\n1,青山,市民課,メモ')
    const read = readRoster(rows, { mapping: { kana: '' }, on })
    expect(read.ok && read.value.mapping).toEqual({ staffNumber: '職員番号', name: '氏名', section: '課' })
  })
})
