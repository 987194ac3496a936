import { type Database, snapshot } from '../../database/statement'
import { addBadges, type BadgeColumns, loadBadges, reloadBadges } from './badges'
import { type Changes, changedBadges, deleteChanges, noteChanges, readChanges } from './changes'
import { loadPeople, type PeopleColumns } from './people'

/**
 * The columns coverage is counted from: every badge and every post in typed arrays in memory. Any day, level and choice of grades is counted from them in a few
 * milliseconds. Snapshots for each month would serve one day, level and choice of grades only, and every import would make them invalid.
 */
export interface Columns {
  readonly badges: BadgeColumns
  readonly people: PeopleColumns
}

interface Retained extends Columns {
  readonly dataVersion: number
  readonly lastBadge: number
}

/** The columns of each open connection; null once changes are noted and nothing has been read yet. */
const retained = new WeakMap<Database, Retained | null>()

/** Above this percentage of changed and new badges, all are read again in one scan. */
const mostChangedPercent = 25

function readColumns(db: Database, before: Retained | null, changes: Changes): Retained {
  const { dataVersion, lastBadge } = changes
  if (before === null || before.dataVersion !== dataVersion) return { dataVersion, lastBadge, badges: loadBadges(db), people: loadPeople(db) }
  const { badges, people } = before
  const many = (changes.badges + Math.max(0, lastBadge - before.lastBadge)) * 100 > badges.length * mostChangedPercent
  if (!many) {
    if (changes.badges > 0) reloadBadges(db, badges, changedBadges)
    addBadges(db, badges, before.lastBadge, lastBadge)
  }
  return { dataVersion, lastBadge, badges: many ? loadBadges(db) : badges, people: changes.people ? loadPeople(db) : people }
}

const isUnchanged = (before: Retained, { dataVersion, badges, lastBadge, people }: Changes): boolean =>
  before.dataVersion === dataVersion && before.lastBadge === lastBadge && badges === 0 && !people

/** The current columns: the retained ones with later changes, or all read again. */
function currentColumns(db: Database): Columns {
  const before = retained.get(db) ?? null
  const changes = readChanges(db)
  if (before !== null && isUnchanged(before, changes)) return before
  const now = readColumns(db, before, changes)
  retained.set(db, now)
  deleteChanges(db)
  return now
}

/**
 * Does the work with the columns and the database in one read snapshot. `work` must not retain the columns. They are read when they are first needed; after that
 * only later changes are read.
 *
 * Inside a transaction, which may be rolled back, the columns are read for this call alone.
 */
export function withColumns<Value>(db: Database, work: (columns: Columns) => Value): Value {
  if (db.inTransaction) return work({ badges: loadBadges(db), people: loadPeople(db) })
  if (!retained.has(db)) {
    snapshot(db, () => noteChanges(db))
    retained.set(db, null)
  }
  return snapshot(db, () => work(currentColumns(db)))
}
