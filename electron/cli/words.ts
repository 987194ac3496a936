import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { locale } from '../../shared/contract/parts'
import { reportEncoding } from '../../shared/contract/report'
import { type Day, isDay, tokyoDay } from '../../shared/model/day'
import { gradeValues } from '../../shared/model/verification'
import type { Verb, Words } from './verb'

/** Reads an instant of RFC 3339; null without a time zone. */
function readInstant(text: string): Date | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i.exec(text) ?? []
  const instant = new Date(text)
  return day !== undefined && isDay(day) && !Number.isNaN(instant.getTime()) ? instant : null
}

/** Options that are whole numbers, with the minimum of each. The minimum of a sample is repeated here, since only its verb loads the sample. */
export const wholeNumbers: Readonly<Record<string, number>> = { staff: 12, badges: 1, seed: 0, 'older-than': 0 }

/** Options that are one of a few words. */
const choices: Readonly<Record<string, readonly string[]>> = { encoding: reportEncoding.options, language: locale.options }

/** A wrong argument, or the name of a missing option. */
export type Misfit = { readonly ok: false; readonly wrong: string } | { readonly ok: false; readonly missing: string }

type Given = { readonly ok: true; readonly values: Readonly<Record<string, unknown>>; readonly rest: readonly string[] } | Misfit

/** Separates options from the other arguments. An option followed by another option has no value. */
function sortWords(options: ParseArgsOptionsConfig, given: readonly string[]): Given {
  const { values, positionals, tokens } = parseArgs({ args: [...given], options, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const type = Object.hasOwn(options, token.name) ? options[token.name]!.type : undefined
    if (type === undefined || (type === 'boolean' && token.value !== undefined)) return { ok: false, wrong: token.rawName }
    if (type === 'string' && (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-'))))
      return { ok: false, missing: `${token.rawName} …` }
  }
  return { ok: true, values, rest: positionals }
}

/**
 * Checks the arguments of a verb.
 *
 * @returns the arguments, or the one that is wrong or missing.
 * @source RFC 3339, section 5.6, for `--at`
 */
export function readWords(verb: Verb, given: readonly string[], now: Date, defaultDataFolder: string): { readonly ok: true; readonly words: Words } | Misfit {
  const sorted = sortWords({ json: { type: 'boolean' }, ...verb.options }, given)
  if (!sorted.ok) return sorted
  const { values, rest } = sorted
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  const several = (name: string) => [values[name]].flat().filter((value) => typeof value === 'string')
  const [least, most] = verb.rest
  if (rest.length < least) return { ok: false, missing: verb.usage.split(' ')[0]! }
  if (rest.length > most) return { ok: false, wrong: rest[most]! }
  if (rest.includes('')) return { ok: false, missing: verb.usage.split(' ')[0]! }
  const absent = (verb.required ?? []).find((name) => text(name) === null)
  if (absent !== undefined) return { ok: false, missing: `--${absent}` }
  const onText = text('on')
  if (onText !== null && !isDay(onText)) return { ok: false, wrong: `--on ${onText}` }
  const untilText = text('until')
  if (untilText !== null && (!isDay(untilText) || (onText !== null && untilText < onText))) return { ok: false, wrong: `--until ${untilText}` }
  const atText = text('at')
  const at = atText === null ? now : readInstant(atText)
  if (at === null) return { ok: false, wrong: `--at ${atText}` }
  const wrongGrade = text('grades')
    ?.split(',')
    .find((grade) => !(gradeValues as readonly string[]).includes(grade))
  if (wrongGrade !== undefined) return { ok: false, wrong: `--grades ${wrongGrade}` }
  const level = text('level')
  if (level !== null && !/^[1-4]$/.test(level)) return { ok: false, wrong: `--level ${level}` }
  for (const [name, least] of Object.entries(wholeNumbers)) {
    const number = text(name)
    if (number !== null && !(/^\d{1,9}$/.test(number) && Number(number) >= least)) return { ok: false, wrong: `--${name} ${number}` }
  }
  for (const [name, choice] of Object.entries(choices)) {
    const chosen = text(name)
    if (chosen !== null && !choice.includes(chosen)) return { ok: false, wrong: `--${name} ${chosen}` }
  }
  const words: Words = {
    rest,
    json: values.json === true,
    dataFolder: text('data') ?? defaultDataFolder,
    text,
    texts: several,
    flag: (name) => values[name] === true,
    on: (onText as Day | null) ?? tokyoDay(now), // isDay was asked above
    at,
  }
  return { ok: true, words }
}
