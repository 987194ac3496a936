import { type ColumnTable, table } from 'arquero'
import type { Database } from '../../electron/store'
import { linesOf, type PeerCity, tables } from './peerCity'

// Expressions are texts: a bundler would rename what a function says.

const days = '$.on >= d.starts_on && $.on < d.ends_on'

/** The peer as its makers mean it to be used: columns in memory, its verbs one after the other, what is few first. */
export function loadArquero(db: Database): PeerCity {
  const loaded = new Map(
    tables.map(({ name, columns, sql }) => {
      const values: (string | number)[][] = columns.map(() => [])
      for (const row of db.prepare<[], (string | number)[]>(sql).raw().iterate()) for (const [index, value] of row.entries()) values[index]!.push(value)
      return [name, table(Object.fromEntries(columns.map(([column], index) => [column, values[index]!])))] as const
    }),
  )
  const of = (name: (typeof tables)[number]['name']): ColumnTable => loaded.get(name)!
  const counted = (on: string): ColumnTable => {
    const inForce = of('assignment').params({ on }).filter(`(d, $) => ${days}`)
    const present = inForce
      .derive({ away: "d => d.leave === 'none' ? 0 : 1" })
      .groupby('person_id')
      .rollup({ away: 'd => op.max(d.away)' })
      .filter('d => d.away === 0')
      .select('person_id')
    const place = inForce
      .semijoin(present, 'person_id')
      .join(of('division_above'), 'division_id')
      .select('person_id', 'above')
      .rename({ above: 'division' })
      .dedupe('person_id', 'division')
      .concat(present.derive({ division: "() => '*'" }))
    const held = of('credential')
      .params({ on })
      .filter("(d, $) => d.grade !== 'rejected' && d.status !== 'revoked' && d.status !== 'suspended' && d.held_from <= $.on && d.held_until >= $.on")
      .derive({ counts: "d => d.grade === 'verified' || d.grade === 'confirmed' ? 1 : 0" })
      .select('person_id', 'achievement_id', 'counts')
      .join(of('stands_for'), 'achievement_id')
      .groupby('person_id', 'skill')
      .rollup({ counts: 'd => op.max(d.counts)' })
    return held.join(place, 'person_id').groupby('division', 'skill', 'counts').count({ as: 'people' })
  }
  const rowsOf = (cells: ColumnTable) =>
    // The columns are those named above.
    (cells.objects() as { division: string; skill: string; counts: number; people: number }[]).map(
      ({ division, skill, counts, people }): [string, string, number, number] => [division, skill, counts, people],
    )
  return { coverage: counted, lines: async (on) => linesOf(rowsOf(counted(on))), close: () => {} }
}
