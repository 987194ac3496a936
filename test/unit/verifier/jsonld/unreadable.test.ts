import { describe, expect, it } from 'vitest'
import { labelDataset } from '../../../../electron/verifier/jsonld/canonicalize'
import { readDataset } from '../../../../electron/verifier/jsonld/dataset'
import type { JsonObject } from '../../../../shared/model/json'

const blank = (number: number) => ({ termType: 'BlankNode', value: `_:b${number}` })
const knows = { termType: 'NamedNode', value: 'https://example.org/knows' }
const quad = (subject: number, object: number) => ({
  subject: blank(subject),
  predicate: knows,
  object: blank(object),
  graph: { termType: 'DefaultGraph', value: '' },
})

describe('statements that cannot be told apart within the limit', () => {
  it('are given up where many take a few steps each', async () => {
    const pairs = Array.from({ length: 40_000 }, (_, pair) => [quad(2 * pair, 2 * pair + 1), quad(2 * pair + 1, 2 * pair)]).flat()
    expect(await labelDataset(pairs, 'utf-16')).toEqual({ ok: false, problem: { code: 'canonicalization.too-complex', at: '' } })
  })
  it('are given up where few take many steps', async () => {
    const clique = Array.from({ length: 12 }, (_, one) => Array.from({ length: 12 }, (__, other) => (one === other ? [] : [quad(one, other)])).flat()).flat()
    expect(await labelDataset(clique, 'code-point')).toEqual({ ok: false, problem: { code: 'canonicalization.too-complex', at: '' } })
  })
})

describe('a document', () => {
  it('that nests beyond the stack is too complex', async () => {
    let deep: JsonObject = {}
    for (let level = 0; level < 20_000; level++) deep = { 'https://example.org/in': deep }
    expect(await readDataset(deep, 'newer')).toEqual({ ok: false, problem: { code: 'canonicalization.too-complex', at: '' } })
  })
  it('without statements has lost everything', async () => {
    expect(await readDataset({ '@context': 'https://www.w3.org/ns/credentials/v2' }, 'newer')).toEqual({
      ok: false,
      problem: { code: 'context.data-loss', at: '' },
    })
  })
  it('with an invalid context is no JSON-LD', async () => {
    expect(await readDataset({ '@context': 5, id: 'urn:1' }, 'newer')).toEqual({ ok: false, problem: { code: 'context.syntax', at: '' } })
    expect(await readDataset({ '@context': { '@version': 7 }, id: 'urn:1' }, 'newer')).toEqual({ ok: false, problem: { code: 'context.syntax', at: '' } })
  })
})
