import { success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { readTable } from '../../reader'
import { proposeMappings, readMappings } from '../../roster'
import { achievementsWithoutMapping, importMappings, readSkills } from '../../store'
import { act } from '../act'
import type { Handlers } from '.'

export const skills: Pick<Handlers, 'skills.read' | 'skills.propose' | 'skills.accept' | 'skills.import'> = {
  'skills.read': (_input, { db }) => success(readSkills(db)),
  'skills.propose': (_input, { db }) => {
    const { skills: known } = readSkills(db)
    return success({ proposals: [...proposeMappings(achievementsWithoutMapping(db), known.map(({ path }) => path))] })
  },
  'skills.accept': ({ mappings }, engine) => {
    const saved = importMappings(engine.db, { mappings, ...act(engine) })
    if (!saved.ok) return saved
    engine.tell('data.changed', { what: 'skills' })
    return success({ accepted: mappings.length })
  },
  'skills.import': async ({ path }, engine) => {
    const bytes = await readWhole(path)
    if (!bytes.ok) return bytes
    const table = readTable(bytes.value)
    if (!table.ok) return table
    const read = readMappings(table.value.rows)
    if (!read.ok) return read
    const saved = importMappings(engine.db, { mappings: read.value, ...act(engine) })
    if (!saved.ok) return saved
    engine.tell('data.changed', { what: 'skills' })
    return success({ mappings: read.value.length, skills: new Set(read.value.map(({ skill }) => skill)).size })
  },
}
