import { expect, test } from 'vitest'
import { readRoster } from '../../../electron/roster/read'
import { reading, rowsOf } from './city'

const on = '2026-04-01'
const codesOf = (problems: readonly { readonly code: string; readonly row: number | null }[]) => problems.map(({ code, row }) => `${row} ${code}`)

test('職員番号 is text: leading zeros stay', () => {
  const { people } = reading('職員番号,氏名,課\n00123,青山 花子,市民課')
  expect(people[0]?.staffNumber).toBe('00123')
})

test('a full-width 職員番号 is kept as typed and flagged', () => {
  const { people, problems } = reading('職員番号,氏名,課\n００１２３,青山 花子,市民課')
  expect(people[0]?.staffNumber).toBe('００１２３')
  expect(codesOf(problems)).toEqual(['2 roster.staff-number-full-width'])
})

test('titles above the header, two header rows, totals, notes and blank rows are no data', () => {
  const { rows, people, headers, divisions } = reading(`
    令和８年度　職員名簿,,,,,,
    （令和8年4月1日現在）,,,,,,
    ,,,,,,
    職員,,所属,,,発　令,
    職員番号（８桁）,氏　　名,部,課,コード,年月日,役職
    00000001,青山 花子,福祉部,生活福祉課,3010,R8.4.1,課長
    00000002,石川 太郎,福祉部,生活福祉課,3010,R7.4.1,主事
    ,,福祉部 小計,,,,2
    ,,,,,,
    職員番号（８桁）,氏　　名,部,課,コード,年月日,役職
    00000003,上田 三郎,福祉部,高齢福祉課,3020,令和元年5月1日,主事
    合計,3人,,,,,
    ※ 会計年度任用職員を除く,,,,,,`)
  expect(rows).toBe(3)
  expect(people.map(({ staffNumber }) => staffNumber)).toEqual(['00000001', '00000002', '00000003'])
  expect(people[2]?.posts[0]).toMatchObject({ divisionCode: '3020', post: '主事', startsOn: '2019-05-01' })
  expect(headers).toEqual(['職員番号（８桁）', '氏　　名', '部', '課', 'コード', '年月日', '役職'])
  expect(divisions.map(({ code, parentCode }) => [code, parentCode])).toEqual([
    ['福祉部', null],
    ['3010', '福祉部'],
    ['3020', '福祉部'],
  ])
})

test('header words are recognised in half width, with blanks, line breaks and brackets', () => {
  const read = readRoster(
    [
      ['ﾌﾘｶﾞﾅ', '職 員\n番 号', '氏名(漢字)', '所属（課・室）', 'E‐mail', 'Ｅ－ｍａｉｌ', '個人番号'],
      ['ｱｵﾔﾏ ﾊﾅｺ', '1', '青山 花子', '市民課', '', 'a@city.example', '123456789012'],
    ],
    { mapping: null, on },
  )
  expect(read.ok && read.value.mapping).toEqual({
    kana: 'ﾌﾘｶﾞﾅ',
    staffNumber: '職 員\n番 号',
    name: '氏名(漢字)',
    section: '所属（課・室）',
    email: 'Ｅ－ｍａｉｌ',
  })
  expect(read.ok && read.value.people[0]?.kana).toBe('ｱｵﾔﾏ ﾊﾅｺ')
})

test('個人番号 is never taken for 職員番号', () => {
  const read = readRoster(rowsOf('個人番号,氏名,課\n123456789012,青山 花子,市民課'), { mapping: null, on })
  expect(read).toEqual({ ok: false, problem: { code: 'roster.no-staff-number-column' } })
})

test('a mapping that is given comes before the guess', () => {
  const text = 'コードA,呼び名,氏名,課\n7,あおちゃん,青山 花子,市民課'
  expect(reading(text, on, { staffNumber: 'コードA' }).people[0]).toMatchObject({ staffNumber: '7', name: '青山 花子' })
  expect(reading(text, on, { staffNumber: 'コードA', name: '呼び名' }).people[0]?.name).toBe('あおちゃん')
})

test('a given header that is not in the file stops the reading and is named', () => {
  const read = readRoster(rowsOf('職員番号,氏名,課\n7,青山 花子,市民課'), { mapping: { post: '職階' }, on })
  expect(read).toEqual({ ok: false, problem: { code: 'roster.mapping', detail: '職階' } })
})

