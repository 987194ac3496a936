import { success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { readTable } from '../../reader'
import { proposeMappings, readMappings as readMappingRows } from '../../roster'
import { achievementsWithoutMapping, importMappings, readMappings, readSkills } from '../../store'
import { act } from '../act'
import type { Handlers } from '../handler'

export const skills: Pick<Handlers, 'skills.read' | 'skills.propose' | 'skills.accept' | 'skills.import'> = {
  'skills.read': (_input, { db }) => success(readSkills(db)),
  'skills.propose': (_input, { db }) => {
    const achievements = achievementsWithoutMapping(db)
    const { skills: known } = readSkills(db)
    const byId = new Map(achievements.map((achievement) => [achievement.id, achievement]))
    const proposals = proposeMappings(
      achievements,
      known.map(({ path }) => path),
      readMappings(db),
    )
    return success({
      proposals: proposals.map((proposal) => {
        const { name = null, badges = 0 } = byId.get(proposal.achievementId) ?? {}
        return { ...proposal, achievementName: name, badges }
      }),
    })
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
    const read = readMappingRows(table.value.rows)
    if (!read.ok) return read
    const saved = importMappings(engine.db, { mappings: read.value, ...act(engine) })
    if (!saved.ok) return saved
    engine.tell('data.changed', { what: 'skills' })
    return success({ mappings: read.value.length, skills: new Set(read.value.map(({ skill }) => skill)).size })
  },
}
