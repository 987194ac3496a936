import type { CommandLineSurroundings } from '../../../shared/contract/commandLine'
import type { RosterSummary } from '../../../shared/contract/roster'
import type { Day } from '../../../shared/model/day'
import { type Result, success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { readMappingFile } from '../../engine/files/readMappingFile'
import type { Engine } from '../../engine/handler'
import { handlers } from '../../engine/handlers'
import { rehearseRoster } from '../../engine/handlers/roster'
import { holdsData } from '../../engine/open'
import { inWords, writeLine, writeRow } from '../output'
import type { Done, Verb, Words } from '../verb'
import { withEngine } from '../withEngine'

/** `roster`: the department on a day. */
export const roster: Verb = {
  name: 'roster',
  usage: '<file> --data DIR [--on DATE] [--mapping FILE] [--dry-run] [--take-over] [--json]',
  options: { data: { type: 'string' }, on: { type: 'string' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'take-over': { type: 'boolean' } },
  rest: [1, 1],
  run: async (words, surroundings) => {
    const mappingPath = words.text('mapping')
    const mapping = mappingPath === null ? success(null) : await readMappingFile(mappingPath)
    if (!mapping.ok) return mapping
    // A day that is typed is confirmed by that; without one it is the day the file names, else today.
    const isDayGiven = words.text('on') !== null
    const request = { path: words.rest[0]!, on: isDayGiven ? words.on : null, mapping: mapping.value, confirmed: isDayGiven }
    const once = (on: Day | null, engine: Engine | null) =>
      words.flag('dry-run') || engine === null ? rehearseRoster({ ...request, on }, engine) : handlers['roster.import']({ ...request, on }, engine)
    const apply = async (engine: Engine | null) => {
      const answered = await once(request.on, engine)
      const isDayMissing = !answered.ok && answered.problem.code === 'roster.day-missing'
      return writeSummary(isDayMissing ? await once(words.on, engine) : answered, words, surroundings)
    }
    // Without data the roster is compared with an empty department: a dry run makes no data.
    return words.flag('dry-run') && !holdsData(words.dataFolder) ? apply(null) : withEngine(words, surroundings, 'make', apply)
  },
}

async function writeSummary(answered: Result<RosterSummary>, words: Words, surroundings: CommandLineSurroundings): Promise<Done> {
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
