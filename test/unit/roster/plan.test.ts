import { expect, test } from 'vitest'
import { isEmptyPlan } from '../../../electron/roster/plan'
import { importing, postsOf } from './city'

const first = `
  職員番号,氏名,所属コード,部,課,役職
  001,青山 花子,3010,福祉部,生活福祉課,主任
  002,石川 太郎,3020,福祉部,高齢福祉課,主事`

test('a first import begins posts on the 基準日 and gives divisions all days before it', () => {
  const { summary, after } = importing(first, '2026-04-01')
  expect(summary).toMatchObject({
    rows: 2,
    people: 2,
    divisions: 3,
    assignments: 2,
    new: 2,
    changed: 0,
    unchanged: 0,
    ended: 0,
    renamedDivisions: [],
    problems: [],
  })
  expect(postsOf(after, '001')).toEqual(['3010 2026-04-01… 主任'])
  expect(after.divisions.map(({ code, startsOn, endsOn }) => [code, startsOn, endsOn])).toEqual([
    ['福祉部', '0001-01-01', '9999-12-31'],
    ['3010', '0001-01-01', '9999-12-31'],
    ['3020', '0001-01-01', '9999-12-31'],
  ])
})

test('the same file again for the same day, or a later one, writes nothing', () => {
  const { after } = importing(first, '2026-04-01')
  for (const on of ['2026-04-01', '2026-10-01'] as const) {
    const again = importing(first, on, after)
    expect(isEmptyPlan(again.plan)).toBe(true)
    expect(again.summary).toMatchObject({ new: 0, changed: 0, unchanged: 2, ended: 0 })
  }
})

test('somebody who moved ends where the 発令日 of the new post lies, else on the 基準日', () => {
  const { after } = importing(first, '2026-04-01')
  const moved = importing(
    '職員番号,氏名,所属コード,部,課,役職,発令日\n001,青山 花子,3020,福祉部,高齢福祉課,係長,R8.7.1\n002,石川 太郎,3010,福祉部,生活福祉課,主事,',
    '2026-10-01',
    after,
  )
  expect(moved.summary).toMatchObject({ new: 0, changed: 2, unchanged: 0, ended: 0 })
  expect(postsOf(moved.after, '001')).toEqual(['3010 2026-04-01…2026-07-01 主任', '3020 2026-07-01… 係長'])
  expect(postsOf(moved.after, '002')).toEqual(['3020 2026-04-01…2026-10-01 主事', '3010 2026-10-01… 主事'])
})

test('a post corrected under the same 発令日 is corrected in place; a promotion splits', () => {
  const with発令日 = (post: string, day: string) => `職員番号,氏名,課,役職,発令日\n1,青山,市民課,${post},${day}`
  const { after } = importing(with発令日('主事', 'R6.4.1'), '2026-04-01')
  expect(postsOf(importing(with発令日('主任', 'R6.4.1'), '2026-10-01', after).after, '1')).toEqual(['市民課 2024-04-01… 主任'])
  expect(postsOf(importing(with発令日('主任', 'R8.7.1'), '2026-10-01', after).after, '1')).toEqual([
    '市民課 2024-04-01…2026-07-01 主事',
    '市民課 2026-07-01… 主任',
  ])
  expect(postsOf(importing(with発令日('主任', ''), '2026-10-01', after).after, '1')).toEqual(['市民課 2024-04-01…2026-10-01 主事', '市民課 2026-10-01… 主任'])
})

test('leave begins on the 基準日 and ends on the 基準日 of the roster that no longer says so', () => {
  const with休職 = (leave: string) => `職員番号,氏名,課,休職区分,発令日\n1,青山,市民課,${leave},R6.4.1`
  const one = importing(with休職(''), '2026-04-01')
  const two = importing(with休職('育休'), '2026-06-01', one.after)
  const three = importing(with休職('在職'), '2027-06-01', two.after)
  expect(postsOf(three.after, '1')).toEqual(['市民課 2024-04-01…2026-06-01', '市民課 2026-06-01…2027-06-01 childcare', '市民課 2027-06-01…'])
  expect(isEmptyPlan(importing(with休職('在職'), '2027-06-01', three.after).plan)).toBe(true)
})

