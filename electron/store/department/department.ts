import type { DepartmentSnapshot } from '../../../shared/model/rosterPlan'
import type { Database } from '../database/statement'
import { readAssignments } from './assignment'
import { readDivisionPeriods } from './division'
import { readPersons } from './person'

/** Everybody, every post and every division that is held, over all days: what a roster is compared with. */
export const readDepartment = (db: Database): DepartmentSnapshot => ({
  people: readPersons(db),
  assignments: readAssignments(db),
  divisions: readDivisionPeriods(db),
})
