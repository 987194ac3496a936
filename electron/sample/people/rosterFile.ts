import type { Day } from '../../../shared/model/day'
import { encodeCp932 } from '../cp932'
import type { Random } from '../random'
import { daySpellings } from './spellDay'
import type { Post, Staff } from './staff'
import { story } from './storyStaff'

const columns = [
  '職員番号',
  '氏名',
  'フリガナ',
  '旧姓',
  'メールアドレス',
  'DID',
  '所属コード',
  '部',
  '課',
  '係',
  '職名',
  '職種',
  '任用区分',
  '休職区分',
  '本務兼務',
  '発令日',
  '終了日',
  '生年月日',
  '採用年月日',
  '任期満了日',
] as const
/** The upper of two header rows: groups, as merged cells leave them. */
const groups = ['職員', '', '', '', '連絡先', '', '組織', '', '', '', '身分', '', '', '', '発令', '', '', '日付', '', ''] as const

const leaveWords = { none: ['在職', ''], leave: ['休職'], childcare: ['育休', '育児休業'] } as const

/** Half-width kana, as older systems print them: ﾀｶﾊｼ ﾘｮｳｽｹ. */
const narrowKana: Readonly<Record<string, string>> = { タカハシ: 'ﾀｶﾊｼ', ワタナベ: 'ﾜﾀﾅﾍﾞ', サトウ: 'ｻﾄｳ', スズキ: 'ｽｽﾞｷ', タナカ: 'ﾀﾅｶ' }

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function row(person: Staff, post: Post, random: Random): readonly string[] {
  const main = !post.concurrent
  const day = (value: Day | null) => (value ? random.pick(daySpellings)(value) : '')
  const [department = '', section = '', unit = ''] =
    post.division.column === 'section' && post.division.path.length === 1 ? ['', ...post.division.path] : post.division.path
  const surname = person.kana.split('　')[0] ?? ''
  const kana = narrowKana[surname] && random.chance(0.2) ? person.kana.replace(surname, narrowKana[surname]).replace('　', ' ') : person.kana
  /* One second row spells the name with the common form of the letter: the main row's name is the person's. */
  const name = !main && person.staffNumber === story.concurrentPost ? person.name.replace('髙', '高') : person.name
  return [
    person.staffNumber,
    name,
    main ? kana : '',
    main ? (person.formerName ?? '') : '',
    main ? person.emails.join(';') : '',
    main ? (person.did ?? '') : '',
    post.division.code,
    department,
    section,
    unit,
    post.title,
    person.jobType,
    person.employment,
    main ? random.pick(leaveWords[post.leave]) : '',
    main ? '本務' : '兼務',
    day(post.startsOn),
    day(post.lastDay),
    main ? day(person.birthDate) : '',
    main ? day(person.hiredOn) : '',
    main ? day(person.termLastDay) : '',
  ]
}

/** What the roster file truly holds. */
export interface RosterFile {
  readonly bytes: Uint8Array
  /** Data rows. */
  readonly rows: number
}

/** The roster as a municipal system writes it: CP932, CRLF, a title, two header rows, a blank row in the middle, a total at the end. */
export function makeRosterFile(staff: readonly Staff[], title: string, random: Random): RosterFile {
  const data = staff.flatMap((person) => person.posts.map((post) => row(person, post, random)))
  const blank = columns.map(() => '')
  const middle = Math.floor(data.length / 2)
  const total = ['合計', `${staff.length}人`, ...blank.slice(2)]
  const lines = [[title, ...blank.slice(1)], groups, columns, ...data.slice(0, middle), blank, ...data.slice(middle), total]
  return { bytes: encodeCp932(lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')), rows: data.length }
}
