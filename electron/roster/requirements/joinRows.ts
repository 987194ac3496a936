import type { RequirementFault } from '../../../shared/contract/requirement'
import type { RequirementProblemCode } from '../../../shared/model/problems/requirement'
import type { Requirement, RequirementException } from '../../../shared/model/requirement'
import type { RequirementCells, RequirementColumn } from './columns'
import type { RequirementKnowledge } from './readRequirements'
import type { ParsedRow } from './readRow'
import { cellsOf } from './writeRequirements'

type Line = { readonly row: number; readonly cells: RequirementCells }

/** Requirements with their exceptions, and the faults between rows. */
export interface Faulty {
  readonly requirements: readonly Requirement[]
  readonly faults: readonly RequirementFault[]
}

/** Cells of an exception that say something else than the row it is an exception to. */
const ofItsRow: readonly RequirementColumn[] = ['skill', 'level', 'reach', 'posts', 'jobTypes', 'employments', 'startsOn', 'endsOn']

/**
 * Puts the exceptions of a table, and those stored before, to their requirements.
 *
 * @param lines All rows of the table, also those with faults of their own: an exception to one of these is no second fault.
 */
export function joinRows(parsed: readonly ParsedRow[], lines: readonly Line[], known: RequirementKnowledge): Faulty {
  const faults: RequirementFault[] = []
  const cellsAt = new Map(lines.map(({ row, cells }) => [row, cells]))
  const add = (code: RequirementProblemCode, row: number, column: RequirementColumn) =>
    void faults.push({ code, row, column, value: cellsAt.get(row)![column] })
  const seen = new Set<string>()
  for (const { row, cells } of lines) {
    if (cells.id !== '' && seen.has(cells.id)) add('requirement.id-twice', row, 'id')
    seen.add(cells.id)
  }
  const written = new Map(parsed.flatMap((one) => (one.kind === 'requirement' ? [[one.requirement.id, one.requirement]] : [])))
  const inFile = new Map(lines.map(({ cells }) => [cells.id, cells]))
  const stored = new Map(known.staying.map((one) => [one.id, one]))
  const exceptions = new Map<string, RequirementException[]>()
  for (const row of parsed) {
    if (row.kind !== 'exception') continue
    const main = written.get(row.to) ?? (inFile.has(row.to) ? undefined : stored.get(row.to))
    const isFaulty = inFile.get(row.to)?.exceptionTo === '' && main === undefined
    if (isFaulty) continue
    if (main === undefined || main.reach !== 'sections') {
      add('requirement.exception-of-none', row.row, 'exceptionTo')
      continue
    }
    const lineage = known.lineage(row.divisionCode)
    if (main.divisionCode !== null && lineage.length > 0 && !lineage.includes(main.divisionCode)) add('requirement.exception-outside', row.row, 'division')
    const [own] = cellsOf(main)
    const mainCells = inFile.get(row.to)
    for (const column of ofItsRow) {
      const cell = cellsAt.get(row.row)![column]
      if (cell !== '' && cell !== mainCells?.[column] && cell !== own![column]) add('requirement.exception-cell', row.row, column)
    }
    const of = exceptions.get(main.id) ?? []
    if (of.some(({ divisionCode }) => divisionCode === row.divisionCode)) add('requirement.exception-twice', row.row, 'division')
    exceptions.set(main.id, [...of, { id: row.id, divisionCode: row.divisionCode, rule: row.rule, note: row.note }])
  }
  const touched = new Set([...written.keys(), ...exceptions.keys()])
  const requirements = [...touched].map((id): Requirement => {
    const main = written.get(id) ?? stored.get(id)!
    const given = exceptions.get(id) ?? []
    // A stored exception stays unless the table gives its id, or its division, to another row.
    const kept = (stored.get(id)?.exceptions ?? []).filter((one) => !inFile.has(one.id) && !given.some(({ divisionCode }) => divisionCode === one.divisionCode))
    return { ...main, exceptions: main.reach === 'sections' ? [...kept, ...given] : [] }
  })
  return { requirements, faults }
}
