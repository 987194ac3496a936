import type { Day } from '../../../shared/model/day'
import type { DivisionPeriod } from '../../../shared/model/rosterPlan'
import { type Database, readAll, readOne, write } from '../database/statement'

/** The id of the division with this code; it is added where it is new. */
export function divisionIdOf(db: Database, code: string): number {
  const stored = readOne<{ id: number }>(db, 'SELECT id FROM division WHERE code = :code', { code })
  return stored?.id ?? write(db, 'INSERT INTO division (code) VALUES (:code)', { code }).id
}

/** Adds a period of a division, or replaces the one that begins on the same day. */
export const putDivisionPeriod = (db: Database, { code, name, parentCode, order, startsOn, endsOn }: DivisionPeriod): void =>
  void write(
    db,
    `INSERT INTO division_period (division_id, starts_on, ends_on, name, parent_code, ordering)
     VALUES (:id, :startsOn, :endsOn, :name, :parentCode, :order)
     ON CONFLICT (division_id, starts_on) DO UPDATE
       SET ends_on = excluded.ends_on, name = excluded.name, parent_code = excluded.parent_code, ordering = excluded.ordering`,
    { id: divisionIdOf(db, code), startsOn, endsOn, name, parentCode, order },
  )

/** Removes the period of a division that begins on a day. */
export const removeDivisionPeriod = (db: Database, { code, startsOn }: { readonly code: string; readonly startsOn: Day }): void =>
  void write(db, 'DELETE FROM division_period WHERE starts_on = :startsOn AND division_id = (SELECT id FROM division WHERE code = :code)', { code, startsOn })

/** Every period of every division, over all days. */
export const readDivisionPeriods = (db: Database): readonly DivisionPeriod[] =>
  readAll<DivisionPeriod>(
    db,
    `SELECT division.code, name, parent_code AS parentCode, ordering AS "order", starts_on AS startsOn, ends_on AS endsOn
     FROM division_period JOIN division ON division.id = division_id
     ORDER BY ordering, division.code, starts_on`,
  )

/** A division on one day. `id` is the stored one. */
export interface DivisionOnDay {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly parentCode: string | null
  readonly order: number
}

/** The divisions whose period covers the day. */
export const readDivisionsOn = (db: Database, on: Day): readonly DivisionOnDay[] =>
  readAll<DivisionOnDay>(
    db,
    `SELECT division.id, division.code, name, parent_code AS parentCode, ordering AS "order"
     FROM division_period JOIN division ON division.id = division_id
     WHERE starts_on <= :on AND :on < ends_on
     ORDER BY ordering, division.code`,
    { on },
  )
