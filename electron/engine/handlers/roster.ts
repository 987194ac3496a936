import type { Input } from '../../../shared/contract'
import type { RosterSummary } from '../../../shared/contract/roster'
import { type Result, success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { readTable } from '../../reader'
import { planRoster, readRoster, sketchRoster } from '../../roster'
import { applyRoster, readDepartment } from '../../store'
import { act } from '../act'
import type { Engine, Handlers } from '../handler'
import { asOwner } from '../jobs/ownership/asOwner'
import { rematch } from '../jobs/rematch/rematch'

type Request = Input<'roster.preview'>
type Department = Parameters<typeof planRoster>[1]

async function readFile({ path }: Request) {
  const bytes = await readWhole(path)
  return bytes.ok ? readTable(bytes.value) : bytes
}

type Table = Extract<Awaited<ReturnType<typeof readFile>>, { readonly ok: true }>['value']

/** What a roster file would change in the department that is held. */
function planned({ rows }: Table, { on, mapping }: Request, department: Department) {
  const read = readRoster(rows, { mapping, on })
  return read.ok ? success({ read: read.value, ...planRoster(read.value, department, on) }) : read
}

const nobodyYet: Department = { people: [], assignments: [], divisions: [] }

/** What a roster would change; nothing is written. Without an engine: in a department that holds nobody yet. */
export async function rehearseRoster(request: Request, engine: Engine | null): Promise<Result<RosterSummary>> {
  const table = await readFile(request)
  if (!table.ok) return table
  const read = planned(table.value, request, engine === null ? nobodyYet : readDepartment(engine.db))
  return read.ok ? success(read.value.summary) : read
}

export const roster: Pick<Handlers, 'roster.preview' | 'roster.import'> = {
  'roster.preview': async (request, { db }) => {
    const table = await readFile(request)
    if (!table.ok) return table
    const read = planned(table.value, request, readDepartment(db))
    const { headers, mapping, firstRows } = read.ok ? read.value.read : sketchRoster(table.value.rows, request.mapping)
    return success({
      summary: read.ok ? read.value.summary : null,
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
async function applyTable(table: Table, request: Request, engine: Engine): Promise<Result<RosterSummary>> {
  const read = planned(table, request, readDepartment(engine.db))
  if (!read.ok) return read
  const applied = applyRoster(engine.db, { plan: read.value.plan, on: request.on, ...act(engine) })
  if (!applied.ok) return applied
  const again = await rematch(engine)
  return again.ok ? success(read.value.summary) : again
}
