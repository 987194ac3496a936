import type { DepartmentSnapshot } from '../../../shared/model/rosterPlan'
import type { Database } from '../database/statement'
import { readAssignments } from './assignment'
import { readDivisionPeriods } from './division'
import { readPersons } from './person'

/** All people, posts and divisions, over all days: a roster is compared with them. */
export const readDepartment = (db: Database): DepartmentSnapshot => ({
  people: readPersons(db),
  assignments: readAssignments(db),
  divisions: readDivisionPeriods(db),
})
