import type { RosterMapping } from '../../../shared/contract/roster'
import type { Day } from '../../../shared/model/day'
import { success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { readTable } from '../../reader'
import { planRoster, readRoster } from '../../roster'
import { applyRoster, readDepartment } from '../../store'
import { act } from '../act'
import type { Engine } from '../handler'
import { matchAgain } from '../matching'
import type { Handlers } from '.'

/** Reads a roster file and says what it would change. */
async function plan({ path, on, mapping }: { readonly path: string; readonly on: Day; readonly mapping: RosterMapping | null }, { db }: Engine) {
  const bytes = await readWhole(path)
  if (!bytes.ok) return bytes
  const table = readTable(bytes.value)
  if (!table.ok) return table
  const read = readRoster(table.value.rows, { mapping, on })
  if (!read.ok) return read
  return success({ table: table.value, read: read.value, ...planRoster(read.value, readDepartment(db), on) })
}

export const roster: Pick<Handlers, 'roster.preview' | 'roster.import'> = {
  'roster.preview': async (request, engine) => {
    const planned = await plan(request, engine)
    if (!planned.ok) return planned
    const { table, read, summary } = planned.value
    return success({ summary, encoding: table.encoding, headers: [...read.headers], mapping: read.mapping, firstRows: read.firstRows.map((row) => [...row]) })
  },
  'roster.import': async (request, engine) => {
    const planned = await plan(request, engine)
    if (!planned.ok) return planned
    const applied = applyRoster(engine.db, { plan: planned.value.plan, on: request.on, ...act(engine) })
    if (!applied.ok) return applied
    const again = matchAgain(engine)
    if (!again.ok) return again
    engine.tell('data.changed', { what: 'roster' })
    return success(planned.value.summary)
  },
}
