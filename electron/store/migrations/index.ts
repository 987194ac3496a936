import { settleAllVersions } from '../credential/version'
import type { Database } from '../database/statement'
import { sql as first } from './0001-first'
import { sql as reasons } from './0002-reasons'
import { sql as columns } from './0003-columns'
import { sql as outstanding } from './0004-outstanding'
import { sql as sought } from './0005-sought'
import { sql as dependencies } from './0006-hanging'
import { sql as sums } from './0007-sums'
import { sql as versions } from './0008-versions'
import { sql as mappings } from './0009-mappings'
import { sql as asked } from './0010-asked'
import { sql as undo } from './0011-undo'
import { sql as owners } from './0012-owners'
import { sql as missed } from './0013-missed'
import { sql as requirements } from './0014-requirements'

/** What a migration must tell. Its place in the table is its version: the first is 1. */
export interface Migration {
  readonly name: string
  readonly sql: string
  /** What SQL alone cannot do. Runs in the same transaction, once the schema is the newest one. */
  readonly finish?: (db: Database) => void
}

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  { name: '0001-first', sql: first },
  { name: '0002-reasons', sql: reasons },
  { name: '0003-columns', sql: columns },
  { name: '0004-outstanding', sql: outstanding },
  { name: '0005-sought', sql: sought },
  { name: '0006-hanging', sql: dependencies },
  { name: '0007-sums', sql: sums },
  { name: '0008-versions', sql: versions, finish: settleAllVersions },
  { name: '0009-mappings', sql: mappings },
  { name: '0010-asked', sql: asked },
  { name: '0011-undo', sql: undo },
  { name: '0012-owners', sql: owners },
  { name: '0013-missed', sql: missed },
  { name: '0014-requirements', sql: requirements },
]
