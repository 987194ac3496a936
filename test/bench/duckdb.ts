import { DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api'
import type { Database } from '../../electron/store'
import { linesOf, type PeerCity, tables } from './peerCity'

/** Types DuckDB compares fastest: days as days, grades as an enumeration. */
const typedSql = `
  CREATE TABLE badge AS
    SELECT person_id, achievement_id, CAST(held_from AS DATE) AS held_from, CAST(held_until AS DATE) AS held_until,
           CAST(grade AS ENUM ('verified', 'confirmed', 'unregistered', 'unproven', 'rejected')) AS grade, status IN ('revoked', 'suspended') AS revoked
    FROM credential`

/** The same table as ours, the band below it left aside: holders, and who holds only what is shown apart. */
const coverageSql = (on: string) => `
  WITH in_force AS (SELECT person_id, division_id, leave FROM assignment WHERE starts_on <= '${on}' AND '${on}' < ends_on),
  present AS (SELECT person_id FROM in_force GROUP BY person_id HAVING NOT bool_or(leave <> 'none')),
  place AS (
    SELECT DISTINCT person_id, above AS division FROM present JOIN in_force USING (person_id) JOIN division_above USING (division_id)
    UNION ALL SELECT person_id, '*' FROM present
  ),
  held AS (
    SELECT person_id, skill, max(grade IN ('verified', 'confirmed')) AS counts
    FROM badge JOIN stands_for USING (achievement_id)
    WHERE grade <> 'rejected' AND NOT revoked AND held_from <= DATE '${on}' AND held_until >= DATE '${on}'
    GROUP BY person_id, skill
  )
  SELECT division, skill, CAST(counts AS INTEGER), CAST(COUNT(*) AS INTEGER) FROM held JOIN place USING (person_id) GROUP BY ALL`

/** The peer as its makers mean it to be used: in memory, loaded by chunks of columns, all cores. */
export async function loadDuckDb(db: Database): Promise<PeerCity> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const { name, columns, sql } of tables) {
    const types = columns.map(([, type]) => (type === 'INTEGER' ? INTEGER : VARCHAR))
    await connection.run(`CREATE TABLE ${name} (${columns.map((column) => column.join(' ')).join(', ')})`)
    const appender = await connection.createAppender(name)
    let rows: (string | number)[][] = columns.map(() => [])
    const append = () => {
      const chunk = DuckDBDataChunk.create(types)
      chunk.setColumns(rows)
      appender.appendDataChunk(chunk)
      rows = columns.map(() => [])
    }
    for (const row of db.prepare<[], (string | number)[]>(sql).raw().iterate()) {
      for (const [index, value] of row.entries()) rows[index]!.push(value)
      if (rows[0]!.length === 2048) append()
    }
    if (rows[0]!.length > 0) append()
    appender.closeSync()
  }
  await connection.run(typedSql)
  // Rows have the columns the SELECT names.
  const coverage = async (on: string) => (await connection.runAndReadAll(coverageSql(on))).getRows() as [string, string, number, number][]
  return { coverage, lines: async (on) => linesOf(await coverage(on)), close: () => connection.closeSync() }
}
