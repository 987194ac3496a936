import { describe, expect, it } from 'vitest'
import { proofContext } from '../../../../electron/verifier/proofs/proofContext'
import type { JsonObject } from '../../../../shared/model/json'

const security = 'https://w3id.org/security#'
const usual: JsonObject = {
  Proof: `${security}Proof`,
  type: '@type',
  proofPurpose: { '@id': `${security}proofPurpose`, '@type': '@vocab' },
  assertionMethod: `${security}assertionMethod`,
  verificationMethod: { '@id': `${security}verificationMethod`, '@type': '@id' },
  expires: `${security}expiration`,
}
/** A pinned context with some terms defined otherwise. */
const tableOf = (also: JsonObject) => ({ newer: new Map([['https://own.example/c', { '@context': { ...usual, ...also } }]]), older: new Map() })
const options: JsonObject = {
  '@context': ['https://own.example/c'],
  type: 'Proof',
  proofPurpose: 'assertionMethod',
  verificationMethod: 'did:example:a#1',
  expires: '2030-01-01T00:00:00Z',
}
const refused = { ok: false, problem: { code: 'context.nested', at: '/proof/@context' } }

describe('contexts of a proof’s own', () => {
  it('are taken where its purpose, its key and its end mean what they usually do', async () => {
    expect(await proofContext({}, options, tableOf({}))).toEqual({ ok: true, value: ['https://own.example/c'] })
    const { expires: _, ...endless } = options
    expect(await proofContext({}, endless, tableOf({}))).toMatchObject({ ok: true })
  })
  it.each<[string, JsonObject]>([
    ['the purpose', { proofPurpose: { '@id': 'https://evil.example/p', '@type': '@vocab' } }],
    ['the value of the purpose', { assertionMethod: `${security}authentication` }],
    ['the key', { verificationMethod: { '@id': `${security}creator`, '@type': '@id' } }],
    ['the end', { expires: 'https://evil.example/created' }],
  ])('are refused where %s means something else', async (_what, also) => {
    expect(await proofContext({}, options, tableOf(also))).toMatchObject(refused)
  })
  it('are refused where they do not define its members at all', async () => {
    expect(await proofContext({}, { ...options, unknown: 'x' }, tableOf({}))).toMatchObject({
      ok: false,
      problem: { code: 'context.data-loss', at: '/proof/unknown' },
    })
  })
  it('are refused where they are no addresses, or not pinned', async () => {
    for (const own of [[7], [null], [{}], ['https://own.example/c', {}]])
      expect(await proofContext({}, { ...options, '@context': own }, tableOf({}))).toMatchObject(refused)
    const unpinned = { ...options, '@context': 'https://other.example/c' }
    expect(await proofContext({}, unpinned, tableOf({}))).toMatchObject({
      ok: false,
      problem: { code: 'context.unknown-url', detail: 'https://other.example/c' },
    })
  })
  it('are those of its document where it has none', () => {
    expect(proofContext({ '@context': 'https://a.example' }, {}, tableOf({}))).toEqual({ ok: true, value: 'https://a.example' })
    expect(proofContext({}, {}, tableOf({}))).toEqual({ ok: true, value: null })
  })
})
