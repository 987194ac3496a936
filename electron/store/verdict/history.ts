import type { Output } from '../../../shared/contract'
import type { Reason } from '../../../shared/contract/parts'
import type { Grade } from '../../../shared/model/verification'
import { type Database, readAll } from '../database/statement'

type Event = Output<'badge.read'>['history'][number]

/** What has happened to a credential since it was imported, oldest first: its verdicts, matches found later, and the newer version that replaced it. */
export function readHistory(db: Database, credentialId: number): Event[] {
  const verdicts = readAll<{ at: string; grade: Grade; why: Reason | null }>(
    db,
    'SELECT COALESCE(made_at, at) AS at, grade, why FROM verification WHERE credential_id = :credentialId ORDER BY id',
    { credentialId },
  )
  const matches = readAll<{ at: string }>(
    db,
    `SELECT at FROM person_match
     WHERE credential_id = :credentialId AND person_id IS NOT NULL AND import_id IS NOT (SELECT import_id FROM credential WHERE id = :credentialId)
     ORDER BY id`,
    { credentialId },
  )
  const replaced = readAll<{ at: string }>(db, 'SELECT superseded_at AS at FROM credential WHERE id = :credentialId AND superseded_at IS NOT NULL', {
    credentialId,
  })
  const gradeAt = (at: string): Grade => verdicts.findLast((verdict) => verdict.at <= at)?.grade ?? verdicts[0]!.grade
  return [
    ...verdicts.map(({ at, grade, why }, index): Event => ({ at, grade, what: index === 0 ? 'imported' : 'verified-again', why })),
    ...matches.map(({ at }): Event => ({ at, grade: gradeAt(at), what: 'matched', why: null })),
    ...replaced.map(({ at }): Event => ({ at, grade: gradeAt(at), what: 'replaced', why: null })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}
