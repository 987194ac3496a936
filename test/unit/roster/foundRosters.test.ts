import { describe, expect, it } from 'vitest'
import { dayDoubts, hasRosterHead, writtenRosterDay } from '../../../electron/roster'
import { readRoster } from '../../../electron/roster/read'

const head = ['職員番号', '氏名', '所属コード', '課', '発令日', 'メール']
const read = (...rows: readonly (readonly string[])[]) => {
  const answer = readRoster(rows, { mapping: null, on: '2026-04-01' })
  if (!answer.ok) throw new Error(answer.problem.code)
  return { ...answer.value, codes: answer.value.problems.map(({ code, column }) => `${code} ${column}`) }
}

describe('a roster', () => {
  it('takes an error value for no number, name or division, and flags it', () => {
    const { people, divisions, codes } = read(head, ['#N/A', '山田 太郎', '1', '市民課', '', ''], ['2', '#REF!', '#VALUE!', '####', '#N/A', '#NAME?'])
    expect(people.map(({ staffNumber, name }) => [staffNumber, name])).toEqual([['2', '']])
    expect(divisions).toEqual([])
    expect(codes.filter((code) => code.startsWith('roster.error-value'))).toHaveLength(6)
  })
  it('removes invisible characters at the ends of numbers, names and codes, keeps those inside, and flags both', () => {
    const { people, codes } = read(head, ['00123\u200b', '\u202a山田\u200d太郎\u202c', '\ufeff1001', '市民課', 'R8.4.1', ''])
    expect(people[0]).toMatchObject({ staffNumber: '00123', name: '山田\u200d太郎', posts: [{ divisionCode: '1001' }] })
    expect(codes).toEqual(['roster.invisible-removed 職員番号', 'roster.invisible-inside 氏名', 'roster.invisible-removed 所属コード'])
  })
  it('finds a header with an invisible character', () => {
    expect(hasRosterHead([['\ufeff職員番号\u200b', '氏\u200b名', '課']])).toBe(true)
  })
  it('reads the address of `名前 <address>` and of `mailto:`', () => {
    const { people, codes } = read(
      head,
      ['1', '山田', '1', '市民課', '', '"山田, 太郎" <taro@city.example.jp>; mailto:t@city.example.jp?subject=x'],
      ['2', '髙﨑', '1', '市民課', '', '髙﨑　花子＜hana@city.example.jp＞'],
    )
    expect(people.map(({ emails }) => emails)).toEqual([['taro@city.example.jp', 't@city.example.jp'], ['hana@city.example.jp']])
    expect(codes).toEqual([])
  })
  it('flags an instant in another time zone and takes its Japanese day', () => {
    const { people, codes } = read(head, ['1', '山田', '1', '市民課', '2026-03-31T15:00:00.000Z', ''])
    expect(people[0]?.posts[0]?.startsOn).toBe('2026-04-01')
    expect(codes).toEqual(['roster.instant 発令日'])
  })
  it('flags a year its era did not reach', () => {
    expect(read(head, ['1', '山田', '1', '市民課', '平成38年4月1日', '']).codes).toEqual(['roster.era-over 発令日'])
  })
  it('flags scientific notation in a number', () => {
    expect(read(head, ['1.23E+02', '山田', '1', '市民課', '', '']).codes).toEqual(['roster.scientific 職員番号'])
  })
  it('puts 姓 and 名, セイ and メイ together', () => {
    const { people, codes } = read(['従業員番号', '姓', '名', 'セイ', 'メイ', '所属名称'], ['00123', '山田', '太郎', 'ヤマダ', 'タロウ', '市民課'])
    expect(people[0]).toMatchObject({ staffNumber: '00123', name: '山田　太郎', kana: 'ヤマダ　タロウ' })
    expect(codes).toEqual([])
  })
  it.each(['従業員番号'])('knows %s for 職員番号', (word) => expect(hasRosterHead([[word, '氏名', '課']])).toBe(true))
  it.each(['お名前', '姓名'])('knows %s for 氏名', (word) => expect(hasRosterHead([['職員番号', word, '課']])).toBe(true))
  it.each([
    ['Email', 'email'],
    ['メールアドレス(業務)', 'email'],
    ['現職発令日', 'startsOn'],
  ] as const)('knows the header %s', (word, field) => {
    expect(read(['職員番号', '氏名', '課', word], ['1', '山田', '市民課', '']).mapping[field]).toBe(word)
  })
  it('names every column that is not used, by its letter where it has no header', () => {
    const { codes } = read(['職員番号', '氏名', '課', '備考', '', ''], ['1', '山田', '市民課', '', 'x', ''])
    expect(codes).toEqual(['roster.column-unused 備考', 'roster.column-unused E'])
  })
})

describe('the day of a roster', () => {
  const dayIn = (title: string, file = 'roster.csv', sheet: string | null = null) =>
    writtenRosterDay([[title], ['職員番号', '氏名', '課'], ['1', '山田', '市民課']], sheet, file)
  it.each([
    ['職員名簿（令和8年4月1日現在）', '2026-04-01'],
    ['R8.4.1付 異動', '2026-04-01'],
    ['作成日 2026/3/20　令和８年 ４月 １日 現在', '2026-04-01'],
    ['名簿 2026-04-01', '2026-04-01'],
  ])('%s is read from the title', (title, day) => expect(dayIn(title)).toMatchObject({ from: 'title', day }))
  it('is read from the name of the sheet or the file where the title has none', () => {
    expect(dayIn('職員名簿', '名簿_20260401.csv')).toMatchObject({ from: 'name', day: '2026-04-01' })
    expect(dayIn('職員名簿', 'R8_4_1名簿.csv')).toMatchObject({ from: 'name', day: '2026-04-01' })
    expect(dayIn('職員名簿', 'x.xlsx', '令和8年4月1日')).toMatchObject({ from: 'sheet', day: '2026-04-01' })
  })
  it('that does not exist is none, and a file without one has none', () => {
    expect(dayIn('令和8年2月30日現在')).toEqual({ from: 'title', text: '令和8年2月30日', day: null })
    expect(dayIn('職員名簿 印刷日 2026/3/20')).toBeNull()
  })
  it('is doubted after today, before the newest roster, and where the file names another', () => {
    const written = { from: 'title', text: 'R8.4.1', day: '2026-04-01' } as const
    expect(dayDoubts('2026-04-01', { today: '2026-03-25', newest: '2026-04-02', written }).map(({ code }) => code)).toEqual([
      'roster.day-future',
      'roster.day-older',
    ])
    expect(dayDoubts('2026-03-25', { today: '2026-03-25', newest: null, written }).map(({ code }) => code)).toEqual(['roster.day-differs'])
    expect(dayDoubts('2026-04-01', { today: '2026-04-01', newest: '2026-04-01', written })).toEqual([])
  })
})
