import type { Scope } from '../../../shared/contract/parts'
import type { ListedRequirement } from '../../../shared/contract/requirement'
import { holdersAt, leavesOf, unitsOf } from '../../../shared/coverage'
import { freeIds } from '../../../shared/model/requirement'
import { readCoverage } from '../coverage/coverage'
import { type Database, snapshot } from '../database/statement'
import { readStoredRequirements } from './requirement'

const cellOf = (divisionCode: string | null, skill: string) => JSON.stringify([divisionCode, skill])

/** Requirements that ask for the holders there are: for each 課 and leaf skill with holders that no requirement names yet. Nothing is written. */
export const proposeRequirements = (db: Database, scope: Scope): readonly ListedRequirement[] =>
  snapshot(db, () => {
    const stored = readStoredRequirements(db)
    const named = new Set(stored.map(({ divisionCode, skill }) => cellOf(divisionCode, skill)))
    const ids = freeIds(new Set(stored.flatMap(({ id, exceptions }) => [id, ...exceptions.map((one) => one.id)])))
    const table = readCoverage(db, scope)
    return unitsOf(table).flatMap((row) =>
      leavesOf(table).flatMap(({ column }): readonly ListedRequirement[] => {
        const [{ code, path: divisionPath }, { path: skill }] = [table.divisions[row]!, table.skills[column]!]
        const people = holdersAt(table, row, column)
        if (people === 0 || named.has(cellOf(code, skill))) return []
        const lists = { exceptions: [], posts: [], jobTypes: [], employments: [], gone: [] }
        const open = { startsOn: null, endsOn: null, note: '' }
        const id = ids.next().value
        return [{ id, divisionCode: code, divisionPath, skill, level: scope.level, rule: { kind: 'people', people }, reach: 'division', ...lists, ...open }]
      }),
    )
  })
