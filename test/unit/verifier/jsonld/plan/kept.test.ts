import { expect, it } from 'vitest'
import { canonicalize } from '../../../../../electron/verifier/jsonld/canonicalize'
import type { ContextTable } from '../../../../../electron/verifier/jsonld/contextTable'
import { sourceOf } from '../../../../../electron/verifier/jsonld/dataset'
import { planStatements } from '../../../../../electron/verifier/jsonld/plan'
import type { JsonObject } from '../../../../../shared/model/json'
import { planned } from './forms'

/* Plans cache repeated parts up to a limit; beyond it they are written each time. */

const url = 'https://terms.example/'
const terms = { id: '@id', type: '@type', part: { '@id': 'urn:part', '@type': '@id' }, '@vocab': 'urn:' }
const tableOf = (): ContextTable => ({ newer: new Map([[url, { '@context': terms }]]), older: new Map() })
const long = 'x'.repeat(20_001)

it.each<[string, JsonObject]>([
  ['a long text', { name: long }],
  ['a long address', { part: `urn:${long}` }],
  ['a part of a long name', { part: { id: `urn:${long}`, name: 'x' } }],
  ['a member of a long name', { [`m${long}`]: 'x' }],
])('%s is written each time, however often it is repeated', async (_, thing) => {
  const [table, document] = [tableOf(), { '@context': url, id: 'urn:s', ...thing }]
  const form = await canonicalize(document, { order: 'utf-16', contextText: 'newer' }, table)
  for (let time = 0; time < 4; time++) expect({ ok: true, value: await planned(document, 'utf-16', table) }).toEqual(form)
})

it.each([[[`T${long}`]], [Array.from({ length: 300 }, (_, number) => `urn:type:${number}`)]])(
  'types longer than any real ones go to the fallback',
  async (type) => {
    expect(await planned({ '@context': url, id: 'urn:s', type, name: 'x' }, 'utf-16', tableOf())).toBeNull()
  },
)

it('a plan whose cache of large parts is full is dropped and made anew', async () => {
  const source = sourceOf(tableOf(), 'newer')
  const made: boolean[] = []
  for (let number = 0; number < 12; number++) {
    const document = { '@context': url, id: 'urn:s', part: { id: `urn:part:${number}`, name: String(number).repeat(2_000_000) } }
    for (let time = 0; time < 2; time++) made.push((await planStatements(document, source))!.isFirst)
  }
  // The first time, and once more with the ninth part.
  expect(made.flatMap((isFirst, place) => (isFirst ? [place] : []))).toEqual([0, 16])
})
