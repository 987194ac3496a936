/** A place of the fictitious city. `parents` are the names above it, 部 first. */
export interface SampleDivision {
  readonly code: string
  readonly name: string
  /** Names from the top, itself last; a 課 without 部 has itself alone. */
  readonly path: readonly string[]
  /** The column of the roster that holds its name. */
  readonly column: 'department' | 'section' | 'unit'
  /** The title of the person in charge: every division has one, so that every code stands in the roster. */
  readonly head: string
  /** Share of ordinary staff, among all shares. */
  readonly weight: number
}

type Section = readonly [name: string, weight: number, units: readonly string[]]

/** 予, 能 and 表 end in the byte 0x5C in CP932: names that break programs which take it for a path separator. */
const departments: readonly (readonly [name: string, sections: readonly Section[]])[] = [
  [
    '総務部',
    [
      ['総務課', 6, ['庶務係', '表彰係']],
      ['法務文書課', 4, []],
      ['契約課', 5, []],
      ['防災危機管理課', 6, ['防災係', '危機管理係']],
      ['人事課', 5, ['人事係', '能力開発係']],
    ],
  ],
  [
    '企画財政部',
    [
      ['企画課', 5, []],
      ['財政課', 5, ['予算係', '財務係']],
      ['情報政策課', 7, ['推進係', '基盤係']],
    ],
  ],
  [
    '市民部',
    [
      ['市民課', 15, ['窓口係', '戸籍係']],
      ['税務課', 16, ['市民税係', '資産税係', '納税係']],
      ['国保年金課', 10, []],
    ],
  ],
  [
    '福祉部',
    [
      ['福祉総務課', 8, ['庶務係']],
      ['生活福祉課', 14, ['保護第一係', '保護第二係']],
      ['健康予防課', 9, []],
      ['こども家庭課', 12, ['児童係', '母子保健係']],
    ],
  ],
  [
    '都市整備部',
    [
      ['都市計画課', 8, []],
      ['道路課', 10, ['維持係', '工事係']],
      ['建築指導課', 7, []],
      ['公園緑地課', 6, []],
    ],
  ],
]

const digits = (value: number) => String(value).padStart(2, '0')

function plan(): readonly SampleDivision[] {
  const divisions: SampleDivision[] = []
  for (const [d, [department, sections]] of departments.entries()) {
    divisions.push({ code: `${digits(d + 1)}0000`, name: department, path: [department], column: 'department', head: '部長', weight: 0.5 })
    for (const [s, [section, weight, units]] of sections.entries()) {
      const path = [department, section]
      const share = weight / (units.length + 1)
      divisions.push({ code: `${digits(d + 1)}${digits(s + 1)}00`, name: section, path, column: 'section', head: '課長', weight: share })
      for (const [u, unit] of units.entries())
        divisions.push({
          code: `${digits(d + 1)}${digits(s + 1)}${digits(u + 1)}`,
          name: unit,
          path: [...path, unit],
          column: 'unit',
          head: '係長',
          weight: share,
        })
    }
  }
  divisions.push({ code: '060100', name: '会計課', path: ['会計課'], column: 'section', head: '会計管理者', weight: 3 })
  divisions.push({ code: '070000', name: '議会事務局', path: ['議会事務局'], column: 'department', head: '局長', weight: 3 })
  return divisions
}

/** All divisions of 青峰市, parents before children: 部 > 課 > 係 of uneven depth, one 課 without 部, one 局 without 課. */
export const divisionPlan: readonly SampleDivision[] = plan()

export const divisionAt = (...path: readonly string[]): SampleDivision => {
  const found = divisionPlan.find((division) => division.path.join('/') === path.join('/'))
  if (!found) throw new RangeError(`no division ${path.join('/')}`)
  return found
}
