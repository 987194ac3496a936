import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../../shared/model/json'
import { runs } from '../../../../fixtures/runs'
import { compareForms, newTally } from './forms'

/* Plans are made from contexts. Those of badges use a part of what JSON-LD allows; contexts here use most of it. */

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const often = <Value>(weight: number, ...values: readonly Value[]) => ({ weight, arbitrary: fc.constantFrom(...values) })

const terms = ['a', 'b', 'c', 'd', 'T', 'U'] as const
const name = fc.oneof(often(30, ...terms), often(1, 'self', 'kind', 'id', 'type', 'p:x'))
const member = fc.oneof(often(30, 'a', 'b', 'c', 'd'), often(1, 'self', 'kind', 'p:x', 'urn:full', 'e'))

const { context } = fc.letrec<{ context: JsonObject; definition: JsonValue }>((tie) => ({
  definition: fc.oneof(
    { maxDepth: 2 },
    often<JsonValue>(12, 'urn:1', 'urn:2', 'p:y'),
    often<JsonValue>(1, null, '@id', '@type', '@value', '@graph', '@nest', 'a'),
    {
      weight: 12,
      arbitrary: fc
        .record(
          {
            '@id': fc.constantFrom('urn:1', 'urn:3', 'p:z', 'urn:4'),
            '@type': fc.oneof(
              often<JsonValue>(12, '@id', '@id', '@vocab', `${xsd}string`, `${xsd}date`, `${xsd}boolean`),
              often<JsonValue>(1, '@json', '@none', `${xsd}double`),
            ),
            '@container': fc.oneof(often<JsonValue>(12, '@set'), often<JsonValue>(1, '@list', '@language', '@index', '@graph')),
            '@context': fc.oneof({ weight: 8, arbitrary: tie('context') }, often<JsonValue>(1, null, [])),
            '@protected': fc.constantFrom(false, false, false, true),
            '@language': fc.constantFrom('ja', null),
          },
          { requiredKeys: ['@id'] },
        )
        // jsonld seldom accepts a term with everything at once.
        .map(({ '@language': language, ...rest }) => ('@type' in rest || language === undefined ? rest : { ...rest, '@language': language }) as JsonValue),
    },
  ),
  context: fc
    .tuple(
      fc.dictionary(name, tie('definition') as fc.Arbitrary<JsonValue>, { maxKeys: 4 }),
      fc.record({ '@propagate': fc.boolean(), '@protected': fc.boolean(), '@vocab': fc.constantFrom('urn:v:', null) }, { requiredKeys: [] }),
      fc.integer({ min: 0, max: 5 }),
    )
    .map(([terms, also, dice]): JsonObject => (dice === 0 ? { ...terms, ...also } : terms)),
}))

const { node } = fc.letrec<{ value: JsonValue; node: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    often<JsonValue>(40, 'urn:o1', 'https://o.example/2', 'p:q', 'urn:ＡＩ𠮷'),
    often<JsonValue>(4, 7, true, 0, '甲', 'T'),
    often<JsonValue>(1, null, 1.5, 'x y', '_:b', ''),
    { weight: 25, arbitrary: tie('node') },
    { weight: 8, arbitrary: fc.array(tie('value') as fc.Arbitrary<JsonValue>, { minLength: 1, maxLength: 3 }) },
  ),
  node: fc
    .tuple(
      fc.option(fc.constantFrom<JsonValue>('T', ['T', 'U'], ['U'], 'urn:full'), { nil: undefined }),
      fc.option(fc.constantFrom('urn:s1', 'urn:s2', 'https://s.example/3'), { nil: undefined, freq: 2 }),
      fc.dictionary(member, tie('value') as fc.Arbitrary<JsonValue>, { maxKeys: 3 }),
    )
    .map(([type, id, members]) => ({ ...members, ...(type === undefined ? {} : { type }), ...(id === undefined ? {} : { id }) }) as JsonObject),
}))

const base: JsonObject = {
  '@version': 1.1,
  id: '@id',
  type: '@type',
  p: 'urn:p:',
  a: 'urn:a',
  b: { '@id': 'urn:b', '@type': '@id' },
  c: { '@id': 'urn:c', '@context': { a: 'urn:ca', d: { '@id': 'urn:cd', '@type': '@id' } } },
  d: { '@id': 'urn:d', '@type': `${xsd}string` },
  T: { '@id': 'urn:T', '@context': { b: { '@id': 'urn:Tb' }, d: { '@id': 'urn:Td', '@context': { c: 'urn:Tdc' } }, self: '@id' } },
  U: { '@id': 'urn:U', '@context': { '@propagate': true, a: { '@id': 'urn:Ua', '@type': '@vocab' } } },
}

it('with any terms, a plan writes a document as jsonld does, or leaves it to the fallback', async () => {
  const tally = newTally()
  const numRuns = runs(1500, 5000)
  await fc.assert(
    fc.asyncProperty(context, context, fc.array(node, { minLength: 1, maxLength: 4 }), async (first, second, documents) => {
      const newer = new Map<string, JsonObject>([
        ['https://terms.example/1', { '@context': { ...base, ...first } }],
        ['https://terms.example/2', { '@context': second }],
      ])
      const table = { newer, older: new Map() }
      // Several documents, and each twice: plans and repeated parts are reused.
      for (const document of [...documents, ...documents]) {
        await compareForms({ '@context': ['https://terms.example/1', 'https://terms.example/2'], ...document }, tally, 'code-point', table)
      }
      expect(tally.faults).toEqual([])
    }),
    { numRuns, seed: 20261130 },
  )
  console.log(`made-up contexts: alike ${tally.alike}, left to stock ${tally.left}, refused by both ${tally.refused}`)
  expect(tally.alike).toBeGreaterThan(numRuns / 2)
  expect(tally.left).toBeGreaterThan(numRuns / 15)
  expect(tally.refused).toBeGreaterThan(numRuns / 5)
})
