import type { Output } from '../../../shared/contract'
import type { Result } from '../../../shared/model/problem'
import { unmatchedSql } from '../coverage/counting'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { type Database, readOne, transaction, write } from '../database/statement'
import { readFirstRosterOn, readRosterOn } from '../department/roster'

type Holdings = Pick<Output<'application.read'>, 'people' | 'credentials' | 'imports' | 'unmatched' | 'rosterOn' | 'firstRosterOn'>

/** How many people, credentials and imports are stored. `unmatched` is the length of the unmatched tray. */
export const readHoldings = (db: Database): Holdings => ({
  ...readOne<Omit<Holdings, 'rosterOn' | 'firstRosterOn'>>(
    db,
    `SELECT (SELECT COUNT(*) FROM person) AS people,
            (SELECT COUNT(*) FROM credential) AS credentials,
            (SELECT COUNT(*) FROM import) AS imports,
            (SELECT COUNT(*) ${unmatchedSql}) AS unmatched`,
  )!, // Counts without FROM always give one row.
  rosterOn: readRosterOn(db),
  firstRosterOn: readFirstRosterOn(db),
})

/** Children before their parents, as foreign keys require. */
const tables = [
  'requirement_exception',
  'requirement',
  'undo',
  'damaged_original',
  'outstanding',
  'accepted_evidence',
  'courier_address',
  'courier_list',
  'import_item',
  'envelope',
  'support',
  'person_match',
  'verification',
  'credential',
  'hanging',
  'mapping',
  'unbound_mapping',
  'skill',
  'achievement',
  'recipient_link',
  'assignment',
  'email',
  'did',
  'person',
  'address_book',
  'division_period',
  'division',
  'issuer_key',
  'issuer',
  'import',
  'original',
] as const

/** Deletes everything but the audit log, the language, and the mismatch of plans: for removing the sample city. */
export const emptyEverything = (db: Database, act: Act): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      write(db, 'UPDATE credential SET superseded_by = NULL')
      for (const table of tables) write(db, `DELETE FROM ${table}`)
      write(db, "DELETE FROM setting WHERE name NOT IN ('locale', 'differenceAt')")
      appendAudit(db, { ...act, action: 'sample.remove', subject: '', detail: null })
      return null
    }),
  )
