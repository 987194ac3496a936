/** An invented city: 18 divisions × 12 skills, as in the design's skill map. */
export const skillNames = [
  '法務',
  '契約調達',
  '会計財政',
  '災害対策',
  'GIS',
  'データ活用',
  '情報セキュリティ',
  '生成AI活用',
  '個人情報保護',
  '福祉制度',
  '外国語対応',
  '住民協働',
] as const

/** The skill tree: two branches, so that folding has something to fold. */
const branchOf = (name: string): string => (['GIS', 'データ活用', '情報セキュリティ', '生成AI活用', '個人情報保護'].includes(name) ? '行政DX' : '行政実務')
export const skillPaths: readonly string[] = skillNames.map((name) => `${branchOf(name)}/${name}`)

export interface FakeSection {
  readonly code: string
  readonly name: string
  readonly people: number
  /** Holders of each skill, in the order of `skillNames`. */
  readonly holders: readonly number[]
  /** Holders of badges that do not count, likewise. */
  readonly apart?: Readonly<Record<number, number>>
}

export interface FakeDepartment {
  readonly code: string
  readonly name: string
  readonly sections: readonly FakeSection[]
}

export const departments: readonly FakeDepartment[] = [
  {
    code: '01',
    name: '総務部',
    sections: [
      { code: '0101', name: '総務課', people: 24, holders: [2, 1, 1, 1, 0, 1, 2, 1, 3, 0, 0, 1], apart: { 7: 1 } },
      { code: '0102', name: '法務文書課', people: 12, holders: [5, 1, 0, 0, 0, 0, 1, 1, 4, 0, 0, 0] },
      { code: '0103', name: '契約課', people: 15, holders: [0, 4, 2, 0, 0, 1, 1, 0, 1, 0, 0, 0], apart: { 0: 1 } },
      { code: '0104', name: '防災危機管理課', people: 18, holders: [1, 0, 0, 2, 1, 1, 1, 0, 1, 0, 1, 3], apart: { 3: 1 } },
    ],
  },
  {
    code: '02',
    name: '企画財政部',
    sections: [
      { code: '0201', name: '企画課', people: 16, holders: [1, 1, 1, 0, 1, 3, 1, 2, 1, 0, 0, 2] },
      { code: '0202', name: '財政課', people: 14, holders: [1, 1, 6, 0, 0, 2, 1, 1, 1, 0, 0, 0], apart: { 7: 1 } },
      { code: '0203', name: '情報政策課', people: 22, holders: [0, 2, 0, 1, 2, 6, 7, 5, 4, 0, 0, 0], apart: { 4: 1 } },
    ],
  },
  {
    code: '03',
    name: '市民部',
    sections: [
      { code: '0301', name: '市民課', people: 48, holders: [0, 0, 1, 2, 0, 1, 1, 1, 3, 0, 4, 1] },
      { code: '0302', name: '税務課', people: 52, holders: [1, 0, 3, 0, 2, 2, 1, 0, 2, 0, 1, 0], apart: { 5: 1 } },
      { code: '0303', name: '国保年金課', people: 31, holders: [0, 0, 2, 0, 0, 1, 0, 0, 1, 2, 1, 0], apart: { 6: 1, 8: 1 } },
    ],
  },
  {
    code: '04',
    name: '福祉部',
    sections: [
      { code: '0401', name: '福祉総務課', people: 26, holders: [1, 1, 1, 1, 0, 1, 1, 0, 2, 5, 0, 2] },
      { code: '0402', name: '生活福祉課', people: 44, holders: [0, 0, 1, 0, 0, 0, 1, 0, 2, 9, 2, 0], apart: { 0: 1 } },
      { code: '0403', name: '高齢福祉課', people: 29, holders: [1, 0, 0, 1, 0, 1, 0, 0, 1, 6, 0, 3], apart: { 6: 1 } },
      { code: '0404', name: 'こども家庭課', people: 38, holders: [1, 0, 0, 0, 0, 1, 1, 1, 2, 7, 2, 2] },
    ],
  },
  {
    code: '05',
    name: '都市整備部',
    sections: [
      { code: '0501', name: '都市計画課', people: 27, holders: [1, 1, 1, 1, 5, 2, 1, 1, 1, 0, 0, 3] },
      { code: '0502', name: '道路課', people: 33, holders: [1, 2, 0, 1, 3, 1, 1, 0, 0, 0, 0, 0] },
    ],
  },
]

export interface FakePerson {
  readonly staffNumber: string
  readonly name: string
  readonly kana: string
  readonly divisionCode: string
  readonly division: string
  readonly department: string
  readonly post: string
  readonly leave: 'none' | 'leave' | 'childcare'
}

const surnames = [
  ['榊原', 'さかきばら'],
  ['浜﨑', 'はまさき'],
  ['渡邉', 'わたなべ'],
  ['髙橋', 'たかはし'],
  ['𠮷田', 'よしだ'],
  ['中里', 'なかざと'],
  ['石動', 'いするぎ'],
  ['相原', 'あいはら'],
  ['久保田', 'くぼた'],
  ['森川', 'もりかわ'],
  ['三枝', 'さえぐさ'],
  ['松岡', 'まつおか'],
  ['辻村', 'つじむら'],
  ['西', 'にし'],
  ['加賀美', 'かがみ'],
  ['小野寺', 'おのでら'],
  ['佐伯', 'さえき'],
] as const
const givenNames = [
  ['誠一', 'せいいち'],
  ['健', 'けん'],
  ['千尋', 'ちひろ'],
  ['亮介', 'りょうすけ'],
  ['昭仁', 'あきひと'],
  ['大輔', 'だいすけ'],
  ['文香', 'ふみか'],
  ['直樹', 'なおき'],
  ['彩', 'あや'],
  ['慎吾', 'しんご'],
  ['隆', 'たかし'],
  ['美咲', 'みさき'],
  ['拓也', 'たくや'],
  ['凛', 'りん'],
  ['麻衣', 'まい'],
  ['由香里', 'ゆかり'],
  ['玲子', 'れいこ'],
  ['健太郎', 'けんたろう'],
  ['さくら', 'さくら'],
] as const
const posts = ['主事', '主任', '主査', '係長', '課長補佐', '課長'] as const

/** Everybody of the city, section by section. */
export const everyone: readonly FakePerson[] = departments.flatMap((department) =>
  department.sections.flatMap((section) =>
    Array.from({ length: section.people }, (_, index): FakePerson => {
      const seed = Number(section.code) * 7 + index * 5
      const [surname, surnameKana] = surnames[seed % surnames.length]!
      const [given, givenKana] = givenNames[(seed * 3 + index) % givenNames.length]!
      return {
        staffNumber: `0${section.code}${String(index + 1).padStart(2, '0')}`,
        name: `${surname} ${given}`,
        kana: `${surnameKana} ${givenKana}`,
        divisionCode: section.code,
        division: section.name,
        department: department.name,
        post: posts[(index * 5 + 2) % posts.length]!,
        leave: index === section.people - 1 && section.people > 40 ? 'childcare' : index === section.people - 2 && section.people > 30 ? 'leave' : 'none',
      }
    }),
  ),
)
