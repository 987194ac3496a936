import type { Input, Output } from '../../../shared/contract'
import { type Result, success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { readTable } from '../../reader'
import { planRoster, readRoster } from '../../roster'
import { applyRoster, readDepartment } from '../../store'
import { act } from '../act'
import { findPeopleAgain } from '../jobs/verifyAgain'
import type { Handlers } from '.'

type Request = Input<'roster.preview'>
type Department = Parameters<typeof planRoster>[1]

/** Reads a roster file and says what it would change in the department that is held. */
async function plan({ path, on, mapping }: Request, department: Department) {
  const bytes = await readWhole(path)
  if (!bytes.ok) return bytes
  const table = readTable(bytes.value)
  if (!table.ok) return table
  const read = readRoster(table.value.rows, { mapping, on })
  if (!read.ok) return read
  return success({ table: table.value, read: read.value, ...planRoster(read.value, department, on) })
}

/** What a roster would change; nothing is written. Without a department: in one that holds nobody yet. */
export async function previewRoster(
  request: Request,
  department: Department = { people: [], assignments: [], divisions: [] },
): Promise<Result<Output<'roster.preview'>>> {
  const planned = await plan(request, department)
  if (!planned.ok) return planned
  const { table, read, summary } = planned.value
  return success({ summary, encoding: table.encoding, headers: [...read.headers], mapping: read.mapping, firstRows: read.firstRows.map((row) => [...row]) })
}

export const roster: Pick<Handlers, 'roster.preview' | 'roster.import'> = {
  'roster.preview': (request, { db }) => previewRoster(request, readDepartment(db)),
  'roster.import': async (request, engine) => {
    const planned = await plan(request, readDepartment(engine.db))
    if (!planned.ok) return planned
    const applied = applyRoster(engine.db, { plan: planned.value.plan, on: request.on, ...act(engine) })
    if (!applied.ok) return applied
    const again = await findPeopleAgain(engine)
    if (!again.ok) return again
    engine.tell('data.changed', { what: 'roster' })
    return success(planned.value.summary)
  },
}