test('a roster without names, divisions or rows says which', () => {
  const of = (text: string) => readRoster(rowsOf(text), { mapping: null, on })
  expect(of('職員番号,課\n1,市民課')).toEqual({ ok: false, problem: { code: 'roster.no-name-column' } })
  expect(of('職員番号,氏名\n1,青山')).toEqual({ ok: false, problem: { code: 'roster.no-division-column' } })
  expect(of('職員番号,氏名,課')).toEqual({ ok: false, problem: { code: 'roster.no-rows' } })
  expect(of('')).toEqual({ ok: false, problem: { code: 'roster.no-staff-number-column' } })
})

test('one person with a main and a concurrent row is one person with two posts', () => {
  const { rows, people } = reading(`
    職員番号,氏名,フリガナ,メール,所属コード,部,課,役職,兼務
    00012,青山 花子,アオヤマ ハナコ,a@city.example,3010,福祉部,生活福祉課,課長,本務
    00012,青山 花子,,,1020,総務部,防災課,,兼務`)
  expect(rows).toBe(2)
  expect(people).toHaveLength(1)
  expect(people[0]).toMatchObject({ kana: 'アオヤマ ハナコ', emails: ['a@city.example'] })
  expect(people[0]?.posts.map(({ divisionCode, concurrent, post }) => [divisionCode, concurrent, post])).toEqual([
    ['3010', false, '課長'],
    ['1020', true, undefined],
  ])
})

test('a blank main row says there is none, a blank 兼務 row says nothing', () => {
  const main = reading('職員番号,氏名,旧姓,課,兼務\n1,青山,,市民課,本務').people[0]
  const beside = reading('職員番号,氏名,旧姓,課,兼務\n1,青山,,市民課,兼務').people[0]
  expect(main?.formerName).toBeNull()
  expect(beside?.formerName).toBeUndefined()
})

test('without a 兼務 column the first row is the main post and the second is flagged', () => {
  const { people, problems } = reading('職員番号,氏名,課\n1,青山,市民課\n1,青山,防災課')
  expect(people[0]?.posts.map(({ concurrent }) => concurrent)).toEqual([false, true])
  expect(codesOf(problems)).toEqual(['3 roster.several-main-posts'])
})

test('the same post twice is one post and flagged', () => {
  const { people, problems } = reading('職員番号,氏名,課,役職\n1,青山,市民課,主事\n1,青山,市民課,主事')
  expect(people[0]?.posts).toHaveLength(1)
  expect(codesOf(problems)).toEqual(['3 roster.duplicate-row'])
})

test('外字 and variation selectors are kept as they are and flagged', () => {
  const { people, problems } = reading('職員番号,氏名,課\n1,髙\ue000 花子,市民課\n2,葛\u{e0100}城 次郎,市民課\n3,𠮷野 \ufffd子,市民課\n4,髙﨑 邉,市民課')
  expect(people.map(({ name }) => name)).toEqual(['髙\ue000 花子', '葛\u{e0100}城 次郎', '𠮷野 \ufffd子', '髙﨑 邉'])
  expect(problems.map(({ row, column, code, value }) => ({ row, column, code, value }))).toEqual([
    { row: 2, column: '氏名', code: 'roster.private-use-character', value: '髙\ue000 花子' },
    { row: 3, column: '氏名', code: 'roster.variation-selector', value: '葛\u{e0100}城 次郎' },
    { row: 4, column: '氏名', code: 'roster.replacement-character', value: '𠮷野 \ufffd子' },
  ])
})

test('names are stored as typed but for blanks at both ends', () => {
  const { people } = reading('職員番号,氏名,課\n1,　青山　　花子 ,市民課')
  expect(people[0]?.name).toBe('青山　　花子')
})

test('a name that differs between rows of one person is flagged, blanks aside', () => {
  const { people, problems } = reading('職員番号,氏名,課,兼務\n1,青山 花子,市民課,本務\n1,青山　花子,防災課,兼務\n1,石川 花子,税務課,兼務')
  expect(people[0]?.name).toBe('青山 花子')
  expect(codesOf(problems)).toEqual(['4 roster.name-differs'])
})

