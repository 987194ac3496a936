/** What is to be reached. `times` and `percent` are the least, all others what must not be reached. */
export interface Target {
  readonly what: string
  readonly unit: '×' | '%' | 'ms' | 'MB'
  readonly amount: number
  /** Why no bench measures it yet; null where one does. */
  readonly unmeasured: string | null
}

/** Every target there is. A test asserts that each is measured by a bench or says why it is not. */
export const targets = {
  'embedded-proof': { what: 'eddsa-rdfc-2022 against @digitalbazaar/vc, one thread', unit: '×', amount: 15, unmeasured: null },
  'embedded-proof-limit': { what: 'eddsa-rdfc-2022, of the limit', unit: '%', amount: 50, unmeasured: null },
  'unseen-shape': { what: 'unseen shape and contexts against @digitalbazaar/vc', unit: '×', amount: 2, unmeasured: null },
  'json-web-token': { what: 'VC-JWT against jose jwtVerify', unit: '×', amount: 1.5, unmeasured: null },
  'two-workers': { what: 'two workers against one', unit: '×', amount: 1.6, unmeasured: null },
  'whole-import': { what: 'whole import, ZIP to database, against the verification of @digitalbazaar/vc alone', unit: '×', amount: 10, unmeasured: null },
  'coverage-time': {
    what: 'coverage of the whole city on any day, 10^6 badges, 50,000 staff, warm',
    unit: 'ms',
    amount: 50,
    unmeasured: null,
  },
  'coverage-duckdb': { what: '… against DuckDB', unit: '×', amount: 5, unmeasured: null },
  'coverage-arquero': { what: '… against arquero', unit: '×', amount: 100, unmeasured: null },
  opening: { what: 'opening a database of 10^6 badges and showing the first screen', unit: 'ms', amount: 1000, unmeasured: null },
  'import-memory': {
    what: 'memory (RSS) of a process while it imports 10^5 badges',
    unit: 'MB',
    amount: 512,
    unmeasured: null,
  },
  'mixed-memory': {
    what: "memory (RSS) of a process while it imports 10^5 things of the sample city's mix, 20,000 people, hashed recipients",
    unit: 'MB',
    amount: 512,
    unmeasured: null,
  },
  'hash-spraying': {
    what: '5 unsigned files of 400 salted hashes, 20,000 addresses, in the workers',
    unit: 'ms',
    amount: 2000,
    unmeasured: null,
  },
  'drop-to-heatmap': { what: '10^5 badges in ZIPs, from drop to heatmap, on two cores', unit: 'ms', amount: 60_000, unmeasured: null },
  'undo-time': { what: 'undoing an import of 10^5 badges', unit: 'ms', amount: 60_000, unmeasured: null },
  'undo-import': { what: '… against importing them', unit: '×', amount: 10, unmeasured: null },
  'team-search': { what: 'team of 12 to 20 needs from 5,000 people, proven the best', unit: 'ms', amount: 3000, unmeasured: 'the team search is not built' },
} as const satisfies Readonly<Record<string, Target>>

export type TargetId = keyof typeof targets

/** Targets of a unit: a ratio cannot be held against milliseconds. */
export type TargetIn<Unit extends Target['unit']> = { [Id in TargetId]: (typeof targets)[Id]['unit'] extends Unit ? Id : never }[TargetId]

/** The demand as it is printed. */
export const demand = ({ unit, amount }: Pick<Target, 'unit' | 'amount'>): string =>
  unit === '×' ? `≥ ${amount}×` : unit === '%' ? `≥ ${amount} %` : `< ${amount} ${unit}`
