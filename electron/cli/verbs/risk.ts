import type { RiskTable } from '../../../shared/contract/risk'
import type { Day } from '../../../shared/model/day'
import { success } from '../../../shared/model/problem'
import { countingGrades } from '../../../shared/model/verification'
import { texts } from '../../../shared/text'
import { handlers } from '../../engine/handlers'
import { writeLine, writeRow } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** The lines of the table in their order: losses, single holders, badges that end, leavers, and the sums. */
function linesOf({ losses, single, ending, leavers }: RiskTable): readonly object[] {
  return [
    ...losses.map(({ divisionCode, division, skill, level, before, after, hole, target, because }) => {
      const required = target === null ? { required: null } : { id: target.id, required: target.required, requiredBefore: target.requiredBefore }
      return { kind: 'loss', divisionCode, division, skill, level, before, after, ...required, hole, because }
    }),
    ...single.map((line) => ({ kind: 'single', ...line })),
    ...ending.map(({ staffNumber, skill, level, credentialId, credentialUri, on }) => ({
      kind: 'ending',
      staffNumber,
      skill,
      level,
      credentialId: credentialUri ?? String(credentialId),
      on,
    })),
    ...leavers.map((line) => ({ kind: 'leaver', ...line })),
    { kind: 'risk', losses: losses.length, single: single.length, ending: ending.length, leavers: leavers.length },
  ]
}

/** `risk`: what the city loses between two days, and why. */
export const risk: Verb = {
  name: 'risk',
  usage: '--data DIR --on DATE --until DATE [--json]',
  options: { data: { type: 'string' }, on: { type: 'string' }, until: { type: 'string' } },
  rest: [0, 0],
  required: ['on', 'until'],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const until = words.text('until') as Day // Checked by `readWords`.
      const read = await handlers['risk.read']({ on: words.on, until, grades: [...countingGrades] }, engine)
      if (!read.ok) return read
      const table = read.value
      if (words.json) {
        for (const line of linesOf(table)) await writeLine(surroundings, line)
        return success(null)
      }
      const text = texts[surroundings.locale]
      const people = new Map(table.people.map((person) => [person.staffNumber, person]))
      const placeName = (division: string) => (division === '*' ? text.cli.city : division)
      const nameOf = (staffNumber: string) => `${staffNumber} ${people.get(staffNumber)?.name ?? ''}`
      for (const { division, skill, before, after, target, because } of table.losses) {
        const reasons = because.map(({ staffNumber, reason, on }) => `${nameOf(staffNumber)} ${text.risk.reasons[reason]} ${on}`)
        await writeRow(
          surroundings,
          text.risk.kinds.losses,
          placeName(division),
          skill,
          `${before}→${after}${target === null ? '' : text.risk.required(target.required)}`,
          text.shell.list(reasons),
        )
      }
      for (const { division, skill, staffNumber } of table.single)
        await writeRow(surroundings, text.risk.kinds.single, placeName(division), skill, nameOf(staffNumber))
      for (const { staffNumber, skill, level, on } of table.ending)
        await writeRow(surroundings, text.risk.kinds.ending, nameOf(staffNumber), skill, `Lv${level}`, on)
      for (const { staffNumber, reason, on } of table.leavers)
        await writeRow(surroundings, text.risk.kinds.leavers, nameOf(staffNumber), text.risk.reasons[reason], on)
      const { losses, single, ending, leavers } = table
      await writeRow(surroundings, text.risk.sums(losses.length, single.length, ending.length, leavers.length))
      return success(null)
    }),
}
