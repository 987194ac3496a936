import type { Input } from '../../../shared/contract'
import type { RequirementChanges, RequirementFault } from '../../../shared/contract/requirement'
import { failure, type Result, success } from '../../../shared/model/problem'
import type { Requirement } from '../../../shared/model/requirement'
import { readWhole } from '../../disk/readWhole'
import { readTable } from '../../reader'
import { cellsOf, type RequirementKnowledge, readRequirements as readRequirementRows, requirementColumns, writeRequirements } from '../../roster'
import {
  previewRequirements,
  proposeRequirements,
  type RequirementEdit,
  readGap,
  readNames,
  readRequirementHistory,
  readRequirements,
  saveRequirements,
} from '../../store'
import { act } from '../act'
import type { Engine, Handlers } from '../handler'

/** What a table, or requirements that were entered, may name. */
function knowledge({ db, today }: Pick<Engine, 'db' | 'today'>, replace: boolean): RequirementKnowledge {
  const { stored, codes, divisions, skills } = readNames(db, today())
  const places = new Map(divisions.map(({ division }, place) => [division.code, place]))
  const lineage = (code: string): readonly string[] => {
    const codes: string[] = []
    for (let place = places.get(code) ?? -1; place >= 0; place = divisions[place]!.parent) codes.push(divisions[place]!.division.code)
    return codes
  }
  return { stored, staying: replace ? [] : stored, isDivision: (code) => codes.has(code), isSkill: (path) => skills.has(path), lineage }
}

const noChange: RequirementChanges = { new: 0, changed: 0, unchanged: 0, removed: 0 }

type Read = { readonly faults: readonly RequirementFault[] } | { readonly edit: RequirementEdit }

/** The edit that the rows of a table ask for, or their faults. */
function editOf(rows: readonly (readonly string[])[], replace: boolean, engine: Pick<Engine, 'db' | 'today'>): Read {
  const { requirements, given, faults } = readRequirementRows(rows, knowledge(engine, replace))
  return faults.length > 0 ? { faults } : { edit: { save: requirements, remove: [], replace, given } }
}

async function readEdit({ path, replace }: Input<'requirement.import'>, engine: Engine): Promise<Result<Read>> {
  const bytes = await readWhole(path)
  if (!bytes.ok) return bytes
  const table = readTable(bytes.value)
  return table.ok ? success(editOf(table.value.rows, replace, engine)) : table
}

/** The same rules as for a table. */
function checked(save: readonly Requirement[], engine: Engine): Result<RequirementEdit> {
  const rows = save.flatMap(cellsOf).map((cells) => requirementColumns.map((column) => cells[column]))
  const given = new Set(save.flatMap(({ id, exceptions }) => [id, ...exceptions.map((one) => one.id)]))
  const read: Read = rows.length === 0 ? { edit: { save, remove: [], replace: false, given } } : editOf([requirementColumns, ...rows], false, engine)
  if ('edit' in read) return success({ save, remove: [], replace: false, given })
  const [{ code, column, value, row }] = read.faults as [RequirementFault]
  const id = row === null ? undefined : rows[row - 2]?.[0]
  return failure({ code, detail: [id, column, value].filter((part) => part).join(' ') })
}

type Names = 'list' | 'save' | 'preview' | 'import' | 'table' | 'propose' | 'history'

export const requirement: Pick<Handlers, `requirement.${Names}` | 'gap.read'> = {
  'requirement.list': ({ on }, { db }) => success({ requirements: [...readRequirements(db, on)] }),
  'requirement.save': ({ save, remove }, engine) => {
    const edit = checked(save, engine)
    return edit.ok ? saveRequirements(engine.db, { ...edit.value, remove }, act(engine)) : edit
  },
  'requirement.preview': async (request, engine) => {
    const read = await readEdit(request, engine)
    if (!read.ok) return read
    return 'edit' in read.value
      ? success({ ...previewRequirements(engine.db, read.value.edit), faults: [] })
      : success({ ...noChange, faults: [...read.value.faults] })
  },
  'requirement.import': async (request, engine) => {
    const read = await readEdit(request, engine)
    if (!read.ok) return read
    if (!('edit' in read.value)) return success({ ...noChange, faults: [...read.value.faults] })
    const saved = saveRequirements(engine.db, read.value.edit, act(engine))
    return saved.ok ? success({ ...saved.value, faults: [] }) : saved
  },
  'requirement.table': (_input, { db, today }) => success(writeRequirements(readRequirements(db, today()))),
  'requirement.propose': (scope, { db }) => success({ requirements: [...proposeRequirements(db, scope)] }),
  'requirement.history': (request, { db }) => success(readRequirementHistory(db, request)),
  'gap.read': ({ scope, divisionCode }, { db }) => success(readGap(db, scope, divisionCode)),
}
