/** A peer that has loaded a city and counts its coverage: the usual grades, level 1, people on leave left out. */
export interface PeerCity {
  /** Every number of a day in the peer's own form. */
  readonly coverage: (on: string) => unknown
  /** The same as lines to be compared, sorted. */
  readonly lines: (on: string) => Promise<readonly string[]>
  readonly close: () => void
}

export const linesOf = (rows: readonly (readonly [division: string, skill: string, counts: number, people: number])[]): readonly string[] =>
  rows.map((row) => row.join(' ')).sort()

interface PeerTable {
  readonly name: 'credential' | 'assignment' | 'division_above' | 'stands_for'
  readonly columns: readonly (readonly [name: string, type: 'INTEGER' | 'VARCHAR'])[]
  readonly sql: string
}

/** What a peer is given: badges that could count for somebody, posts, and both trees already laid out as pairs. */
export const tables: readonly PeerTable[] = [
  {
    name: 'credential',
    columns: [
      ['person_id', 'INTEGER'],
      ['achievement_id', 'INTEGER'],
      ['held_from', 'VARCHAR'],
      ['held_until', 'VARCHAR'],
      ['grade', 'VARCHAR'],
      ['status', 'VARCHAR'],
    ],
    sql: 'SELECT person_id, achievement_id, held_from, held_until, grade, status FROM credential WHERE superseded_by IS NULL AND person_id IS NOT NULL',
  },
  {
    name: 'assignment',
    columns: [
      ['person_id', 'INTEGER'],
      ['division_id', 'INTEGER'],
      ['starts_on', 'VARCHAR'],
      ['ends_on', 'VARCHAR'],
      ['leave', 'VARCHAR'],
    ],
    sql: 'SELECT person_id, division_id, starts_on, ends_on, leave FROM assignment',
  },
  {
    name: 'division_above',
    columns: [
      ['division_id', 'INTEGER'],
      ['above', 'VARCHAR'],
    ],
    sql: `WITH RECURSIVE division_above (division_id, above) AS (
            SELECT id, code FROM division
            UNION SELECT division_above.division_id, parent_code
            FROM division_above JOIN division ON code = above JOIN division_period ON division_period.division_id = id WHERE parent_code IS NOT NULL
          ) SELECT division_id, above FROM division_above`,
  },
  {
    name: 'stands_for',
    columns: [
      ['achievement_id', 'INTEGER'],
      ['skill', 'VARCHAR'],
    ],
    sql: `SELECT achievement_id, path FROM mapping JOIN skill ON skill.id = skill_id
          UNION SELECT achievement_id, substr(path, 1, instr(path, '/') - 1) FROM mapping JOIN skill ON skill.id = skill_id`,
  },
]
