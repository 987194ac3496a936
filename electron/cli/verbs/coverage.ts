import type { CoverageTable } from '../../../shared/contract/coverage'
import { cellKey, isMet, noHolder, requiredInCells } from '../../../shared/coverage'
import { failure, success } from '../../../shared/model/problem'
import { levels } from '../../../shared/model/skill'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { csvLine } from '../csv'
import { writeLine, writeRow } from '../output'
import { readScope, scopeOptions } from '../scope'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

interface CoverageLine {
  readonly kind: 'coverage'
  readonly divisionCode: string | null
  readonly division: string
  readonly skill: string
  readonly level: number
  readonly holders: number
  readonly people: number
  readonly required: number | null
  readonly met: boolean | null
}

/** The lines of one division and skill: one for each minimum level that a person reaches. */
function* linesOf(tables: readonly CoverageTable[], code: string | null, required: ReadonlyMap<string, number>): Generator<CoverageLine> {
  const [first] = tables
  for (const [row, division] of first!.divisions.entries()) {
    if (code !== null && division.code !== code) continue
    for (const [column, skill] of first!.skills.entries()) {
      for (const table of tables) {
        const holders = table.holders[row]![column]!
        if (noHolder(holders)) continue
        const need = required.get(cellKey(division.code, skill.path, table.scope.level)) ?? null
        yield {
          kind: 'coverage',
          divisionCode: division.code,
          division: division.path,
          skill: skill.path,
          level: table.scope.level,
          holders,
          people: division.people,
          required: need,
          met: isMet({ holders, required: need }),
        }
      }
    }
  }
}

/** `coverage`: the holders of each skill in each division on a day. */
export const coverage: Verb = {
  name: 'coverage',
  usage: '--data DIR --on DATE [--grades verified,confirmed] [--division CODE] [--include-leave] [--with-leavers] [--json|--csv]',
  options: { ...scopeOptions, division: { type: 'string' }, csv: { type: 'boolean' } },
  rest: [0, 0],
  required: ['on'],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const tables: CoverageTable[] = []
      for (const level of levels) {
        const read = await handlers['coverage.read']({ ...readScope(words), level }, engine)
        if (!read.ok) return read
        tables.push(read.value)
      }
      const { cli } = texts[surroundings.locale]
      const code = words.text('division')
      if (code !== null && !tables[0]!.divisions.some((division) => division.code === code)) return failure({ code: 'division.not-found', detail: code })
      const { level: _level, ...scope } = readScope(words)
      const gap = await handlers['gap.read']({ scope, divisionCode: null }, engine)
      if (!gap.ok) return gap
      // A target of `sections` is one of the requirement's many: the line of a division shows what is required of it alone.
      const required = requiredInCells(gap.value.targets.filter(({ reach }) => reach === 'division'))
      if (words.flag('csv')) await surroundings.write(csvLine(['divisionCode', 'division', 'skill', 'level', 'holders', 'people', 'required', 'met']))
      for (const line of linesOf(tables, code, required)) {
        const { divisionCode, division, skill, level, holders, people, required: need, met } = line
        if (words.flag('csv'))
          await surroundings.write(csvLine([divisionCode ?? '', division, skill, level, holders, people, need ?? '', met === null ? '' : String(met)]))
        else if (words.json) await writeLine(surroundings, line)
        else await writeRow(surroundings, division, skill, `Lv${level}`, `${holders}/${people}`, ...(need === null ? [] : [cli.required(need)]))
      }
      return success(null)
    }),
}
