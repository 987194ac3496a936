import { success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { readMappingFile } from '../../engine/mappingFile'
import { inWords, writeLine } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** `roster`: the department as it stands on a day. */
export const roster: Verb = {
  name: 'roster',
  usage: '<file> --data DIR [--on DATE] [--mapping FILE] [--dry-run] [--json]',
  options: { data: { type: 'string' }, on: { type: 'string' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'make', async (engine) => {
      const mappingPath = words.text('mapping')
      const mapping = mappingPath === null ? success(null) : await readMappingFile(mappingPath)
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
