import { createHash } from 'node:crypto'
import rdfCanonize from 'rdf-canonize'
import { describe, expect, it } from 'vitest'
import { canonicalize, labelDataset } from '../../../../electron/verifier/jsonld/canonicalize'
import { compareCodePoints, ordersMayDiffer } from '../../../../electron/verifier/jsonld/canonicalOrder'
import { isObject, type JsonObject } from '../../../../shared/model/json'
import { haveVectors, say, vectorJson, vectorText } from './vectors'

const badge = (changes: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:0f4a4f0e-6f4b-4ad5-9b2b-3e8a0f1c2d01',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:chuo-u.example', type: ['Profile'], name: '中央大学' },
  validFrom: '2026-04-01T00:00:00+09:00',
  credentialSubject: { id: 'did:example:staff', type: ['AchievementSubject'], achievement: { id: 'urn:uuid:a', type: ['Achievement'], name: 'GIS基礎' } },
  ...changes,
})

const canonical = (document: JsonObject) => canonicalize(document, { order: 'code-point', contextText: 'newer' })

describe('the canonical form of a badge', () => {
  it('is a list of statements, one a line, in order', async () => {
    const form = await canonical(badge())
    const lines = form.ok ? form.value.split('\n') : []
    expect(lines).toContain('<did:web:chuo-u.example> <https://schema.org/name> "中央大学" .')
    expect(lines.slice(0, -1)).toEqual([...lines.slice(0, -1)].sort(compareCodePoints))
    expect(lines.at(-1)).toBe('')
  })

  it('distinguishes composed and decomposed kana', async () => {
    const composed = await canonical(badge({ name: '\u30AC\u30A4\u30C9' }))
    const decomposed = await canonical(badge({ name: '\u30AB\u3099\u30A4\u30C9' }))
    expect(composed.ok && decomposed.ok && composed.value !== decomposed.value).toBe(true)
  })

  it('does not exist where a member would be lost, and the member is named', async () => {
    const lost = async (document: JsonObject) => {
      const form = await canonical(document)
      return form.ok ? null : form.problem
    }
    expect(await lost(badge({ nickname: '適材' }))).toEqual({ code: 'context.data-loss', at: '/nickname', detail: 'nickname' })
    expect(await lost(badge({ type: ['VerifiableCredential', 'OpenBadgeCredential', 'HomemadeBadge'] }))).toEqual({
      code: 'context.data-loss',
      at: '/type',
      detail: 'HomemadeBadge',
    })
    const subject = { type: ['AchievementSubject'], achievement: { type: ['Achievement'], name: '防災士', level: 2 } }
    expect(await lost(badge({ credentialSubject: subject }))).toEqual({
      code: 'context.data-loss',
      at: '/credentialSubject/achievement/level',
      detail: 'level',
    })
    const alignment = { type: ['Alignment'], targetName: 'GIS', targetUrl: 'https://skills.example/gis' }
    const misplaced = { type: ['AchievementSubject'], targetName: 'GIS', achievement: { type: ['Achievement'], alignment } }
    expect(await lost(badge({ credentialSubject: misplaced }))).toEqual({
      code: 'context.data-loss',
      at: '/credentialSubject/targetName',
      detail: 'targetName',
    })
    expect(await lost(badge({ id: 'badges/1' }))).toEqual({ code: 'context.data-loss', at: '/id', detail: 'badges/1' })
  })

  it('does not exist with a context that is not bundled', async () => {
    const url = 'https://www.chuo-u.example/context.json'
    const form = await canonical(badge({ '@context': ['https://www.w3.org/ns/credentials/v2', url] }))
    expect(form).toEqual({ ok: false, problem: { code: 'context.unknown-url', at: '/@context', detail: url } })
  })

  it('does not exist where JSON-LD forbids the document', async () => {
    expect(await canonical(badge({ id: 5 }))).toEqual({ ok: false, problem: { code: 'context.syntax', at: '' } })
  })
})

