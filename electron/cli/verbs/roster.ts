import { rosterMapping } from '../../../shared/contract/roster'
import { failure, type Result, success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { readWhole } from '../../disk/readWhole'
import { handlers } from '../../engine/handlers'
import { decodeText, readJson } from '../../reader'
import { inWords, writeLine } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** Our name → their header, from the JSON file of `--mapping`. */
async function readMapping(path: string | null): Promise<Result<Record<string, string> | null>> {
  if (path === null) return success(null)
  const read = await readWhole(path)
  if (!read.ok) return read
  const json = readJson(decodeText(read.value).text)
  const parsed = rosterMapping.safeParse(json.ok ? json.value : undefined)
  return parsed.success ? success(parsed.data) : failure({ code: 'roster.mapping', detail: path })
}

/** `roster`: the department as it stands on a day. */
export const roster: Verb = {
  name: 'roster',
  usage: '<file> --data DIR [--on DATE] [--mapping FILE] [--dry-run] [--json]',
  options: { data: { type: 'string' }, on: { type: 'string' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'make', async (engine) => {
      const mapping = await readMapping(words.text('mapping'))
      if (!mapping.ok) return mapping
      const request = { path: words.rest[0]!, on: words.on, mapping: mapping.value }
      const answered = words.flag('dry-run') ? await handlers['roster.preview'](request, engine) : await handlers['roster.import'](request, engine)
      if (!answered.ok) return answered
      const summary = 'summary' in answered.value ? answered.value.summary : answered.value
      if (words.json) {
        const problems = summary.problems.map(({ row, column, code, value }) => ({ row, column, code, value }))
        await writeLine(surroundings, { kind: 'roster', ...summary, problems })
      } else {
        const text = texts[surroundings.locale]
        const { problems, renamedDivisions, ...counts } = summary
        await surroundings.write(`${inWords(text.cli.counts, counts)}\n`)
        for (const { code, from, to } of renamedDivisions) await surroundings.write(`${code}: ${from} → ${to}\n`)
        for (const { row, column, code, value } of problems)
          await surroundings.write(`${row ?? ''}\t${column ?? ''}\t${value ?? ''}\t${text.problems[code].found}\n`)
      }
      return success(null)
    }),
}
