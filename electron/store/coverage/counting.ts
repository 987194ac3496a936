import type { Scope } from '../../../shared/contract/parts'
import { type Grade, stoppedStatuses } from '../../../shared/model/verification'
import { currentOnSql } from '../credential/versionOn'

/** Grades whose badges are shown separately where the scope does not count them. */
const apartGrades: readonly Grade[] = ['unregistered', 'unproven']

/** The grades whose badges count in a scope. A rejected badge never counts. */
export const gradesCounted = ({ grades }: Scope): readonly Grade[] => grades.filter((grade) => grade !== 'rejected')

/** The grades whose badges the scope shows separately. */
export const gradesApart = ({ grades }: Scope): readonly Grade[] => apartGrades.filter((grade) => !grades.includes(grade))

const stopped = stoppedStatuses.map((status) => `'${status}'`).join(', ')

/**
 * SQL condition: a badge is held on `:on`, whatever its grade. Both ends are days of Japan and included; a revoked badge and an endorsement are held on no day,
 * and of several versions one on each day. Together with the counted grades it is `countsOnItsDays` in SQL.
 */
export const heldSql = `${currentOnSql} AND countable = 1 AND status NOT IN (${stopped}) AND held_from <= :on AND held_until >= :on`

/** The badges of the unmatched tray: without rejected ones and versions without a day of their own. Must equal the condition of the index word for word. */
export const unmatchedSql = "FROM credential INDEXED BY credential_unmatched WHERE person_id IS NULL AND superseded_by IS NULL AND grade <> 'rejected'"
