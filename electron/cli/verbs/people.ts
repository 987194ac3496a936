import { failure, success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { writeLine, writeRow } from '../output'
import { readScope, scopeOptions } from '../scope'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

const pageSize = 1000

/** `people`: the people behind a number; as many as the holders of the same skill, level and division. */
export const people: Verb = {
  name: 'people',
  usage: '--data DIR --on DATE [--skill S] [--level N] [--division CODE] [--grades …] [--include-leave] [--with-leavers] [--json]',
  options: { ...scopeOptions, skill: { type: 'string' }, level: { type: 'string' }, division: { type: 'string' } },
  rest: [0, 0],
  required: ['on'],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const scope = readScope(words)
      const table = await handlers['coverage.read'](scope, engine)
      if (!table.ok) return table
      const [skill, divisionCode] = [words.text('skill'), words.text('division')]
      if (skill !== null && !table.value.skills.some(({ path }) => path === skill)) return failure({ code: 'skill.not-found', detail: skill })
      if (divisionCode !== null && !table.value.divisions.some(({ code }) => code === divisionCode))
        return failure({ code: 'division.not-found', detail: divisionCode })
      const text = texts[surroundings.locale]
      let total = 0
      let contested = 0
      for (let offset = 0; offset === 0 || offset < total; offset += pageSize) {
        const read = await handlers['people.list']({ scope, skill, divisionCode, text: null, which: 'counting', offset, limit: pageSize }, engine)
        if (!read.ok) return read
        total = read.value.total
        for (const { staffNumber, name, kana, divisionCode: code, division, post, skills } of read.value.people) {
          const held = skills
            .filter(({ counts }) => counts)
            .map(({ skill: path, level, credentialId, credentialUri, grade, contested }) => ({
              skill: path,
              level,
              credentialId: credentialUri ?? String(credentialId),
              grade,
              // Only where it is true; the other members are in every line.
              ...(contested ? { problems: [{ code: 'credential.contested-id' as const }] } : {}),
            }))
          contested += held.filter(({ problems }) => problems !== undefined).length
          if (words.json) await writeLine(surroundings, { kind: 'person', staffNumber, name, kana, divisionCode: code, post, skills: held })
          else {
            const skillWords = held.map(
              ({ skill: path, level, problems }) => `${path} ${text.shell.level(level)}${problems === undefined ? '' : ` (${text.shell.contested})`}`,
            )
            await writeRow(surroundings, staffNumber, name, kana, division, post, text.shell.list(skillWords))
          }
        }
      }
      if (!words.json) {
        const { found, next } = text.problems['credential.contested-id']
        await writeRow(surroundings, text.cli.people(total))
        if (contested > 0) await writeRow(surroundings, `${found} ${next}`)
      }
      return success(null)
    }),
}
