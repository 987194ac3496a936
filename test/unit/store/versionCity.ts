import { expect } from 'vitest'
import { type BatchItem, type Database, importMappings, readCoverage, readPeople, readPerson } from '../../../electron/store'
import type { Scope } from '../../../shared/contract/parts'
import type { Day } from '../../../shared/model/day'
import { act, type BadgeWords, badge, division, good, openScratch, person, post, settle } from './stand'

// A city of two people in one division, and one skill, for tests of versions of a credential.

export const counting: Scope['grades'] = ['verified', 'confirmed']
export const skill = '法務'

export function city(): Database {
  const db = openScratch()
  settle(db, { people: [person('1'), person('2')], posts: [post('1', '10'), post('2', '10')], divisions: [division('10', null)] })
  good(
    importMappings(db, {
      mappings: [
        { achievementId: 'urn:law', skill, level: 1 },
        { achievementId: 'urn:law-3', skill, level: 3 },
      ],
      ...act,
    }),
  )
  return db
}

export const law = (words: BadgeWords): Extract<BatchItem, { kind: 'credential' }> => badge({ id: 'urn:a', achievement: 'urn:law', staffNumber: '1', ...words })
export const table = (db: Database, on: Day, more: Partial<Scope> = {}) => readCoverage(db, { on, level: 1, grades: counting, includeLeave: false, ...more })
export const holders = (db: Database, on: Day, more: Partial<Scope> = {}) => table(db, on, more).holders[0]![0]!

/** Holders by the map, by the list of people, and by the page of person 1, which must be equal. */
export function held(db: Database, on: Day): number {
  const scope: Scope = { on, level: 1, grades: counting, includeLeave: false }
  const listed = readPeople(db, { scope, skill, divisionCode: null, text: null, which: 'counting', offset: 0, limit: 10 })
  const page = good(readPerson(db, { staffNumber: '1', on })).skills.filter(({ counts }) => counts)
  const behind = listed.people.flatMap(({ skills }) => skills.filter(({ counts }) => counts))
  expect([listed.total, page.length, behind.length]).toEqual([holders(db, on), holders(db, on), holders(db, on)])
  return holders(db, on)
}
export const heldOn = (db: Database, days: readonly Day[]) => days.map((day) => held(db, day))
