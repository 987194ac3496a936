import type { Day } from '../../../shared/model/day'
import type { Leave } from '../../../shared/model/department'
import type { NewAssignment, StoredAssignment } from '../../../shared/model/rosterPlan'
import { type Database, readAll, write } from '../database/statement'
import { divisionIdOf } from './division'

const bound = (db: Database, { divisionCode, post, jobType, employment, leave, concurrent, startsOn, endsOn }: NewAssignment) => ({
  divisionId: divisionIdOf(db, divisionCode),
  post,
  jobType,
  employment,
  leave,
  concurrent: concurrent ? 1 : 0,
  startsOn,
  endsOn,
})

/** Adds an assignment. */
export const addAssignment = (db: Database, assignment: NewAssignment): void =>
  void write(
    db,
    `INSERT INTO assignment (person_id, division_id, starts_on, ends_on, leave, concurrent, post, job_type, employment)
     VALUES ((SELECT id FROM person WHERE staff_number = :staffNumber), :divisionId, :startsOn, :endsOn, :leave, :concurrent, :post, :jobType, :employment)`,
    { staffNumber: assignment.staffNumber, ...bound(db, assignment) },
  )

/** Replaces an assignment. */
export const changeAssignment = (db: Database, assignment: StoredAssignment): void =>
  void write(
    db,
    `UPDATE assignment
     SET division_id = :divisionId, starts_on = :startsOn, ends_on = :endsOn, leave = :leave, concurrent = :concurrent,
         post = :post, job_type = :jobType, employment = :employment
     WHERE id = :id`,
    { id: assignment.id, ...bound(db, assignment) },
  )

/** Removes an assignment. */
export const removeAssignment = (db: Database, id: number): void => void write(db, 'DELETE FROM assignment WHERE id = :id', { id })

interface Row {
  readonly id: number
  readonly staffNumber: string
  readonly divisionCode: string
  readonly post: string | null
  readonly jobType: string | null
  readonly employment: string | null
  readonly leave: Leave
  readonly concurrent: number
  readonly startsOn: Day
  readonly endsOn: Day
}

/** Every assignment of all people, over all days. */
export const readAssignments = (db: Database): readonly StoredAssignment[] =>
  readAll<Row>(
    db,
    `SELECT assignment.id, staff_number AS staffNumber, code AS divisionCode, post, job_type AS jobType, employment, leave, concurrent,
            starts_on AS startsOn, ends_on AS endsOn
     FROM assignment JOIN person ON person.id = person_id JOIN division ON division.id = division_id
     ORDER BY person_id, starts_on, assignment.id`,
  ).map((row) => ({ ...row, concurrent: row.concurrent === 1 }))
