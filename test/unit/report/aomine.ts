import type { NeededData, ReportFrame, Sources } from '../../../electron/report'
import type { ImportDetail } from '../../../electron/report/need'
import type { CoverageTable } from '../../../shared/contract/coverage'
import type { ImportItem } from '../../../shared/contract/importing'
import type { PersonRow } from '../../../shared/contract/people'
import { success } from '../../../shared/model/problem'

/** A fictitious city: two 部, seven 課, one 係. */
const tree: readonly (readonly [string, string, string | null, number, number])[] = [
  ['1000', '総務部', null, 1, 69],
  ['1010', '総務課', '1000', 2, 24],
  ['1020', '法務文書課', '1000', 2, 12],
  ['1030', '防災危機管理課', '1000', 2, 33],
  ['2000', '福祉部', null, 1, 137],
  ['2010', '生活福祉課', '2000', 2, 44],
  ['2011', '保護第一係', '2010', 3, 20],
  ['2020', '高齢福祉課', '2000', 2, 93],
  ['9000', '会計課', null, 1, 8],
  ['9900', '準備室', null, 1, 0],
]
const skillPaths = [
  '法務・契約/法務',
  '法務・契約/契約調達',
  '防災/災害対策',
  '行政DX/GIS',
  '行政DX/データ活用',
  '行政DX/生成AI活用',
  '情報管理/情報セキュリティ',
]
const branches = [...new Set(skillPaths.map((path) => path.split('/')[0]!))]
const skills = branches.flatMap((branch) => [
  { path: branch, name: branch, depth: 0, branch: true },
  ...skillPaths.filter((path) => path.startsWith(`${branch}/`)).map((path) => ({ path, name: path.split('/')[1]!, depth: 1, branch: false })),
])

const pathOf = (code: string): string => {
  const [, name, parent] = tree.find((one) => one[0] === code)!
  return parent === null ? name : `${pathOf(parent)}/${name}`
}

export const coverage: CoverageTable = {
  scope: { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false },
  divisions: [
    { code: null, name: '*', path: '*', parentCode: null, depth: 0, people: 214, children: 4 },
    ...tree.map(([code, name, parentCode, depth, people]) => ({
      code,
      name,
      path: pathOf(code),
      parentCode,
      depth,
      people,
      children: tree.filter((one) => one[2] === code).length,
    })),
  ],
  skills,
  holders: [null, ...tree].map((_, row) =>
    skills.map(({ name }, column) =>
      name === 'GIS' ? (row === 0 || row === 1 || row === 4 ? 1 : 0) : name === '生成AI活用' ? 0 : row === 0 ? 16 : row === 10 ? 0 : (row * 3 + column * 5) % 7,
    ),
  ),
  apart: [null, ...tree].map((_, row) => skills.map((_skill, column) => (row === 3 && column === 4 ? 2 : 0))),
  left: { onLeave: 11, leavers: 0, unproven: 84, unregistered: 3, rejected: 12, expired: 30, revoked: 2, unmatched: 25, unmapped: 0 },
}

export const people: readonly PersonRow[] = [
  {
    staffNumber: '00123',
    name: '青山 花子',
    kana: 'アオヤマ ハナコ',
    divisionCode: '1010',
    division: '総務部/総務課',
    post: '係長',
    concurrent: false,
    leave: 'none',
    skills: [
      {
        skill: '法務・契約/法務',
        level: 2,
        credentialId: 1,
        credentialUri: null,
        statusUnknown: false,
        achievementName: '政策法務 中級',
        grade: 'verified',
        validFrom: '2025-04-01',
        validUntil: null,
        skillUntil: null,
        contested: false,
        counts: true,
      },
      {
        skill: '防災/災害対策',
        level: 1,
        credentialId: 2,
        credentialUri: null,
        statusUnknown: false,
        achievementName: '防災士',
        grade: 'confirmed',
        validFrom: '2024-04-01',
        validUntil: '2027-03-31',
        skillUntil: '2027-03-31',
        contested: false,
        counts: true,
      },
      {
        skill: '行政DX/GIS',
        level: 1,
        credentialId: 3,
        credentialUri: null,
        statusUnknown: false,
        achievementName: 'GIS入門',
        grade: 'unproven',
        validFrom: null,
        validUntil: null,
        skillUntil: null,
        contested: false,
        counts: false,
      },
    ],
  },
  {
    staffNumber: '00456',
    name: '石川 太郎',
    kana: 'イシカワ タロウ',
    divisionCode: '2010',
    division: '福祉部/生活福祉課',
    post: null,
    concurrent: true,
    leave: 'none',
    skills: [
      {
        skill: '行政DX/データ活用',
        level: 3,
        credentialId: 4,
        credentialUri: null,
        statusUnknown: false,
        achievementName: 'データ活用 応用',
        grade: 'verified',
        validFrom: '2026-01-10',
        validUntil: null,
        skillUntil: null,
        contested: false,
        counts: true,
      },
    ],
  },
  {
    staffNumber: '00789',
    name: '上田 三郎',
    kana: 'ウエダ サブロウ',
    divisionCode: '2020',
    division: '福祉部/高齢福祉課',
    post: null,
    concurrent: false,
    leave: 'none',
    skills: [],
  },
]

