import { resolve } from 'node:path'
import type { ListedRequirement, RequirementFault } from '../../../shared/contract/requirement'
import { isInForce } from '../../../shared/coverage'
import { addDays } from '../../../shared/model/day'
import { failure, success } from '../../../shared/model/problem'
import type { RequirementRule } from '../../../shared/model/requirement'
import { texts } from '../../../shared/text'
import { writeWhole } from '../../disk/writeWhole'
import { handlers } from '../../engine/handlers'
import { inWords, writeLine, writeRow } from '../output'
import type { Verb } from '../verb'
import { withEngine } from '../withEngine'

/** The amount of a rule: people, or percent. */
export const amountOf = (rule: RequirementRule): number => (rule.kind === 'people' ? rule.people : rule.basisPoints / 100)

const faultWords = (faults: readonly RequirementFault[]): string =>
  [...new Set(faults.map(({ row, column }) => [row, column].filter((part) => part !== null).join(' ')))].filter((place) => place !== '').join(', ')

/** `requirements import`: the requirements of a table, or every fault of it. */
export const requirementsImport: Verb = {
  name: 'requirements import',
  usage: 'FILE --data DIR [--replace] [--json]',
  options: { data: { type: 'string' }, at: { type: 'string' }, replace: { type: 'boolean' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const done = await handlers['requirement.import']({ path: words.rest[0]!, replace: words.flag('replace') }, engine)
      if (!done.ok) return done
      const { faults, ...counts } = done.value
      const text = texts[surroundings.locale]
      if (faults.length === 0) {
        if (words.json) await writeLine(surroundings, { kind: 'requirements', ...counts })
        else await writeRow(surroundings, inWords(text.cli.counts, counts))
        return success(null)
      }
      if (words.json) await writeLine(surroundings, { kind: 'refused', problems: faults.map(({ row, column, code, value }) => ({ row, column, code, value })) })
      else for (const { row, column, code, value } of faults) await writeRow(surroundings, row, column, value, text.problems[code].found)
      return failure({ code: 'requirement.refused', detail: faultWords(faults) })
    }),
}

/** `requirements export`: all requirements as a table that `requirements import` reads back. */
export const requirementsExport: Verb = {
  name: 'requirements export',
  usage: 'FILE --data DIR [--json]',
  options: { data: { type: 'string' } },
  rest: [1, 1],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const table = await handlers['requirement.table']({}, engine)
      if (!table.ok) return table
      const out = resolve(words.rest[0]!)
      // The mark of UTF-8 lets Excel read it.
      const written = await writeWhole(out, new TextEncoder().encode(`\ufeff${table.value.csv}`))
      if (!written.ok) return written
      if (words.json) await writeLine(surroundings, { kind: 'requirements', out, rows: table.value.rows })
      else await writeRow(surroundings, texts[surroundings.locale].cli.written(out))
      return success(null)
    }),
}

/** The lines of a requirement, with the names of the table: its own, then one for each exception. */
function* linesOf(one: ListedRequirement) {
  const { id, divisionCode, skill, level, rule, reach, posts, jobTypes, employments, startsOn, endsOn, note, gone } = one
  yield {
    kind: 'requirement',
    id,
    division: divisionCode,
    skill,
    level: level as number | null,
    rule: rule.kind as string | null,
    amount: amountOf(rule) as number | null,
    reach,
    posts,
    jobTypes,
    employments,
    exceptionTo: null as string | null,
    startsOn,
    endsOn: endsOn === null ? null : addDays(endsOn, -1),
    note,
    // Only where something is gone; the other members are in every line.
    ...(gone.length > 0 ? { gone } : {}),
  }
  for (const exception of one.exceptions)
    yield {
      kind: 'requirement',
      id: exception.id,
      division: exception.divisionCode,
      skill,
      level,
      rule: exception.rule?.kind ?? null,
      amount: exception.rule === null ? null : amountOf(exception.rule),
      reach,
      posts,
      jobTypes,
      employments,
      exceptionTo: id,
      startsOn,
      endsOn: endsOn === null ? null : addDays(endsOn, -1),
      note: exception.note,
    }
}

/** `requirements list`: every requirement and exception; with `--on`, those in force that day. */
export const requirementsList: Verb = {
  name: 'requirements list',
  usage: '--data DIR [--on DATE] [--json]',
  options: { data: { type: 'string' }, on: { type: 'string' } },
  rest: [0, 0],
  run: (words, surroundings) =>
    withEngine(words, surroundings, 'must-exist', async (engine) => {
      const read = await handlers['requirement.list']({ on: words.on }, engine)
      if (!read.ok) return read
      const { cli } = texts[surroundings.locale]
      for (const one of read.value.requirements) {
        if (words.text('on') !== null && !isInForce(one, words.on)) continue
        for (const line of linesOf(one)) {
          if (words.json) await writeLine(surroundings, line)
          else
            await writeRow(
              surroundings,
              line.exceptionTo === null ? line.id : `${line.id} → ${line.exceptionTo}`,
              line.exceptionTo === null ? (one.divisionPath ?? line.division ?? cli.city) : line.division,
              line.skill,
              `Lv${line.level}`,
              cli.amount(line.rule, line.amount),
              one.gone.map((what) => cli.gone[what]).join(' '),
            )
        }
      }
      return success(null)
    }),
}
