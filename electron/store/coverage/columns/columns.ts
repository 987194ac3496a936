import { type Database, snapshot } from '../../database/statement'
import { addBadges, type BadgeColumns, loadBadges, reloadBadges } from './badges'
import { type Changes, changedBadges, forgetChanges, noteChanges, readChanges } from './changes'
import { loadPeople, type PeopleColumns } from './people'

/**
 * What coverage is counted from, in memory: every badge and every post in typed arrays, from which any day, level and grade is counted in a few
 * milliseconds. They stand in the place of snapshots kept for each month: those would serve one day, level and choice of grades, and would have to be
 * made anew with each import.
 */
export interface Columns {
  readonly badges: BadgeColumns
  readonly people: PeopleColumns
}

interface Kept extends Columns {
  readonly dataVersion: number
  readonly lastBadge: number
}

/** Of open connections; null from the first reading on until something has been read. */
const kept = new WeakMap<Database, Kept | null>()

/** Of so many changed or new badges in a hundred, all are read again in one scan. */
const mostChanged = 25

function readAgain(db: Database, before: Kept | null, changes: Changes): Kept {
  const { dataVersion, lastBadge } = changes
  if (before === null || before.dataVersion !== dataVersion) return { dataVersion, lastBadge, badges: loadBadges(db), people: loadPeople(db) }
  const { badges, people } = before
  const many = (changes.badges + Math.max(0, lastBadge - before.lastBadge)) * 100 > badges.length * mostChanged
  if (!many) {
    if (changes.badges > 0) reloadBadges(db, badges, changedBadges)
    addBadges(db, badges, before.lastBadge, lastBadge)
  }
  return { dataVersion, lastBadge, badges: many ? loadBadges(db) : badges, people: changes.people ? loadPeople(db) : people }
}

const isUnchanged = (before: Kept, { dataVersion, badges, lastBadge, people }: Changes): boolean =>
  before.dataVersion === dataVersion && before.lastBadge === lastBadge && badges === 0 && !people

/** The columns as they are at this moment: those kept from before with what has changed since, or read anew. */
function columnsNow(db: Database): Columns {
  const before = kept.get(db) ?? null
  const changes = readChanges(db)
  if (before !== null && isUnchanged(before, changes)) return before
  const now = readAgain(db, before, changes)
  kept.set(db, now)
  forgetChanges(db)
  return now
}

/**
 * Works with the columns, and with the database as it was when they were true: what `work` reads besides belongs to the same moment. The columns are
 * not to be kept. They are read when they are first asked for; from then on a reading costs what has changed since the last one.
 *
 * In the middle of a transaction, what it has written may yet be taken back: then columns are read for this once.
 */
export function withColumns<Value>(db: Database, work: (columns: Columns) => Value): Value {
  if (db.inTransaction) return work({ badges: loadBadges(db), people: loadPeople(db) })
  if (!kept.has(db)) {
    snapshot(db, () => noteChanges(db))
    kept.set(db, null)
  }
  return snapshot(db, () => work(columnsNow(db)))
}