describe('the order of canonical statements', () => {
  it('is that of code points, with full-width letters before 𠮷', () => {
    expect(['𠮷野', 'ＡＩ', 'GIS', '吉野'].sort(compareCodePoints)).toEqual(['GIS', '吉野', 'ＡＩ', '𠮷野'])
    expect(['𠮷野', 'ＡＩ', 'GIS', '吉野'].sort()).toEqual(['GIS', '吉野', '𠮷野', 'ＡＩ'])
    expect(ordersMayDiffer('ＡＩ𠮷野')).toBe(true)
    expect(ordersMayDiffer('𠮷野家')).toBe(false)
    expect(ordersMayDiffer('ＡＩ吉野')).toBe(false)
  })

  it('also decides the labels of blank nodes', async () => {
    const name = '<https://schema.org/name>'
    const digest = (lines: readonly string[]) => createHash('sha256').update(lines.join('')).digest('hex')
    const hashes = (tags: readonly string[]) => digest(tags.map((tag) => `_:a ${name} "${tag}" .\n`))
    // Two blank nodes, the first with both kinds of characters: their order by hash depends on the order of its two lines.
    const other = [...Array(64).keys()]
      .map((number) => `人${number}`)
      .find((text) => {
        const fixed = hashes([text])
        return fixed > hashes(['ＡＩ', '𠮷野']) !== fixed > hashes(['𠮷野', 'ＡＩ'])
      })
    const dataset = rdfCanonize.NQuads.parse(`_:x ${name} "ＡＩ" .\n_:x ${name} "𠮷野" .\n_:y ${name} "${other}" .\n`)
    const standard = await labelDataset(dataset, 'code-point')
    const common = await labelDataset(dataset, 'utf-16')
    const first = hashes(['ＡＩ', '𠮷野']) < hashes([other ?? '']) ? 'ＡＩ' : other
    expect(other).toBeDefined()
    expect(standard.ok && standard.value).toContain(`_:c14n0 ${name} "${first}" .`)
    expect(common.ok && common.value).not.toContain(`_:c14n0 ${name} "${first}" .`)
  })
})

describe('vectors of RDFC-1.0', () => {
  it('give every canonical form, in both orders, and the poisoned graph is given up', async () => {
    const entries = haveVectors ? vectorJson('w3c-rdf-canon/manifest.jsonld').entries : []
    const tests = (Array.isArray(entries) ? entries : []).filter(isObject).map(({ type, action, result, hashAlgorithm }) => ({
      poisoned: String(type).includes('Negative'),
      input: `w3c-rdf-canon/${action}`,
      result: `w3c-rdf-canon/${result}`,
      digest: hashAlgorithm === 'SHA384' ? ('sha384' as const) : ('sha256' as const),
    }))
    for (const { poisoned, input, result, digest } of tests) {
      const dataset = rdfCanonize.NQuads.parse(vectorText(input))
      for (const order of ['code-point', 'utf-16'] as const) {
        const form = await labelDataset(dataset, order, digest)
        if (poisoned) expect(form, input).toEqual({ ok: false, problem: { code: 'canonicalization.too-complex', at: '' } })
        else if (result.endsWith('.nq')) expect(form, input).toEqual({ ok: true, value: vectorText(result) })
        else expect(form.ok, input).toBe(true)
      }
    }
    if (haveVectors) expect(tests.length).toBeGreaterThan(60)
    say('RDFC-1.0', tests.length)
  })

  it('blank nodes that are all alike are given up, however many there are', async () => {
    const nodes = [...Array(14).keys()]
    const knows = '<https://schema.org/knows>'
    const everyoneKnowsEveryone = nodes.flatMap((one) => nodes.filter((other) => other !== one).map((other) => `_:n${one} ${knows} _:n${other} .\n`))
    const form = await labelDataset(rdfCanonize.NQuads.parse(everyoneKnowsEveryone.join('')), 'code-point')
    expect(form).toEqual({ ok: false, problem: { code: 'canonicalization.too-complex', at: '' } })
  })
})
