import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { writeLine, writeRow } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

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
      if (words.json) await writeLine(surroundings, { kind: 'skills', ...done.value })
      else await writeRow(surroundings, texts[surroundings.locale].cli.mapped(done.value.mappings, done.value.skills))
      return success(null)
    }),
}

/** `skills propose`: what alignment, tags and names suggest for achievements without a mapping. */
export const skillsPropose: Verb = {
  name: 'skills propose',
  usage: '--data DIR [--accept] [--json]',
  options: { data: { type: 'string' }, accept: { type: 'boolean' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const proposed = await handlers['skills.propose']({}, engine)
      if (!proposed.ok) return proposed
      const { proposals } = proposed.value
      for (const proposal of proposals) {
        if (words.json) await writeLine(surroundings, { kind: 'proposal', ...proposal })
        else await writeRow(surroundings, proposal.achievementName ?? proposal.achievementId, '→', `${proposal.skill} Lv${proposal.level}`, proposal.reason)
      }
      const accept = words.flag('accept')
      if (accept) {
        const accepted = await handlers['skills.accept'](
          { mappings: proposals.map(({ achievementId, skill, level }) => ({ achievementId, skill, level })) },
          engine,
        )
        if (!accepted.ok) return accepted
      }
      if (words.json) await writeLine(surroundings, { kind: 'skills', proposals: proposals.length, accepted: accept ? proposals.length : 0 })
      else await writeRow(surroundings, texts[surroundings.locale].cli.proposals(proposals.length, accept))
      return success(null)
    }),
}
