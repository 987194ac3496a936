import type { Output } from '../../../shared/contract'
import type { RosterSummary } from '../../../shared/contract/roster'

export const rosterSummary: RosterSummary = {
  rows: 1230,
  people: 1200,
  divisions: 64,
  assignments: 1230,
  new: 38,
  changed: 112,
  unchanged: 1050,
  ended: 21,
  renamedDivisions: [{ code: '0203', from: '情報政策課', to: 'デジタル推進課' }],
  problems: [
    { code: 'roster.bad-date', row: 214, column: '発令日', value: 'R8.13.1' },
    { code: 'roster.private-use-character', row: 377, column: '氏名', value: '\uE000田 健' },
    { code: 'roster.shared-email', row: 802, column: 'メール', value: 'madoguchi@city.aomine.example' },
  ],
}

export const rosterPreview: Output<'roster.preview'> = {
  summary: rosterSummary,
  problem: null,
  people: {
    new: Array.from({ length: 38 }, (_, index) => ({ staffNumber: `9900${index}`, name: `新任 ${index}` })),
    changed: [{ staffNumber: '001948', name: '榊原 誠一' }],
    ended: [{ staffNumber: '010587', name: '髙橋 亮介' }],
  },
  on: '2026-11-20',
  written: null,
  doubts: [],
  sheet: null,
  sheets: [],
  encoding: 'CP932',
  headers: ['職員番号', '氏名', 'フリガナ', '部', '課', '係', '職名', '発令日', 'メール', '備考'],
  mapping: {
    staffNumber: '職員番号',
    name: '氏名',
    kana: 'フリガナ',
    department: '部',
    section: '課',
    unit: '係',
    post: '職名',
    startsOn: '発令日',
    email: 'メール',
  },
  firstRows: [
    ['001948', '榊原 誠一', 'ｻｶｷﾊﾞﾗ ｾｲｲﾁ', '総務部', '防災危機管理課', '計画係', '課長補佐', 'R5.4.1', 's001948@city.aomine.example', ''],
    ['006733', '浜﨑 健', 'ﾊﾏｻｷ ｹﾝ', '総務部', '防災危機管理課', '計画係', '主査', 'R6.4.1', 's006733@city.aomine.example', '任期付'],
    ['010587', '髙橋 亮介', 'ﾀｶﾊｼ ﾘｮｳｽｹ', '市民部', '税務課', '', '主査', 'R5.4.1', 's010587@city.aomine.example', '兼務あり'],
  ],
}
