import { type Database, readOne, write } from '../../database/statement'

// Changes by this connection are noted by triggers in its temporary tables: the notes are written and rolled back with the change itself and end with the
// connection. SQLite reports that another connection has changed something: then everything is read again.
//
// Added badges are not noted one by one: a trigger made adding one a seventh slower. SQLite gives a new row the id after the largest one, so added badges are
// those after the last badge that was read; one that gets the id of a removed badge is noted with the removal.
// @source SQLite, "ROWIDs and the INTEGER PRIMARY KEY": one larger than the largest in use

/** The table of ids of credentials that have changed or were removed. */
export const changedBadges = 'changed_badge'

const noteBadge = (id: string): string => `INSERT INTO ${changedBadges} (id) SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM ${changedBadges} WHERE id = ${id});`
const notePeople = 'UPDATE changed_people SET times = times + 1;'

const triggers: readonly (readonly [event: string, table: string, note: string])[] = [
  ['DELETE', 'credential', noteBadge('OLD.id')],
  [
    'UPDATE OF id, person_id, achievement_id, superseded_by, followed_from, held_from, held_until, grade, status, countable',
    'credential',
    noteBadge('OLD.id') + noteBadge('NEW.id'),
  ],
  ['INSERT', 'person', notePeople],
  ['DELETE', 'person', notePeople],
  ['UPDATE OF id, kana_sort, staff_number, leaves_on', 'person', notePeople],
  ['INSERT', 'assignment', notePeople],
  ['DELETE', 'assignment', notePeople],
  ['UPDATE', 'assignment', notePeople],
]

/** Begins to note changes; called once for each connection, outside of a transaction. */
export const noteChanges = (db: Database): void =>
  void db.exec(`
    CREATE TEMP TABLE ${changedBadges} (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE changed_people (times INTEGER NOT NULL);
    INSERT INTO changed_people (times) VALUES (0);
    ${triggers.map(([event, table, note], index) => `CREATE TEMP TRIGGER note_${index} AFTER ${event} ON main.${table} BEGIN ${note} END;`).join('\n')}`)

/** What has changed since the notes were last deleted. */
export interface Changes {
  /** A number that changes when another connection has written. */
  readonly dataVersion: number
  /** How many badges are noted. */
  readonly badges: number
  /** The largest id of a badge; 0 where there is none. */
  readonly lastBadge: number
  readonly people: boolean
}

/** @source SQLite, "PRAGMA data_version": the same on one connection until another one commits a change */
export const readChanges = (db: Database): Changes => {
  // The pragma always answers with one row, and the table holds one.
  const { data_version: dataVersion } = readOne<{ data_version: number }>(db, 'PRAGMA data_version')!
  const noted = readOne<{ badges: number; lastBadge: number; times: number }>(
    db,
    `SELECT (SELECT COUNT(*) FROM ${changedBadges}) AS badges, (SELECT ifnull(MAX(id), 0) FROM credential) AS lastBadge, times FROM changed_people`,
  )!
  return { dataVersion, badges: noted.badges, lastBadge: noted.lastBadge, people: noted.times > 0 }
}

/** Deletes the notes: the columns contain them now. */
export function deleteChanges(db: Database): void {
  write(db, `DELETE FROM ${changedBadges}`)
  write(db, 'UPDATE changed_people SET times = 0')
}
