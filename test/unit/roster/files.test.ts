import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { encodeCp932, readTable } from '../../../electron/reader'
import { planRoster } from '../../../electron/roster/plan'
import { readRoster } from '../../../electron/roster/read'
import { emptyDepartment } from './applied'

const on = '2026-04-01'

test('a workbook with merged cells, two header rows and real dates is read as it looks', async () => {
  const day = new Date('2026-04-01T00:00:00Z')
  const sheet = [
    [{ value: '令和８年度 職員名簿', columnSpan: 7 }],
    [{ value: '職員番号', rowSpan: 2 }, { value: '氏名', columnSpan: 2 }, null, { value: '所属', columnSpan: 3 }, null, null, { value: '発令日', rowSpan: 2 }],
    [null, '漢字', 'カナ', 'コード', '部', '課', null],
    ['00001', '青山 花子', 'アオヤマ ハナコ', '3010', { value: '福祉部', rowSpan: 2 }, '生活福祉課', { value: day, type: Date, format: 'yyyy/mm/dd' }],
    ['00002', '石川 太郎', 'イシカワ タロウ', '3020', null, '高齢福祉課', { value: day, type: Date, format: 'yyyy/mm/dd' }],
    [{ value: '合計 2人', columnSpan: 7 }],
  ]
  const bytes = new Uint8Array(await writeXlsxFile(sheet).toBuffer())
  const table = readTable(bytes)
  const read = table.ok ? readRoster(table.value.rows, { mapping: null, on }) : table
  if (!read.ok) throw new Error(read.problem.code)
  expect(read.value.rows).toBe(2)
  expect(read.value.mapping).toMatchObject({
    staffNumber: '職員番号',
    name: '漢字',
    kana: 'カナ',
    divisionCode: 'コード',
    department: '部',
    section: '課',
    startsOn: '発令日',
  })
  expect(read.value.people.map(({ staffNumber, kana, posts }) => [staffNumber, kana, posts[0]?.divisionCode, posts[0]?.startsOn])).toEqual([
    ['00001', 'アオヤマ ハナコ', '3010', '2026-04-01'],
    ['00002', 'イシカワ タロウ', '3020', '2026-04-01'],
  ])
  expect(read.value.divisions.map(({ code, parentCode }) => [code, parentCode])).toEqual([
    ['福祉部', null],
    ['3010', '福祉部'],
    ['3020', '福祉部'],
  ])
})

test('1,200 people in CP932 with 30 兼務, two header rows, 和暦, zeros and 外字: nothing is altered', () => {
  const names = ['髙橋 花子', '山﨑 一郎', '\ue000田 次郎', '邉見 三郎']
  const people = Array.from({ length: 1200 }, (_, index) => ({ number: String(index + 1).padStart(8, '0'), name: names[index % 4]!, section: index % 40 }))
  const line = ({ number, name, section }: (typeof people)[number], post: string, code: number) =>
    [number, name, `${code}${String(section).padStart(2, '0')}`, `第${code}部`, `第${code}${section}課`, post, 'R8.4.1'].join(',')
  const text = [
    '職員名簿,,,,,,',
    '職員,,所属,,,,',
    '番号,氏　名,コード,部,課,本務・兼務,発令日',
    ...people.map((person) => line(person, '本務', 10 + (person.section % 4))),
    ...people.slice(0, 30).map((person) => line({ ...person, section: 50 }, '兼務', 90)),
    '合計,1230,,,,,',
  ].join('\r\n')
  // 外字 stand at F0 40 in CP932, where the encoder writes nothing.
  const bytes = Buffer.concat(
    text.split('\ue000').flatMap((part, index) => (index === 0 ? [encodeCp932(part)] : [Buffer.from([0xf0, 0x40]), encodeCp932(part)])),
  )
  const table = readTable(bytes)
  const read = table.ok ? readRoster(table.value.rows, { mapping: { staffNumber: '職員番号' }, on }) : table
  if (!read.ok) throw new Error(read.problem.code)
  const { plan, summary } = planRoster(read.value, emptyDepartment, on)
  expect(summary).toMatchObject({ rows: 1230, people: 1200, divisions: 46, assignments: 1230, new: 1200, changed: 0, unchanged: 0, ended: 0 })
  expect(plan.people.add.map(({ staffNumber, name }) => [staffNumber, name])).toEqual(people.map(({ number, name }) => [number, name]))
  expect(plan.assignments.add.filter(({ concurrent }) => concurrent)).toHaveLength(30)
  expect(new Set(summary.problems.map(({ code }) => code))).toEqual(new Set(['roster.private-use-character']))
})
