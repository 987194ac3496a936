import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../../../../electron/verifier/jsonld/canonicalize'
import type { ContextTable } from '../../../../../electron/verifier/jsonld/contextTable'
import type { JsonObject, JsonValue } from '../../../../../shared/model/json'
import { planned } from './forms'

/* Plans write statements in the order of their predicates and sort only within one; repeated parts are not sorted again. */

const terms: JsonObject = {
  id: '@id',
  type: '@type',
  name: 'urn:name',
  label: 'urn:name',
  more: 'urn:name2',
  kind: { '@id': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', '@type': '@id' },
  amount: { '@id': 'urn:amount', '@type': 'http://www.w3.org/2001/XMLSchema#integer' },
  first: { '@id': 'http://a.example/', '@type': '@id' },
  part: { '@id': 'urn:part', '@type': '@id' },
  piece: { '@id': 'urn:part', '@type': '@id' },
  '@vocab': 'urn:',
}

const url = 'https://terms.example/'
const tableOf = (): ContextTable => ({ newer: new Map([[url, { '@context': terms }]]), older: new Map() })

/** Texts that sort one way by code points and another way by UTF-16 units. */
const awkward = ['Ａ', '𠮷', 'A', '全']

const things: Readonly<Record<string, JsonObject>> = {
  'several texts of one name, out of order': { name: ['c', 'a', 'b'] },
  'equal texts': { name: ['a', 'b', 'a'] },
  'texts whose order depends on how they are compared': { name: awkward, more: awkward.toReversed() },
  'two names for one property': { name: 'c', more: 'x', label: ['b', 'a'] },
  'two names for one property, saying the same': { label: 'a', name: 'a' },
  'types out of order': { type: ['Z', 'A', 'M'], name: 'x' },
  'a type named twice': { type: ['A', 'A'], name: 'x' },
  'a property that is the type': { type: ['M'], kind: ['urn:A', 'urn:Z'] },
  'a property that is the type, saying the same': { type: ['M'], kind: 'urn:M' },
  'the same by its full name': { type: ['M'], 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': { id: 'urn:M' } },
  'a property before the type': { type: ['M'], first: 'urn:x', name: 'x' },
  'an address, a text and things without a name under one property': { part: ['urn:z', { name: 'b' }, { id: 'urn:a' }, { name: 'a' }], piece: { name: 'c' } },
  'things in things without a name': {
    part: [
      { part: [{ name: 'a' }, { name: 'b' }], name: 'c' },
      { name: 'e', part: { part: { name: 'd' } } },
    ],
  },
  'a number beside its text': { amount: ['7', 7] },
}

const orders = ['code-point', 'utf-16'] as const

/** By plan and by jsonld; by the fallback where the plan gives nothing. */
async function both(members: JsonObject, table: ContextTable, order: (typeof orders)[number]): Promise<readonly (string | null)[]> {
  const document = { '@context': [url], ...members }
  const form = await canonicalize(document, { order, contextText: 'newer' }, table)
  return [await planned(document, order, table), form.ok ? form.value : form.problem.code]
}

/** Equal lines that may come from two values go to the fallback; so do all equal lines of blank nodes. */
const neverWritten = ['a number beside its text', 'a property that is the type', 'a property that is the type, saying the same', 'the same by its full name']
const writtenOfNames = ['equal texts', 'two names for one property, saying the same', 'a type named twice']

describe.each(Object.entries(things))('%s', (what, thing) => {
  it.each(orders)('in the order of %s', async (order) => {
    const [ours, stock] = await both({ id: 'urn:s', ...thing }, tableOf(), order)
    expect(ours).toBe(neverWritten.includes(what) ? null : stock)
  })

  it.each(orders)('of blank nodes, in the order of %s', async (order) => {
    const [ours, stock] = await both({ id: 'urn:s', part: [thing, { name: 'other' }] }, tableOf(), order)
    expect(ours).toBe([...neverWritten, ...writtenOfNames].includes(what) ? null : stock)
  })

  it.each(orders)('in a repeated part among other objects, in the order of %s', async (order) => {
    const table = tableOf()
    for (const beside of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const other: JsonValue = { name: `beside ${beside}`, part: { name: `within ${beside}` } }
      const [ours, stock] = await both({ id: 'urn:s', part: [{ id: 'urn:part', ...thing, more: { name: 'inside' } }, other] }, table, order)
      expect([beside, ours]).toEqual([beside, neverWritten.includes(what) ? null : stock])
      const [plain, ofStock] = await both({ id: 'urn:s', part: { id: 'urn:course', ...thing }, more: other }, table, order)
      expect([beside, plain]).toEqual([beside, neverWritten.includes(what) ? null : ofStock])
    }
  })
})

it('a part repeated under more names than are cached is written each time', async () => {
  const table = tableOf()
  const inside = Array.from({ length: 12 }, (_, number) => ({ name: `inside ${number}` }))
  for (let round = 0; round < 24; round++) {
    const others = Array.from({ length: 3 * round }, (_, number) => ({ name: `beside ${round} ${number}` }))
    const [ours, stock] = await both(
      { id: 'urn:s', name: 'x', part: { id: 'urn:course', part: inside }, more: others.length > 0 ? others : 'x' },
      table,
      'utf-16',
    )
    expect(ours).toBe(stock)
  }
})

it('objects of more shapes than are cached, and with names too long for the cache, are written each time', async () => {
  const table = tableOf()
  for (let round = 0; round < 2; round++) {
    for (let number = 0; number < 20; number++) {
      const [ours, stock] = await both({ id: 'urn:s', [`m${number}`]: 'x', name: 'y' }, table, 'utf-16')
      expect(ours).toBe(stock)
    }
    const [ours, stock] = await both({ id: 'urn:s', [`m${'x'.repeat(2000)}`]: 'x' }, table, 'utf-16')
    expect(ours).toBe(stock)
  }
})

it('a type that is an empty text goes to the fallback, whatever came before', async () => {
  const table = tableOf()
  for (const type of [[], [''], '', ['A', '']]) expect((await both({ id: 'urn:s', name: 'x', type }, table, 'utf-16'))[0]).toBeNull()
  expect((await both({ id: 'urn:s', name: 'x' }, table, 'utf-16'))[0]).not.toBeNull()
  expect((await both({ id: 'urn:s', name: 'x', type: [''] }, table, 'utf-16'))[0]).toBeNull()
})
