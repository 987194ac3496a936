import type { Day } from '../../../shared/model/day'
import type { Result } from '../../../shared/model/problem'
import type { RosterPlan } from '../../../shared/model/rosterPlan'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { readSetting, writeSetting } from '../database/setting'
import { type Database, readOne, transaction, write } from '../database/statement'
import { nextRevision, readRevision } from './addressBook'
import { addAssignment, changeAssignment, removeAssignment } from './assignment'
import { putDivisionPeriod, removeDivisionPeriod } from './division'
import { addPerson, changePerson, settleLeaving } from './person'

const rosterOnSetting = 'roster.on'

/** The day the newest roster describes; null where there has been none. */
export const readRosterOn = (db: Database): Day | null => (readSetting(db, rosterOnSetting) as Day | undefined) ?? null

const firstRosterOnSetting = 'roster.firstOn'

/**
 * The earliest day a roster describes; null where there has been none. Data folders of earlier versions have no such setting: there the audit log names the
 * days, those after the sample city was removed.
 */
export function readFirstRosterOn(db: Database): Day | null {
  const newest = readRosterOn(db)
  if (newest === null) return null
  const first = readSetting(db, firstRosterOnSetting) as Day | undefined
  if (first !== undefined) return first
  const logged = readOne<{ first: Day | null }>(
    db,
    `SELECT MIN(subject) AS first FROM audit
     WHERE action = 'roster.apply' AND id > ifnull((SELECT MAX(id) FROM audit WHERE action = 'sample.remove'), 0)`,
  )
  return logged?.first ?? newest
}

/** Applies the changes of a roster, all of them or none. `on` is the day the roster describes. */
export const applyRoster = (db: Database, { plan, on, ...act }: { readonly plan: RosterPlan; readonly on: Day } & Act): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      const revision = plan.people.add.length + plan.people.change.length === 0 ? readRevision(db) : nextRevision(db)
      for (const person of plan.people.add) addPerson(db, person, revision)
      for (const person of plan.people.change) changePerson(db, person, revision)
      for (const period of plan.divisions.remove) removeDivisionPeriod(db, period)
      for (const period of plan.divisions.put) putDivisionPeriod(db, period)
      for (const id of plan.assignments.remove) removeAssignment(db, id)
      for (const assignment of plan.assignments.change) changeAssignment(db, assignment)
      for (const assignment of plan.assignments.add) addAssignment(db, assignment)
      settleLeaving(db)
      const first = readFirstRosterOn(db)
      writeSetting(db, firstRosterOnSetting, first === null || on < first ? on : first)
      write(db, 'INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = MAX(value, excluded.value)', {
        name: rosterOnSetting,
        value: JSON.stringify(on),
      })
      const detail = {
        people: { added: plan.people.add.length, changed: plan.people.change.length },
        divisions: { put: plan.divisions.put.length, removed: plan.divisions.remove.length },
        assignments: { added: plan.assignments.add.length, changed: plan.assignments.change.length, removed: plan.assignments.remove.length },
      }
      appendAudit(db, { ...act, action: 'roster.apply', subject: on, detail })
      return null
    }),
  )
