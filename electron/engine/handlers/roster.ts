import { basename } from 'node:path'
import type { Input } from '../../../shared/contract'
import type { RosterProblem, RosterSummary } from '../../../shared/contract/roster'
import { type Day, firstDay, tokyoDay } from '../../../shared/model/day'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { readTable } from '../../reader'
import { dayDoubts, hasRosterHead, type PlannedRoster, planRoster, readRoster, sketchRoster, type WrittenRosterDay, writtenRosterDay } from '../../roster'
import { applyRoster, readDepartment, readRosterOn } from '../../store'
import { act } from '../act'
import type { Engine, Handlers } from '../handler'
import { asOwner } from '../jobs/ownership/asOwner'
import { rematch } from '../jobs/rematch/rematch'

type Request = Input<'roster.preview'>
type Department = Parameters<typeof planRoster>[1]

async function readFile({ path, sheet = null }: Request) {
  const bytes = await readWhole(path)
  return bytes.ok ? readTable(bytes.value, { sheet, fits: hasRosterHead }) : bytes
}

type Table = Extract<Awaited<ReturnType<typeof readFile>>, { readonly ok: true }>['value']

/** The day a roster is of: the one given, else the one it names itself. */
function dayOf({ on }: Request, written: WrittenRosterDay | null): Result<Day> {
  if (on !== null) return success(on)
  if (written === null) return failure({ code: 'roster.day-missing' })
  return written.day === null ? failure({ code: 'roster.day-wrong', detail: written.text }) : success(written.day)
}

/** What a roster file would change in the department that is held. */
function planned(table: Table, request: Request, department: Department) {
  const written = writtenRosterDay(table.rows, table.sheet, basename(request.path))
  const on = dayOf(request, written)
  // A file that is no roster says so before its day is asked for.
  const read = readRoster(table.rows, { mapping: request.mapping, on: on.ok ? on.value : firstDay })
  if (!read.ok) return { written, on, result: read }
  const noted = { ...read.value, problems: [...sheetNote(table), ...read.value.problems] }
  return { written, on, result: on.ok ? success({ read: noted, ...planRoster(noted, department, on.value) }) : on }
}

/** The sheet that was read, where the workbook has several. */
const sheetNote = ({ sheet, sheets }: Table): readonly RosterProblem[] =>
  sheets.length > 1 ? [{ code: 'roster.sheet-read', row: null, column: null, value: sheet }] : []

/** Whether importing is refused: without people it would end everybody; a doubtful day must be confirmed. */
function refusal({ people, ended }: RosterSummary, doubts: readonly Problem[], confirmed: boolean): Problem | null {
  if (people === 0 && ended > 0) return { code: 'roster.nobody' }
  return confirmed ? null : (doubts[0] ?? null)
}

/** How many people of each group are listed. */
const listedPeople = 1000

/** The people behind three numbers of a plan, with their names. */
function listed({ people, plan }: PlannedRoster, department: Department) {
  const names = new Map([...department.people, ...plan.people.add, ...plan.people.change].map(({ staffNumber, name }) => [staffNumber, name]))
  const named = (numbers: readonly string[]) => numbers.slice(0, listedPeople).map((staffNumber) => ({ staffNumber, name: names.get(staffNumber) ?? '' }))
  return { new: named(people.new), changed: named(people.changed), ended: named(people.ended) }
}

const nobodyYet: Department = { people: [], assignments: [], divisions: [] }

/** What a roster would change; nothing is written. Without an engine: in a department that holds nobody yet. */
export async function rehearseRoster(request: Request, engine: Engine | null): Promise<Result<RosterSummary>> {
  const table = await readFile(request)
  if (!table.ok) return table
  const { result } = planned(table.value, request, engine === null ? nobodyYet : readDepartment(engine.db))
  return result.ok ? success(result.value.summary) : result
}

export const roster: Pick<Handlers, 'roster.preview' | 'roster.import'> = {
  'roster.preview': async (request, { db, now }) => {
    const table = await readFile(request)
    if (!table.ok) return table
    const department = readDepartment(db)
    const { written, on, result: read } = planned(table.value, request, department)
    const { headers, mapping, firstRows } = read.ok ? read.value.read : sketchRoster(table.value.rows, request.mapping)
    const doubts = on.ok ? dayDoubts(on.value, { today: tokyoDay(now()), newest: readRosterOn(db), written }) : []
    return success({
      on: on.ok ? on.value : null,
      written,
      doubts: [...doubts],
      sheet: table.value.sheet,
      sheets: [...table.value.sheets],
      summary: read.ok ? read.value.summary : null,
      people: read.ok ? listed(read.value, department) : { new: [], changed: [], ended: [] },
      problem: read.ok ? null : read.problem,
      encoding: table.value.encoding,
      headers: [...headers],
      mapping,
      firstRows: firstRows.map((row) => [...row]),
    })
  },
  'roster.import': async (request, engine) => {
    const table = await readFile(request)
    if (!table.ok) return table
    return asOwner(engine, 'roster', () => applyTable(table.value, request, engine))
  },
}

/** Plans the changes against the department as it is now, and makes them: as the owner, so that no other program changes it in between. */
async function applyTable(table: Table, request: Input<'roster.import'>, engine: Engine): Promise<Result<RosterSummary>> {
  const { written, on, result: read } = planned(table, request, readDepartment(engine.db))
  if (!on.ok) return on
  if (!read.ok) return read
  const doubts = dayDoubts(on.value, { today: tokyoDay(engine.now()), newest: readRosterOn(engine.db), written })
  const refused = refusal(read.value.summary, doubts, request.confirmed === true)
  if (refused) return failure(refused)
  const applied = applyRoster(engine.db, { plan: read.value.plan, on: on.value, ...act(engine) })
  if (!applied.ok) return applied
  const again = await rematch(engine)
  return again.ok ? success(read.value.summary) : again
}
