import type { CommandLineSurroundings } from '../../../shared/contract/commandLine'
import type { RosterSummary } from '../../../shared/contract/roster'
import { type Result, success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { readMappingFile } from '../../engine/files/mappingFile'
import { handlers } from '../../engine/handlers'
import { rehearseRoster } from '../../engine/handlers/roster'
import { holdsData } from '../../engine/open'
import { inWords, writeLine, writeRow } from '../output'
import type { Done, Verb, Words } from '../verb'
import { withEngine } from '../withEngine'

/** `roster`: the department as it stands on a day. */
export const roster: Verb = {
  name: 'roster',
  usage: '<file> --data DIR [--on DATE] [--mapping FILE] [--dry-run] [--take-over] [--json]',
  options: { data: { type: 'string' }, on: { type: 'string' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'take-over': { type: 'boolean' } },
  rest: [1, 1],
  run: async (words, surroundings) => {
    const mappingPath = words.text('mapping')
    const mapping = mappingPath === null ? success(null) : await readMappingFile(mappingPath)
    if (!mapping.ok) return mapping
    const path = words.rest[0]!
    // A day that is typed is confirmed; without one the file's own day is taken, else today.
    const given = { path, on: words.text('on') === null ? null : words.on, mapping: mapping.value, confirmed: words.text('on') !== null }
    const request = given
    // Without data there is nothing to compare with, and a dry run does not begin any.
    if (words.flag('dry-run') && !holdsData(words.dataFolder)) return tell(await rehearseRoster(request, null), words, surroundings)
    return withEngine(words, surroundings, 'make', async (engine) =>
      tell(await (words.flag('dry-run') ? rehearseRoster(request, engine) : handlers['roster.import'](request, engine)), words, surroundings),
    )
  },
}

async function tell(answered: Result<RosterSummary>, words: Words, surroundings: CommandLineSurroundings): Promise<Done> {
  if (!answered.ok) return answered
  const summary = answered.value
  if (words.json) {
    const problems = summary.problems.map(({ row, column, code, value }) => ({ row, column, code, value }))
    await writeLine(surroundings, { kind: 'roster', ...summary, problems })
    return success(null)
  }
  const text = texts[surroundings.locale]
  const { problems, renamedDivisions, ...counts } = summary
  await writeRow(surroundings, inWords(text.cli.counts, counts))
  for (const { code, from, to } of renamedDivisions) await writeRow(surroundings, `${code}: ${from} → ${to}`)
  for (const { row, column, code, value } of problems) await writeRow(surroundings, row, column, value, text.problems[code].found)
  return success(null)
}