test('終了日 and 任期満了日 are last days and kept as the day after; 9999/12/31 is no end', () => {
  const { people } = reading('職員番号,氏名,課,解除日,任期満了日\n1,青山,市民課,R9.3.31,2027/3/31\n2,石川,市民課,9999/12/31,')
  expect(people[0]).toMatchObject({ termEndsOn: '2027-04-01', posts: [{ endsOn: '2027-04-01' }] })
  expect(people[1]).toMatchObject({ termEndsOn: null, posts: [{ endsOn: '9999-12-31' }] })
})

test('an unreadable date is flagged and changes nothing', () => {
  const { people, problems } = reading('職員番号,氏名,課,生年月日,発令日\n1,青山,市民課,大正16年3月31日,近日')
  expect(people[0]?.birthDate).toBeUndefined()
  expect(problems.map(({ column, code, value }) => [column, code, value])).toEqual([
    ['発令日', 'roster.bad-date', '近日'],
    ['生年月日', 'roster.bad-date', '大正16年3月31日'],
  ])
})

test('an end before the beginning is flagged and not used', () => {
  const { people, problems } = reading('職員番号,氏名,課,発令日,終了日\n1,青山,市民課,R8.4.1,R8.3.31')
  expect(people[0]?.posts[0]).toMatchObject({ startsOn: '2026-04-01', endsOn: null })
  expect(codesOf(problems)).toEqual(['2 roster.reversed-dates'])
})

test.each([
  ['休職', 'leave'],
  ['病気休職', 'leave'],
  ['育休', 'childcare'],
  ['育児休業', 'childcare'],
  ['在職', 'none'],
  ['部分休業', 'none'],
  ['', 'none'],
])('休職区分 %s is %s', (word, leave) => {
  expect(reading(`職員番号,氏名,課,休職区分\n1,青山,市民課,${word}`).people[0]?.posts[0]?.leave).toBe(leave)
})

test('a word in 休職区分 or 兼務 that is not known is flagged and taken for none', () => {
  const { people, problems } = reading('職員番号,氏名,課,休職区分,兼務\n1,青山,市民課,海外,半分')
  expect(people[0]?.posts[0]).toMatchObject({ leave: 'none', concurrent: false })
  expect(codesOf(problems)).toEqual(['2 roster.unknown-concurrent', '2 roster.unknown-leave'])
})

test('several addresses in one cell are several; what is no address is flagged', () => {
  const rows = [
    ['職員番号', '氏名', '課', 'メールアドレス'],
    ['1', '青山', '市民課', 'Hanako@City.example; h.aoyama@home.example；b@city.example'],
    ['2', '石川', '市民課', '未定'],
    ['3', '上田', '市民課', '-'],
    ['4', '江口', '市民課', 'B@CITY.example'],
  ]
  const read = readRoster(rows, { mapping: null, on })
  expect(read.ok && read.value.people.map(({ emails }) => emails)).toEqual([
    ['Hanako@City.example', 'h.aoyama@home.example', 'b@city.example'],
    [],
    [],
    ['B@CITY.example'],
  ])
  expect(read.ok && codesOf(read.value.problems)).toEqual(['2 roster.shared-email', '3 roster.bad-email', '5 roster.shared-email'])
})

test('rows without 職員番号 or 氏名 are counted and flagged; a nameless person stays a person', () => {
  const { rows, people, problems } = reading('職員番号,氏名,課\n,青山,市民課\n2,,市民課\n3,石川,')
  expect(rows).toBe(3)
  expect(people.map(({ staffNumber, name }) => [staffNumber, name])).toEqual([
    ['2', ''],
    ['3', '石川'],
  ])
  expect(codesOf(problems)).toEqual(['2 roster.staff-number-missing', '3 roster.name-missing', '4 roster.division-missing'])
})

test('somebody on leave is on leave from a 兼務 whose 休職区分 is blank', () => {
  const posts = (beside: string) =>
    reading(`職員番号,氏名,課,兼務,休職区分\n1,青山,防災課,兼務,${beside}\n1,青山,市民課,本務,育休`).people[0]?.posts.map(({ divisionCode, leave }) => [
      divisionCode,
      leave,
    ])
  expect(posts('')).toEqual([
    ['市民課', 'childcare'],
    ['防災課', 'childcare'],
  ])
  expect(posts('在職')).toEqual([
    ['市民課', 'childcare'],
    ['防災課', 'none'],
  ])
})
