import type { Grade } from '../../../shared/model/verification'
import { type Database, eachArray, readOne } from '../statement'

/**
 * What coverage is counted from, a column for each fact and a place for each credential: its id. 17 bytes a badge.
 * Where no credential stands, or an older version, `kind` is 0.
 */
export interface BadgeColumns {
  /** One more than the greatest id. The arrays are longer, for those to come. */
  length: number
  /** The store's number of the person; 0 for nobody. */
  person: Int32Array
  /** 0 where the achievement has no address. */
  achievement: Int32Array
  /** First and last day it is held, as `dayNumber`. */
  from: Int32Array
  until: Int32Array
  /** See `kindOf`. */
  kind: Uint8Array
}

/** Grades as `kind` numbers them: the order in which the index has them. */
export const gradeOrder = ['verified', 'confirmed', 'unregistered', 'unproven', 'rejected'] as const satisfies readonly Grade[]

interface Kind {
  readonly grade: Grade
  readonly revoked: boolean
  readonly nobodys: boolean
}

const revokedBit = 1
const nobodysBit = 16

/** Everything a badge counts by, the day aside, as one number: nobody's, twice the place of the grade, revoked or suspended. 0 is no badge. */
export const kindOf = ({ grade, revoked, nobodys }: Kind): number => 1 + 2 * gradeOrder.indexOf(grade) + (revoked ? revokedBit : 0) + (nobodys ? nobodysBit : 0)

/** One more than the greatest kind. */
export const kinds = 2 + 2 * (gradeOrder.length - 1) + revokedBit + nobodysBit

/** Word for word as `credential_columns` has it: only then is it read from there. */
const packedSql = `(ifnull(CAST(julianday(held_from) AS INTEGER), 0) * 134217728 + ifnull(CAST(julianday(held_until) AS INTEGER), 0) * 16
    + CASE grade WHEN 'verified' THEN 0 WHEN 'confirmed' THEN 2 WHEN 'unregistered' THEN 4 WHEN 'unproven' THEN 6 ELSE 8 END
    + (status IN ('revoked', 'suspended')))`

/** INDEXED BY: to fail is better than to read every document. */
export const allBadgesSql = `SELECT id, person_id, achievement_id, ${packedSql} FROM credential INDEXED BY credential_columns WHERE superseded_by IS NULL`

type Packed = readonly [id: number, person: number | null, achievement: number | null, packed: number]

const makeColumns = (capacity: number): BadgeColumns => ({
  length: 0,
  person: new Int32Array(capacity),
  achievement: new Int32Array(capacity),
  from: new Int32Array(capacity),
  until: new Int32Array(capacity),
  kind: new Uint8Array(capacity),
})

function longer<Column extends Int32Array | Uint8Array>(column: Column, made: Column): Column {
  made.set(column)
  return made
}

function makeRoom(columns: BadgeColumns, id: number): void {
  if (id >= columns.kind.length) {
    const capacity = Math.max(id + 1, Math.ceil(columns.kind.length * 1.25))
    const made = makeColumns(capacity)
    columns.person = longer(columns.person, made.person)
    columns.achievement = longer(columns.achievement, made.achievement)
    columns.from = longer(columns.from, made.from)
    columns.until = longer(columns.until, made.until)
    columns.kind = longer(columns.kind, made.kind)
  }
  if (id >= columns.length) columns.length = id + 1
}

function put(columns: BadgeColumns, [id, person, achievement, packed]: Packed): void {
  makeRoom(columns, id)
  // More than 32 bits: divided, not shifted.
  const days = Math.floor(packed / 16)
  const from = Math.floor(days / 8_388_608)
  columns.person[id] = person ?? 0
  columns.achievement[id] = achievement ?? 0
  columns.from[id] = from
  columns.until[id] = days - from * 8_388_608
  columns.kind[id] = 1 + packed - days * 16 + (person === null ? nobodysBit : 0)
}

/** Reads every badge. */
export function loadBadges(db: Database): BadgeColumns {
  const last = readOne<{ id: number | null }>(db, 'SELECT MAX(id) AS id FROM credential')?.id ?? 0
  const columns = makeColumns(last + 1)
  eachArray<Packed>(db, allBadgesSql, (row) => put(columns, row))
  return columns
}

/** @param table Holds the `id`s of the credentials that have come, changed or gone. */
export const changedBadgesSql = (table: string): string =>
  `SELECT ${table}.id, person_id, achievement_id, ${packedSql.replaceAll(/held_from|held_until|grade|status/g, 'credential.$&')}
   FROM ${table} LEFT JOIN credential ON credential.id = ${table}.id AND superseded_by IS NULL`

/** Reads the badges named in the table once more. */
export function reloadBadges(db: Database, columns: BadgeColumns, table: string): void {
  eachArray<readonly [Packed[0], Packed[1], Packed[2], number | null]>(db, changedBadgesSql(table), ([id, person, achievement, packed]) => {
    if (packed !== null) put(columns, [id, person, achievement, packed])
    else if (id < columns.length) columns.kind[id] = 0
  })
}