test('people missing are ended on the 基準日 and never deleted; those who return go on', () => {
  const { after } = importing(first, '2026-04-01')
  const without = importing('職員番号,氏名,所属コード,部,課,役職\n001,青山 花子,3010,福祉部,生活福祉課,主任', '2027-04-01', after)
  expect(without.summary).toMatchObject({ unchanged: 1, ended: 1 })
  expect(without.after.people).toHaveLength(2)
  expect(postsOf(without.after, '002')).toEqual(['3020 2026-04-01…2027-04-01 主事'])
  const again = importing(first, '2027-06-01', without.after)
  expect(again.summary).toMatchObject({ new: 0, changed: 1, unchanged: 1, ended: 0 })
  expect(postsOf(again.after, '002')).toEqual(['3020 2026-04-01…2027-04-01 主事', '3020 2027-06-01… 主事'])
})

test('会計年度任用職員 who leave on 31 March and return on 1 April are one unbroken post under one number', () => {
  const roster = (last: string) => `職員番号,氏名,課,任用区分,終了日\n90001,大野 夏,市民課,会計年度任用職員,${last}`
  const { after } = importing(roster('R9.3.31'), '2026-04-01')
  const again = importing(roster('R10.3.31'), '2027-04-01', after)
  expect(again.summary).toMatchObject({ new: 0, changed: 1, ended: 0 })
  expect(postsOf(again.after, '90001')).toEqual(['市民課 2026-04-01…2028-04-01'])
})

test('a renamed division keeps its code, and each name is true for its own days', () => {
  const { after } = importing(first, '2026-04-01')
  const renamed = importing(first.replace('高齢福祉課', '長寿支援課'), '2027-04-01', after)
  expect(renamed.summary).toMatchObject({ changed: 0, unchanged: 2, renamedDivisions: [{ code: '3020', from: '高齢福祉課', to: '長寿支援課' }] })
  expect(renamed.after.divisions.filter(({ code }) => code === '3020').map(({ name, startsOn, endsOn }) => [name, startsOn, endsOn])).toEqual([
    ['高齢福祉課', '0001-01-01', '2027-04-01'],
    ['長寿支援課', '2027-04-01', '9999-12-31'],
  ])
})

test('a 部 without a code of its own that is renamed with all its 課 is the same 部', () => {
  const { after } = importing(first, '2026-04-01')
  const file = first.replaceAll('福祉部', '健康福祉部')
  const renamed = importing(file, '2027-04-01', after)
  expect(renamed.summary).toMatchObject({ unchanged: 2, renamedDivisions: [{ code: '福祉部', from: '福祉部', to: '健康福祉部' }] })
  expect(isEmptyPlan(importing(file, '2027-04-01', renamed.after).plan)).toBe(true)
})

test('a division moved under another 部 keeps its code and changes its parent from that day', () => {
  const { after } = importing(first, '2026-04-01')
  const moved = importing(first.replace('福祉部,高齢福祉課', '市民部,高齢福祉課'), '2027-04-01', after)
  expect(moved.summary.renamedDivisions).toEqual([])
  expect(moved.after.divisions.filter(({ code }) => code === '3020').map(({ parentCode, startsOn }) => [parentCode, startsOn])).toEqual([
    ['福祉部', '0001-01-01'],
    ['市民部', '2027-04-01'],
  ])
})

test('a division ends once it is empty, and not before', () => {
  const { after } = importing(first, '2026-04-01')
  const rest = importing('職員番号,氏名,所属コード,部,課\n001,青山 花子,3010,福祉部,生活福祉課', '2027-04-01', after)
  expect(rest.after.divisions.map(({ code, endsOn }) => [code, endsOn])).toEqual([
    ['福祉部', '9999-12-31'],
    ['3010', '9999-12-31'],
    ['3020', '2027-04-01'],
  ])
})

test('a roster without codes finds the divisions it names under their stored codes', () => {
  const { after } = importing(first, '2026-04-01')
  const plain = importing('職員番号,氏名,部,課,役職\n001,青山 花子,福祉部,生活福祉課,主任\n002,石川 太郎,福祉部,高齢福祉課,主事', '2026-10-01', after)
  expect(isEmptyPlan(plain.plan)).toBe(true)
})

test('posts that begin after the 基準日 are left alone', () => {
  const { after } = importing(first, '2026-04-01')
  const ahead = importing(
    '職員番号,氏名,所属コード,部,課,役職,発令日\n001,青山 花子,3020,福祉部,高齢福祉課,係長,R9.4.1\n002,石川 太郎,3020,福祉部,高齢福祉課,主事,',
    '2027-03-20',
    after,
  )
  const expected = ['3010 2026-04-01…2027-04-01 主任', '3020 2027-04-01… 係長']
  expect(postsOf(ahead.after, '001')).toEqual(expected)
  const again = importing(first, '2027-03-25', ahead.after)
  expect(postsOf(again.after, '001')).toEqual(expected)
  expect(again.summary.unchanged).toBe(2)
})

