import type { GapTarget } from '../../../shared/contract/requirement'
import { tokyoDay } from '../../../shared/model/day'
import { failure, success } from '../../../shared/model/problem'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { csvLine } from '../csv'
import { writeLine, writeRow } from '../output'
import { readScope, scopeOptions } from '../scope'
import type { Verb, Words } from '../verb'
import { withEngine } from '../withEngine'
import { amountOf } from './requirements'

/** Whether leavers are left out: as asked, else on a day to come. */
const withLeavers = (words: Words): boolean => words.flag('with-leavers') || (!words.flag('without-leavers') && words.on > tokyoDay(words.at))

const lineOf = ({ id, divisionCode, division, skill, level, rule, required, holders, people, state, short, busFactor, exception }: GapTarget) => ({
  kind: 'target',
  id,
  divisionCode,
  division,
  skill,
  level,
  rule: rule.kind,
  amount: amountOf(rule),
  required,
  holders,
  people,
  state,
  short,
  busFactor,
  exception,
})

const columns = [
  'id',
  'divisionCode',
  'division',
  'skill',
  'level',
  'rule',
  'amount',
  'required',
  'holders',
  'people',
  'state',
  'short',
  'busFactor',
  'exception',
]

/** `gap`: what each requirement asks for in each division on a day, and what is missing. */
export const gap: Verb = {
  name: 'gap',
  usage:
    '--data DIR --on DATE [--with-leavers|--without-leavers] [--grades verified,confirmed] [--division CODE] [--include-leave] [--at INSTANT] [--json|--csv]',
  options: { ...scopeOptions, 'without-leavers': { type: 'boolean' }, at: { type: 'string' }, division: { type: 'string' }, csv: { type: 'boolean' } },
  rest: [0, 0],
  required: ['on'],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const { level, ...scope } = { ...readScope(words), withLeavers: withLeavers(words) }
      const divisionCode = words.text('division')
      if (divisionCode !== null) {
        const table = await handlers['coverage.read']({ ...scope, level }, engine)
        if (!table.ok) return table
        if (!table.value.divisions.some(({ code }) => code === divisionCode)) return failure({ code: 'division.not-found', detail: divisionCode })
      }
      const read = await handlers['gap.read']({ scope, divisionCode }, engine)
      if (!read.ok) return read
      const { targets, totals, gone } = read.value
      const { cli } = texts[surroundings.locale]
      if (words.flag('csv')) await surroundings.write(csvLine(columns))
      for (const target of targets) {
        const { kind, ...line } = lineOf(target)
        const cells = Object.values(line).map((cell) => cell ?? '')
        if (words.flag('csv')) await surroundings.write(csvLine(cells))
        else if (words.json) await writeLine(surroundings, { kind, ...line })
        else
          await writeRow(
            surroundings,
            target.id,
            target.division === '*' ? cli.city : target.division,
            target.skill,
            `Lv${target.level}`,
            `${target.holders}/${target.required}`,
            target.state === 'unmet' ? cli.targetStates.unmet(target.short) : cli.targetStates[target.state],
          )
      }
      if (words.flag('csv')) return success(null)
      for (const one of gone) {
        if (words.json) await writeLine(surroundings, { kind: 'gone', id: one.id, divisionCode: one.divisionCode, skill: one.skill, gone: one.gone })
        else await writeRow(surroundings, one.id, one.divisionCode, one.skill, one.gone.map((what) => cli.gone[what]).join(' '))
      }
      if (words.json) await writeLine(surroundings, { kind: 'gap', ...totals })
      else await writeRow(surroundings, cli.gap(totals))
      return success(null)
    }),
}
