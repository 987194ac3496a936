import type { Grade } from '../../../../shared/model/verification'
import { type Database, eachArray, readOne } from '../../database/statement'
import { dayNumber } from './dayNumber'

/**
 * The columns coverage is counted from: a row for each badge, 25 bytes a badge.
 *
 * Badges of one person that were read in one scan are adjacent, later ones are at the end. This only matters for the speed of counting: memory of one person
 * lies close together.
 */
export interface BadgeColumns {
  /** Credential id → row; -1 where there is no badge with that id. */
  rows: Int32Array
  /** How many rows there are. The arrays are longer, for rows to be added. */
  length: number
  /** The stored id of the person; 0 where the badge is unmatched. */
  person: Int32Array
  /** 0 where the achievement has no address. */
  achievement: Int32Array
  /** First and last day it is held, as `dayNumber`; the last is the day before the version that follows it, at the latest. */
  from: Int32Array
  until: Int32Array
  /** The first day of the version that follows it; `never` where none does. */
  followed: Int32Array
  /** See `kindOf` and `followedBit`. 0 where the badge is removed, or a version without a day of its own. */
  kind: Uint8Array
}

/** After every day. */
export const never = 0x7fff_ffff

/** Grades as `kind` numbers them: the order in which the index has them. */
export const gradeOrder = ['verified', 'confirmed', 'unregistered', 'unproven', 'rejected'] as const satisfies readonly Grade[]

interface Kind {
  readonly grade: Grade
  readonly revoked: boolean
  readonly unmatched: boolean
}

const revokedBit = 1
const unmatchedBit = 16

/** All that decides how a badge counts, except the day, as one number: unmatched, twice the place of the grade, revoked or suspended. 0 is no badge. */
export const kindOf = ({ grade, revoked, unmatched }: Kind): number =>
  1 + 2 * gradeOrder.indexOf(grade) + (revoked ? revokedBit : 0) + (unmatched ? unmatchedBit : 0)

/** The least kind of an unmatched badge. */
export const leastUnmatched = 1 + unmatchedBit
/** The kind of an endorsement, which is never counted, whatever its grade and status; a rejected endorsement is a rejected badge. */
export const uncountable = (unmatched: boolean): number => 1 + 2 * gradeOrder.length + (unmatched ? unmatchedBit : 0)

/** One more than the greatest kind. */
export const kinds = uncountable(true) + 1

/** Added to the kind of a badge that another version follows: `followed` is read for these alone. Greater than every kind. */
export const followedBit = 32

/** Must equal the expression of the index `credential_columns` word for word: only then SQLite reads it from the index. */
const packedSql = `(ifnull(CAST(julianday(held_from) AS INTEGER), 0) * 134217728 + ifnull(CAST(julianday(held_until) AS INTEGER), 0) * 16
    + CASE WHEN grade = 'rejected' THEN 8 WHEN countable = 0 THEN 10
        ELSE CASE grade WHEN 'verified' THEN 0 WHEN 'confirmed' THEN 2 WHEN 'unregistered' THEN 4 ELSE 6 END + (status IN ('revoked', 'suspended')) END)`

/**
 * Badges as numbers in one text: id, person, achievement, packed. Text joined by SQLite is read in half the time of rows. INDEXED BY makes the query fail where
 * it would have to read every document.
 */
export const sliceSql = `SELECT CAST(group_concat(id || ' ' || ifnull(person_id, 0) || ' ' || ifnull(achievement_id, 0) || ' ' || ${packedSql}, ' ') AS BLOB) AS text
  FROM credential INDEXED BY credential_columns WHERE superseded_by IS NULL AND id > :after AND id <= :upTo`

/** The few badges that another version follows, from an index of their own. */
export const followedSql = `SELECT id, followed_from FROM credential INDEXED BY credential_followed
  WHERE followed_from IS NOT NULL AND id > :after AND id <= :last`

/** Ids in one slice. */
const sliceLength = 20_000

const makeColumns = (rows: Int32Array, capacity: number): BadgeColumns => ({
  rows,
  length: 0,
  person: new Int32Array(capacity),
  achievement: new Int32Array(capacity),
  from: new Int32Array(capacity),
  until: new Int32Array(capacity),
  followed: new Int32Array(capacity),
  kind: new Uint8Array(capacity),
})

/** The columns of whole numbers. */
const ofDays = ['person', 'achievement', 'from', 'until', 'followed'] as const

function longer<Column extends Int32Array | Uint8Array>(made: Column, column: Column): Column {
  made.set(column)
  return made
}

const withRoom = (length: number): number => Math.ceil(length * 1.25) + 1