test('a 兼務 counts beside the main post and ends by itself', () => {
  const beside = `${first}\n  001,青山 花子,1020,総務部,防災課,兼務主任`
    .replace('役職\n', '役職,兼務\n')
    .replaceAll(/(主任|主事)$/gm, '$1,本務')
    .replace('兼務主任,本務', '主任,兼務')
  const { summary, after } = importing(beside, '2026-04-01')
  expect(summary).toMatchObject({ people: 2, assignments: 3, new: 2 })
  expect(postsOf(after, '001')).toEqual(['1020 2026-04-01… 主任 兼', '3010 2026-04-01… 主任'])
  expect(postsOf(importing(first, '2026-09-01', after).after, '001')).toEqual(['1020 2026-04-01…2026-09-01 主任 兼', '3010 2026-04-01… 主任'])
})

test('a correction imported for the same day leaves no empty post behind', () => {
  const one = importing(first, '2026-04-01')
  const wrong = importing(first.replace('001,青山 花子,3010,福祉部,生活福祉課', '001,青山 花子,3020,福祉部,高齢福祉課'), '2026-10-01', one.after)
  const right = importing(first, '2026-10-01', wrong.after)
  expect(postsOf(right.after, '001')).toEqual(['3010 2026-04-01… 主任'])
})

test('a 発令日 that comes later moves a guessed beginning back', () => {
  const { after } = importing(first, '2026-04-01')
  const known = importing(
    '職員番号,氏名,所属コード,部,課,役職,発令日\n001,青山 花子,3010,福祉部,生活福祉課,主任,R6.4.1\n002,石川 太郎,3020,福祉部,高齢福祉課,主事,',
    '2026-10-01',
    after,
  )
  expect(postsOf(known.after, '001')).toEqual(['3010 2024-04-01… 主任'])
  expect(known.summary).toMatchObject({ changed: 1, unchanged: 1 })
})

test('old addresses stay with a person until the file gives them to somebody else', () => {
  const roster = (a: string, b: string) => `職員番号,氏名,課,メール\n1,青山,市民課,${a}\n2,石川,市民課,${b}`
  const { after } = importing(roster('aoyama@city.example', 'b@city.example'), '2026-04-01')
  const renamed = importing(roster('ishii@city.example', 'b@city.example'), '2026-10-01', after)
  expect(renamed.after.people[0]?.emails).toEqual(['ishii@city.example', 'aoyama@city.example'])
  const given = importing(roster('ishii@city.example', 'aoyama@city.example'), '2027-04-01', renamed.after)
  expect(given.after.people.map(({ emails }) => emails)).toEqual([['ishii@city.example'], ['aoyama@city.example', 'b@city.example']])
})

test('a column the file does not have changes nothing', () => {
  const full = '職員番号,氏名,フリガナ,生年月日,課,役職\n1,青山,アオヤマ,S60.1.2,市民課,主事'
  const { after } = importing(full, '2026-04-01')
  expect(isEmptyPlan(importing('職員番号,氏名,課\n1,青山,市民課', '2026-10-01', after).plan)).toBe(true)
})

test('a row that names no division does not end the post that is stored', () => {
  const { after } = importing(first, '2026-04-01')
  const partial = importing('職員番号,氏名,所属コード,部,課\n001,青山 花子,,,\n002,石川 太郎,3020,福祉部,高齢福祉課', '2026-10-01', after)
  expect(partial.summary).toMatchObject({ unchanged: 2, changed: 0, ended: 0 })
  expect(postsOf(partial.after, '001')).toEqual(['3010 2026-04-01… 主任'])
})

test('numbers that lost their zeros and people who came back under a new number are flagged, never merged', () => {
  const roster = (number: string) => `職員番号,氏名,フリガナ,生年月日,課\n${number},青山 花子,アオヤマ ハナコ,S36.5.5,市民課`
  const { after } = importing(roster('00123'), '2026-04-01')
  const eaten = importing(roster('123'), '2026-10-01', after)
  expect(eaten.summary).toMatchObject({ new: 1, ended: 1, problems: [{ code: 'roster.staff-number-zeros', row: 2, value: '123', detail: '00123' }] })
  const rehired = importing(roster('80001'), '2027-04-01', after)
  expect(rehired.summary).toMatchObject({ new: 1, ended: 1, problems: [{ code: 'roster.maybe-same-person', value: '80001', detail: '00123' }] })
})
