import { success } from '../../../shared/model/problem'
import { readWhole } from '../../disk/readWhole'
import { readTable } from '../../reader'
import { proposeMappings, readMappings as readMappingRows } from '../../roster'
import { achievementsWithoutMapping, bindByHand, importMappings, readSkills } from '../../store'
import { act } from '../act'
import type { Handlers } from '../handler'

/** An issuer and an achievement's id as one text. */
const keyOf = (issuerId: string | null | undefined, achievementId: string): string => JSON.stringify([issuerId, achievementId])

export const skills: Pick<Handlers, 'skills.read' | 'skills.propose' | 'skills.accept' | 'skills.bind' | 'skills.import'> = {
  'skills.read': (_input, { db }) => success(readSkills(db)),
  'skills.propose': (_input, { db }) => {
    const achievements = achievementsWithoutMapping(db)
    const { skills: known, otherIssuers } = readSkills(db)
    const byKey = new Map(achievements.map((achievement) => [keyOf(achievement.issuerId, achievement.id), achievement]))
    const proposals = proposeMappings(
      achievements,
      known.map(({ path }) => path),
    )
    return success({
      proposals: proposals.map((proposal) => {
        const { name, issuerId, issuerName, claims, badges } = byKey.get(keyOf(proposal.issuerId, proposal.achievementId))! // Proposed from one of them.
        return { ...proposal, achievementName: name, issuerId, issuerName, claims: [...claims], badges }
      }),
      otherIssuers,
    })
  },
  'skills.accept': ({ mappings }, engine) => {
    const saved = importMappings(engine.db, { mappings, beside: true, ...act(engine) })
    if (!saved.ok) return saved
    return success({ accepted: mappings.length })
  },
  'skills.bind': (decision, engine) => {
    const saved = bindByHand(engine.db, { ...decision, ...act(engine) })
    if (!saved.ok) return saved
    return success({})
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
    const { mappings, otherIssuers } = readSkills(engine.db)
    return success({
      mappings: read.value.length,
      skills: new Set(read.value.map(({ skill }) => skill)).size,
      waiting: mappings.filter(({ bound }) => bound === null).length,
      otherIssuers: otherIssuers.length,
    })
  },
}
