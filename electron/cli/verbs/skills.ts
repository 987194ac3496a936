import type { Output } from '../../../shared/contract'
import type { CommandLineSurroundings } from '../../../shared/contract/commandLine'
import type { AchievementRow } from '../../../shared/contract/people'
import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { writeLine, writeRow } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** The name of an achievement, or its id where no counting badge describes it. */
const named = ({ achievementName, achievementId }: AchievementRow): string => achievementName ?? achievementId

const issuerOf = ({ issuerName, issuerId }: AchievementRow): string => issuerName ?? issuerId ?? ''

/** Issuers whose badges of a mapped achievement wait for a decision. */
async function writeOtherIssuers(rows: readonly AchievementRow[], json: boolean, surroundings: CommandLineSurroundings): Promise<void> {
  for (const row of rows) {
    if (json) await writeLine(surroundings, { kind: 'other-issuer', ...row, problem: { code: 'mapping.other-issuer' } })
    else await writeRow(surroundings, 'mapping.other-issuer', named(row), issuerOf(row), row.badges)
  }
}

/** `skills import`: the city's own mapping of achievements to skills. */
export const skillsImport: Verb = {
  name: 'skills import',
  usage: 'FILE --data DIR [--json]',
  options: { data: { type: 'string' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'make', async (engine) => {
      const done = await handlers['skills.import']({ path: words.rest[0]! }, engine)
      if (!done.ok) return done
      const { mappings, skills, waiting, otherIssuers } = done.value
      const { cli } = texts[surroundings.locale]
      if (words.json) await writeLine(surroundings, { kind: 'skills', mappings, skills })
      else await writeRow(surroundings, `${cli.mapped(mappings, skills)}${cli.mappedLeft(waiting, otherIssuers)}`)
      return success(null)
    }),
}

/** `skills propose`: mappings that alignments, tags and names suggest for achievements without one. */
export const skillsPropose: Verb = {
  name: 'skills propose',
  usage: '--data DIR [--accept] [--json]',
  options: { data: { type: 'string' }, accept: { type: 'boolean' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const proposed = await handlers['skills.propose']({}, engine)
      if (!proposed.ok) return proposed
      const { proposals, otherIssuers } = proposed.value
      for (const proposal of proposals) {
        if (words.json) await writeLine(surroundings, { kind: 'proposal', ...proposal })
        else await writeRow(surroundings, named(proposal), issuerOf(proposal), '→', `${proposal.skill} Lv${proposal.level}`, proposal.reason)
      }
      await writeOtherIssuers(otherIssuers, words.json, surroundings)
      const accept = words.flag('accept')
      if (accept) {
        const accepted = await handlers['skills.accept'](
          { mappings: proposals.map(({ achievementId, issuerId, skill, level }) => ({ achievementId, issuerId, skill, level })) },
          engine,
        )
        if (!accepted.ok) return accepted
      }
      if (words.json) await writeLine(surroundings, { kind: 'skills', proposals: proposals.length, accepted: accept ? proposals.length : 0 })
      else await writeRow(surroundings, texts[surroundings.locale].cli.proposals(proposals.length, accept))
      return success(null)
    }),
}

type Mapping = Output<'skills.read'>['mappings'][number]

const mappingCells = (mapping: Mapping): readonly string[] => [
  named(mapping),
  issuerOf(mapping),
  mapping.bound ?? 'waiting',
  '→',
  `${mapping.skill} Lv${mapping.level}`,
]

/** `skills list`: every mapping with its issuer and the reason, the issuers that wait for a decision, and achievements that are not mapped. */
export const skillsList: Verb = {
  name: 'skills list',
  usage: '--data DIR [--json]',
  options: { data: { type: 'string' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const read = await handlers['skills.read']({}, engine)
      if (!read.ok) return read
      const { mappings, otherIssuers, unmapped } = read.value
      for (const mapping of mappings) {
        if (words.json) await writeLine(surroundings, { kind: 'mapping', ...mapping })
        else await writeRow(surroundings, ...mappingCells(mapping))
      }
      await writeOtherIssuers(otherIssuers, words.json, surroundings)
      for (const row of unmapped) {
        if (words.json) await writeLine(surroundings, { kind: 'unmapped', ...row })
        else await writeRow(surroundings, named(row), issuerOf(row), row.badges)
      }
      if (words.json) await writeLine(surroundings, { kind: 'skills', mappings: mappings.length, otherIssuers: otherIssuers.length, unmapped: unmapped.length })
      return success(null)
    }),
}
