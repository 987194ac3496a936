import { describe, expect, it } from 'vitest'
import { type Locale, texts } from '../../../shared/text'
import { readSources } from '../../static/sources.ts'
import { made, parameterTypes, textFunctions } from './everyText'

const nouns = 'badge file row key issuer item skill unit mapping proposal address verdict character holder package column cell'.split(' ')
const singular = [...nouns, 'person'].join('|')
const plural = [...nouns.map((noun) => (noun.endsWith('s') ? `${noun}es` : `${noun}s`)), 'people', 'persons'].join('|')

/** `1 badges`, `1 unmatched badges`. */
const onePlural = new RegExp(`(?<![\\d,])1\\*{0,2}(?: (?!(?:${singular}|of)\\b)[a-z-]+){0,2} (?:${plural})\\b`)
/** `2 badge`, `0 person`. */
const manySingular = new RegExp(`(?<![\\d,])(?:0|2|1,234,567)\\*{0,2}(?: [a-z-]+){0,1} (?:${singular})\\b(?! (?:${plural}))`)
/** A number that is not grouped. */
const ungrouped = /\d{4}/
/** A name in the place of a number: what follows it counts. */
const nameCounted: Readonly<Record<Locale, RegExp>> = {
  ja: /X\*{0,2} ?(?:件|人|者|本|つ|種|行|列|ファイル|スキル|課|部|係|年目)/,
  en: new RegExp(`X\\*{0,2} (?:${plural})\\b`),
}

const counts = [0, 1, 2, 1234567]

describe.each(['ja', 'en'] as const)('text functions with numbers (%s)', (locale) => {
  const functions = textFunctions(locale)
  const counting = functions.filter(({ types }) => types.some((type) => type.startsWith('number') || type === 'readonly number[]' || type === 'Thinness'))

  it('have parameters of known types', () => {
    expect(functions.filter(({ types }) => types.includes('unknown')).map(({ place }) => place)).toEqual(['shell/list'])
    expect(counting.length).toBeGreaterThan(100)
  })

  it('group the digits of every number', () => {
    const wrong = counting.map((one) => `${one.place}: ${made(one, 1234567)}`).filter((text) => ungrouped.test(text) || !/1,?234,?567|123,456,700/.test(text))
    expect(wrong).toEqual([])
  })

  it('agree in number with 0, 1, 2 and 1,234,567', () => {
    const all = counts.flatMap((count) => counting.map((one) => `${one.place}: ${made(one, count)}`))
    expect(all.filter((text) => onePlural.test(text) || manySingular.test(text))).toEqual([])
    expect(all.filter((text) => /undefined|NaN|\[object/.test(text))).toEqual([])
  })

  it('take a number wherever something is counted', () => {
    expect(
      functions.map((one) => (one.types.includes('unknown') ? '' : `${one.place}: ${made(one, 2)}`)).filter((text) => nameCounted[locale].test(text)),
    ).toEqual([])
  })
})

it('the patterns find a plural after 1, a singular after 2, ungrouped digits and a name in the place of a count', () => {
  expect(['1 badges', '**1** unmatched badges', 'Remove 1 people'].every((text) => onePlural.test(text))).toBe(true)
  expect(['2 badge', '0 person', '1,234,567 damaged file'].every((text) => manySingular.test(text))).toBe(true)
  expect(['1 badge', '21 badges', '2 badges', '2 result files'].some((text) => onePlural.test(text) || manySingular.test(text))).toBe(false)
  expect(ungrouped.test('1234567')).toBe(true)
  expect([nameCounted.ja.test('バッジX件'), nameCounted.en.test('**X** badges')]).toEqual([true, true])
})

it('the parameters of the text functions are read from their source', () => {
  const types = parameterTypes()
  expect(types.get('importing/lead/running')).toEqual(['number', 'number'])
  expect(types.get('importing/courier/saved')).toEqual(['string', 'number | null'])
  expect(types.get('skillMap/finding')).toEqual(['Thinness'])
})

it('lists are written as each language writes them', () => {
  expect(texts.en.shell.list(['A'])).toBe('A')
  expect(texts.en.shell.list(['A', 'B', 'C'])).toBe('A, B and C')
  expect(texts.ja.shell.list(['A', 'B', 'C'])).toBe('A、B、C')
})

it('counts are written as each language writes them', () => {
  expect([1, 2, 1234].map((count) => texts.en.importing.grades(count))).toEqual(['Trust of 1 badge', 'Trust of 2 badges', 'Trust of 1,234 badges'])
  expect([1, 2, 1234].map((count) => texts.ja.importing.grades(count))).toEqual(['バッジ1件の信頼度', 'バッジ2件の信頼度', 'バッジ1,234件の信頼度'])
})

it('numbers, plurals and lists are formatted in shared/text only', () => {
  const formatting = /toLocaleString\(|Intl\.(?:NumberFormat|PluralRules|ListFormat)/
  const elsewhere = readSources('.ts', '.tsx').filter(
    ({ path, text }) => /^(?:electron|renderer|shared)\//.test(path) && !path.startsWith('shared/text/') && formatting.test(text),
  )
  expect(elsewhere.map(({ path }) => path)).toEqual([])
  expect(formatting.test('count.toLocaleString()')).toBe(true)
})
