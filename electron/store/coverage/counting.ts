import type { Scope } from '../../../shared/contract/parts'
import { type Grade, stoppedStatuses } from '../../../shared/model/verification'
import { standsOnSql } from '../credential/versionOn'

/** Grades that are shown apart where the scope does not count them. */
const apartGrades: readonly Grade[] = ['unregistered', 'unproven']

/** The grades whose badges count in a scope. A rejected badge never counts, whatever was asked for. */
export const gradesCounted = ({ grades }: Scope): readonly Grade[] => grades.filter((grade) => grade !== 'rejected')

/** The grades whose badges the scope shows apart. */
export const gradesApart = ({ grades }: Scope): readonly Grade[] => apartGrades.filter((grade) => !grades.includes(grade))

const stopped = stoppedStatuses.map((status) => `'${status}'`).join(', ')

/**
 * Is a badge held on `:on`, whatever its grade? Both ends are days of Japan and included; a revoked badge counts on no day, an endorsement on none either, and
 * of several versions one on each. With the grades asked for this is `countsOnItsDays` in SQL.
 */
export const heldSql = `${standsOnSql} AND countable = 1 AND status NOT IN (${stopped}) AND held_from <= :on AND held_until >= :on`

/** The badges of the unmatched tray, word for word as their index has it: unmatched, without rejected ones and versions without a day of their own. */
export const unmatchedSql = "FROM credential INDEXED BY credential_unmatched WHERE person_id IS NULL AND superseded_by IS NULL AND grade <> 'rejected'"
