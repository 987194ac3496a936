import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../../../../electron/verifier/jsonld/canonicalize'
import type { ContextTable } from '../../../../../electron/verifier/jsonld/contextTable'
import type { JsonObject } from '../../../../../shared/model/json'
import { unsignedBadge } from '../../proofs/signedElsewhere'
import { planned } from './forms'

/** A table of one context, and documents with it. */
function under(context: JsonObject) {
  const url = 'https://terms.example/'
  const table: ContextTable = { newer: new Map([[url, { '@context': context }]]), older: new Map() }
  return {
    planned: (document: JsonObject) => planned({ '@context': [url], ...document }, 'code-point', table),
    stock: async (document: JsonObject) => {
      const form = await canonicalize({ '@context': [url], ...document }, { order: 'code-point', contextText: 'newer' }, table)
      return form.ok ? form.value : form.problem.code
    },
  }
}

const terms = { id: '@id', type: '@type', name: 'urn:name', more: 'urn:more', at: { '@id': 'urn:at', '@type': '@id' }, '@vocab': null }

describe('a plan leaves to the fallback', () => {
  it.each([
    ['a list of contexts with nothing in it', { '@context': [] }],
    ['a context that stands in the file', { '@context': ['https://www.w3.org/ns/credentials/v2', { name: 'urn:x' }] }],
    ['two addresses written as one', { '@context': 'https://www.w3.org/ns/credentials/v2\nhttps://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json' }],
    ['a context that is not pinned', { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://example.com/'] }],
    ['two types written as one', { type: ['VerifiableCredential\nOpenBadgeCredential'] }],
    ['a type that is no text', { type: ['VerifiableCredential', 7] }],
    ['a fraction', { name: 0.5 }],
    ['nothing', { name: null }],
    ['an empty list', { name: [] }],
    ['a list in a list', { name: [['x']] }],
    ['an empty object', { evidence: {} }],
    ['a value object', { name: { '@value': 'x' } }],
    ['a graph', { verifiableCredential: { id: 'urn:x', type: ['VerifiableCredential'] } }],
    ['a member of the file’s own', { nickname: '適材' }],
    ['an address with a blank', { id: 'https://example.com/a b' }],
    ['an address without a scheme', { id: 'badges/1' }],
    ['a name for what has none', { id: '_:a' }],
    ['an id that is no text', { id: 7 }],
  ])('%s', async (_what, changes) => {
    expect(await planned(unsignedBadge(changes as JsonObject))).toBeNull()
  })

  it('objects with equal statements', async () => {
    const evidence = { type: ['Evidence'], name: '演習' }
    expect(await planned(unsignedBadge({ evidence: [evidence, evidence] }))).toBeNull()
  })

  it('terms with a language, a direction, a container or a reverse of their own', async () => {
    const odd = under({
      ...terms,
      label: { '@id': 'urn:label', '@language': 'ja' },
      sign: { '@id': 'urn:sign', '@direction': 'ltr' },
      steps: { '@id': 'urn:steps', '@container': '@list' },
      of: { '@reverse': 'urn:of' },
      raw: { '@id': 'urn:raw', '@type': '@json' },
      free: { '@id': 'urn:free', '@type': '@none' },
      rest: '@nest',
      inner: { '@id': 'urn:inner', '@nest': 'rest' },
      far: { '@id': 'urn:far', '@type': 'http://www.w3.org/2001/XMLSchema#double' },
      gone: null,
      whole: { '@id': 'urn:whole', '@context': null },
      Bare: { '@id': 'urn:Bare', '@context': null },
      'urn:odd ': 'urn:odd',
    })
    for (const member of ['label', 'sign', 'steps', 'raw', 'free', 'inner', 'far', 'gone', 'whole']) {
      expect([member, await odd.planned({ id: 'urn:s', name: 'x', [member]: 'x' })]).toEqual([member, null])
    }
    expect(await odd.planned({ id: 'urn:s', of: { id: 'urn:o' } })).toBeNull()
    expect(await odd.planned({ id: 'urn:s', rest: { name: 'x' } })).toBeNull()
    expect(await odd.planned({ id: 'urn:s', type: 'Bare', name: 'x' })).toBeNull()
    expect(await odd.planned({ id: 'urn:s', type: 'gone', name: 'x' })).toBeNull()
    expect(await odd.planned({ id: 'urn:s', whole: { name: 'x' } })).toBeNull()
  })

  it('a document without statements', async () => {
    const { planned: write } = under(terms)
    expect(await write({ id: 'urn:s' })).toBeNull()
    expect(await write({})).toBeNull()
  })

  it('what cannot be written while the plan is made: an empty object, words that look like keywords', async () => {
    for (const document of [
      { id: 'urn:s', name: 'x', at: {} },
      { id: 'urn:s', at: '@foo' },
      { id: '@foo', name: 'x' },
    ]) {
      expect(await under(terms).planned(document)).toBeNull()
    }
  })

  it('a term whose own context changes its meaning', async () => {
    const emptied = under({ ...terms, part: { '@id': 'urn:part', '@context': { part: { '@id': 'urn:part', '@context': null } } } })
    const turned = under({ ...terms, part: { '@id': 'urn:part', '@context': { part: { '@reverse': 'urn:part' } } } })
    for (const { planned: write } of [emptied, turned]) expect(await write({ id: 'urn:s', name: 'x', part: { id: 'urn:p', name: 'y' } })).toBeNull()
  })

  it('more combinations of types than any badge has', async () => {
    const { planned: write } = under(terms)
    for (let number = 0; number < 1000; number++) await write({ id: 'urn:s', type: `urn:T${number}` })
    expect(await write({ id: 'urn:s', type: 'urn:T999' })).not.toBeNull()
    expect(await write({ id: 'urn:s', type: 'urn:T1000' })).toBeNull()
  })

  it('two names that both mean the type, or the id', async () => {
    const { planned: write } = under({ ...terms, kind: '@type', self: '@id' })
    expect(await write({ id: 'urn:s', type: 'urn:T', kind: 'urn:U' })).toBeNull()
    expect(await write({ id: 'urn:s', self: 'urn:s', name: 'x' })).toBeNull()
  })

  it('an object whose type makes another member the type', async () => {
    const { planned: write } = under({ ...terms, Other: { '@id': 'urn:Other', '@context': { kind: '@type', type: 'urn:type' } } })
    expect(await write({ id: 'urn:s', type: 'Other', name: 'x' })).toBeNull()
    expect(await write({ id: 'urn:s', type: 'Other', kind: 'urn:U' })).toBeNull()
  })
})

describe('a plan writes as jsonld does', () => {
  it('more members than it caches', async () => {
    const { planned: write, stock } = under({ ...terms, late: { '@id': 'urn:late', '@context': { name: 'urn:lateName' } } })
    const many = Object.fromEntries(Array.from({ length: 1100 }, (_, number) => [`urn:m${number}`, 'x']))
    expect(await write({ id: 'urn:s', ...many })).toBe(await stock({ id: 'urn:s', ...many }))
    expect(await write({ id: 'urn:s', ...many, late: { name: 'x' } })).toBeNull()
  })

  it('texts with and without the string datatype, numbers and booleans with a datatype of their own', async () => {
    const typed = under({
      ...terms,
      text: { '@id': 'urn:text', '@type': 'http://www.w3.org/2001/XMLSchema#string' },
      amount: { '@id': 'urn:amount', '@type': 'http://www.w3.org/2001/XMLSchema#float' },
      which: { '@id': 'urn:which', '@type': '@vocab' },
    })
    const document = { id: 'urn:s', name: ['引用"と\\', 7, true], text: ['甲', false], amount: ['1.5', 2], which: ['name', 'https://x.example/'], at: 'urn:o' }
    expect(await typed.planned(document)).toBe(await typed.stock(document))
    expect(await typed.planned(document)).toContain('<urn:s> <urn:which> <urn:name> .')
  })

  it('a bare reference inside a type with terms of its own', async () => {
    const scoped = under({
      ...terms,
      Typed: { '@id': 'urn:Typed', '@context': { self: '@id', value: '@value', part: { '@id': 'urn:part', '@context': { name: 'urn:partName' } } } },
    })
    for (const part of [{ self: 'urn:p' }, { id: 'urn:p' }, { name: '甲' }, { name: '甲', id: 'urn:p' }, { id: 'urn:p', type: 'Typed', name: '乙' }]) {
      const document = { id: 'urn:s', type: 'Typed', part }
      expect(await scoped.planned(document)).toBe(await scoped.stock(document))
    }
    expect(await scoped.planned({ id: 'urn:s', type: 'Typed', part: { value: 'x' } })).toBeNull()
  })

  it('a repeated part with another value each time', async () => {
    const { planned: write, stock } = under(terms)
    const of = (name: string, more: JsonObject = {}) => ({ id: 'urn:s', at: { id: 'urn:course', name, at: { name: '条件', ...more } } })
    for (const document of [of('甲'), of('甲'), of('甲'), of('乙'), of('乙', { name: 0 }), of('乙', { name: 0 }), of('乙', { name: 1 })]) {
      expect(await write(document)).toBe(await stock(document))
    }
    expect(await write(of('乙', { name: -0 }))).toBeNull()
  })

  it('more parts that occur once than are recorded, and a repeated one among them', async () => {
    const { planned: write, stock } = under(terms)
    const of = (name: string) => ({
      id: 'urn:s',
      at: [
        { id: `urn:once:${name}`, name: 'x' },
        { id: 'urn:again', name: '甲' },
      ],
    })
    for (let number = 0; number < 600; number++) expect(await write(of(`${number}`))).not.toBeNull()
    for (const name of ['0', '599', 'new', 'new']) expect(await write(of(name))).toBe(await stock(of(name)))
  })

  it('a repeated part with one member more or less, or with other list elements', async () => {
    const { planned: write, stock } = under(terms)
    const of = (part: JsonObject) => ({ id: 'urn:s', at: { id: 'urn:course', ...part } })
    const parts: readonly JsonObject[] = [
      { name: ['a', 'b'] },
      { name: ['a', 'b'], more: 'x' },
      { name: ['a'] },
      { name: ['a', 'c'] },
      { name: 'a' },
      { more: 'x' },
    ]
    for (const part of parts) {
      for (let times = 0; times < 3; times++) await write(of(part))
      for (const other of parts) expect(await write(of(other))).toBe(await stock(of(other)))
    }
  })

  it('a repeated text, by the datatype it is read with', async () => {
    const { planned: write, stock } = under({ ...terms, p: 'urn:prefix:', note: { '@id': 'urn:note', '@type': 'http://www.w3.org/2001/XMLSchema#date' } })
    for (const text of ['urn:x', 'urn:x', 'urn:x', 'p:y', 'p:y', 'ＡＩ', 'ＡＩ', '"', '"', 'urn:x', 'urn:𠮷']) {
      const document = { id: 'urn:s', name: [text, 'x', text], note: text, ...(text.includes(':') ? { at: [text, 'urn:z'] } : {}) }
      expect(await write(document)).toBe(await stock(document))
    }
  })

  it('two parts of which one becomes the other', async () => {
    const { planned: write, stock } = under(terms)
    const part = { id: 'urn:course', name: '甲' }
    for (const document of [
      { id: 'urn:s', at: [part, part] },
      { id: 'urn:s', at: [part, part] },
    ])
      expect(await write(document)).toBe(await stock(document))
  })
})