const item = {
  supportType: null,
  credentialId: null,
  achievementName: null,
  grade: null,
  axes: null,
  staffNumber: null,
  personName: null,
  problem: null,
} as const

export const items: readonly ImportItem[] = [
  {
    ...item,
    sequence: 1,
    source: 'badges.zip!福祉部/0001.png',
    outcome: 'new',
    achievementName: '防災士',
    grade: 'verified',
    staffNumber: '00123',
    personName: '青山 花子',
  },
  {
    ...item,
    sequence: 2,
    source: 'badges.zip!福祉部/0002.png',
    outcome: 'new',
    achievementName: 'GIS入門',
    grade: 'unproven',
    staffNumber: '00456',
    personName: '石川 太郎',
  },
  { ...item, sequence: 3, source: 'badges.zip!福祉部/0003.png', outcome: 'duplicate', achievementName: '防災士', grade: 'verified' },
  { ...item, sequence: 4, source: 'badges.zip!福祉部/0004.png', outcome: 'unmatched', achievementName: '防災士', grade: 'verified' },
  { ...item, sequence: 5, source: 'badges.zip!福祉部/0005.png', outcome: 'rejected', achievementName: '防災士', grade: 'rejected' },
  { ...item, sequence: 6, source: 'badges.zip!福祉部/0006.png', outcome: 'unreadable', problem: { code: 'png.bad-crc' } },
]

const detail: ImportDetail = {
  summary: {
    importId: 'i-1',
    startedAt: '2026-11-20T00:50:00Z',
    finishedAt: '2026-11-20T00:51:00Z',
    at: '2026-11-20T00:50:00Z',
    state: 'done',
    sources: ['badges.zip'],
    done: 6,
    total: 6,
    received: 6,
    outcomes: { new: 2, replaced: 0, duplicate: 1, unmatched: 1, rejected: 1, support: 0, unreadable: 1, ignored: 0 },
    grades: { verified: 3, confirmed: 0, unregistered: 0, unproven: 1, rejected: 1 },
  },
  reasons: [{ outcome: 'unreadable', problem: { code: 'png.bad-crc' }, count: 1 }],
  expired: 1,
  revoked: 0,
  statusUnknown: 2,
  unsolicited: 1,
  moves: [{ from: 'unproven', to: 'confirmed', count: 3 }],
  issuers: 1,
  keys: 1,
  statusLists: 0,
  newestList: null,
}

export const frame: ReportFrame = { cityName: '青峰市', madeOn: '2026-11-20', version: '1.0.0', author: '人事課 佐伯 由香里', undoing: false }

const risk: NeededData['risk'] = {
  on: '2026-11-20',
  until: '2027-04-01',
  grades: ['verified', 'confirmed'],
  table: {
    losses: [
      {
        ...{ divisionCode: '0104', division: '総務部/防災危機管理課', skill: '防災/災害対策', level: 1, before: 2, after: 0, hole: 'empty', target: null },
        because: [
          { staffNumber: '000101', reason: 'retirement', on: '2027-04-01' },
          { staffNumber: '000102', reason: 'badge-ended', on: '2027-02-28' },
        ],
      },
      {
        ...{ divisionCode: null, division: '*', skill: '行政DX/GIS', level: 2, before: 3, after: 2, hole: 'unmet' },
        target: { id: 'R1', required: 3, requiredBefore: 3 },
        because: [{ staffNumber: '000101', reason: 'retirement', on: '2027-04-01' }],
      },
    ],
    single: [{ divisionCode: '0102', division: '総務部/法務文書課', skill: '行政DX/GIS', staffNumber: '000102' }],
    ending: [
      { staffNumber: '000102', skill: '防災/災害対策', level: 2, credentialId: 7, credentialUri: null, achievementName: '災害対策 中級', on: '2027-02-28' },
    ],
    leavers: [{ staffNumber: '000101', reason: 'retirement', on: '2027-04-01' }],
    people: [
      { staffNumber: '000101', name: '榊原 誠一', kana: null, divisionCode: '0104', division: '総務部/防災危機管理課', post: '課長' },
      { staffNumber: '000102', name: '浜﨑 健', kana: null, divisionCode: '0102', division: '総務部/法務文書課', post: '主査' },
    ],
  },
}

/** The data of every need. */
export const data: NeededData = { coverage, people, risk, import: detail, importItems: items }

/** Sources that have this data. */
export const sourcesOf = (some: NeededData = data): Sources => ({
  coverage: () => success(some.coverage),
  people: () => success(some.people),
  risk: () => success(some.risk),
  import: () => success(some.import),
  importItems: () => success(some.importItems),
})