/** The row of a badge; it is added where it is new. */
function rowOf(columns: BadgeColumns, id: number): number {
  if (id >= columns.rows.length) columns.rows = longer(new Int32Array(withRoom(id)).fill(-1), columns.rows)
  const known = columns.rows[id]!
  if (known >= 0) return known
  const row = columns.length
  if (row >= columns.kind.length) {
    const made = makeColumns(columns.rows, withRoom(row))
    for (const name of ofDays) columns[name] = longer(made[name], columns[name])
    columns.kind = longer(made.kind, columns.kind)
  }
  columns.length += 1
  columns.rows[id] = row
  return row
}

function put(columns: BadgeColumns, id: number, person: number, achievement: number, packed: number): void {
  const row = rowOf(columns, id)
  // More than 32 bits: divided, not shifted.
  const days = Math.floor(packed / 16)
  const from = Math.floor(days / 8_388_608)
  columns.person[row] = person
  columns.achievement[row] = achievement
  columns.from[row] = from
  columns.until[row] = days - from * 8_388_608
  columns.followed[row] = never
  columns.kind[row] = 1 + packed - days * 16 + (person === 0 ? unmatchedBit : 0)
}

/** Ends a badge on the day before the version that follows it. */
function putFollowed(columns: BadgeColumns, id: number, from: number): void {
  const row = columns.rows[id] ?? -1
  if (row < 0) return
  columns.followed[row] = from
  columns.kind[row]! |= followedBit
  columns.until[row] = Math.min(columns.until[row]!, from - 1)
}

/** Writes the badges of a slice into the columns. */
function putSlice(columns: BadgeColumns, text: Uint8Array): void {
  const numbers = [0, 0, 0, 0]
  let [place, number] = [0, 0]
  for (let at = 0; at <= text.length; at += 1) {
    const digit = (text[at] ?? 0x20) - 0x30
    if (digit >= 0) {
      number = number * 10 + digit
      continue
    }
    numbers[place] = number
    number = 0
    place = (place + 1) % 4
    if (place === 0) put(columns, numbers[0]!, numbers[1]!, numbers[2]!, numbers[3]!)
  }
}

/** The same badges ordered by person, those of one person in their former order. */
function byPerson(columns: BadgeColumns): BadgeColumns {
  const { length, person } = columns
  const next = new Int32Array(person.reduce((most, one) => Math.max(most, one), 0) + 2)
  for (let row = 0; row < length; row += 1) next[person[row]! + 1]! += 1
  for (let number = 1; number < next.length; number += 1) next[number]! += next[number - 1]!
  const places = new Int32Array(length)
  for (let row = 0; row < length; row += 1) places[row] = next[person[row]!]!++
  const ordered = makeColumns(
    columns.rows.map((row) => (row < 0 ? row : places[row]!)),
    length,
  )
  ordered.length = length
  for (const name of [...ofDays, 'kind'] as const) {
    const [from, to] = [columns[name], ordered[name]]
    for (let row = 0; row < length; row += 1) to[places[row]!] = from[row]!
  }
  return ordered
}

/** Reads the badges after an id up to the last. */
export function addBadges(db: Database, columns: BadgeColumns, after: number, last: number): void {
  for (let from = after; from < last; from += sliceLength) {
    const text = readOne<{ text: Uint8Array | null }>(db, sliceSql, { after: from, upTo: from + sliceLength })?.text
    if (text !== null && text !== undefined) putSlice(columns, text)
  }
  eachArray<readonly [id: number, from: string]>(db, followedSql, ([id, from]) => putFollowed(columns, id, dayNumber(from)), { after, last })
}

/** Reads every badge. */
export function loadBadges(db: Database): BadgeColumns {
  const last = readOne<{ id: number | null }>(db, 'SELECT MAX(id) AS id FROM credential')?.id ?? 0
  const columns = makeColumns(new Int32Array(last + 1).fill(-1), last + 1)
  addBadges(db, columns, 0, last)
  return byPerson(columns)
}

/** The query for changed badges. @param table Contains the `id`s of credentials that have changed or were removed. */
export const changedBadgesSql = (table: string): string =>
  `SELECT ${table}.id, ifnull(person_id, 0), ifnull(achievement_id, 0), ${packedSql.replaceAll(/held_from|held_until|countable|grade|status/g, 'credential.$&')}, followed_from
   FROM ${table} LEFT JOIN credential ON credential.id = ${table}.id AND superseded_by IS NULL`

/** Reads the badges listed in the table again. */
export function reloadBadges(db: Database, columns: BadgeColumns, table: string): void {
  type Row = readonly [id: number, person: number, achievement: number, packed: number | null, followedFrom: string | null]
  eachArray<Row>(db, changedBadgesSql(table), ([id, person, achievement, packed, followedFrom]) => {
    const row = columns.rows[id] ?? -1
    if (packed !== null) {
      put(columns, id, person, achievement, packed)
      if (followedFrom !== null) putFollowed(columns, id, dayNumber(followedFrom))
    } else if (row >= 0) columns.kind[row] = 0
  })
}
