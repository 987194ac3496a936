import { describe, expect, it } from 'vitest'
import { parse } from '../../../../electron/parser'
import { verify } from '../../../../electron/verifier'
import { checks } from '../../../../electron/verifier/checks'
import type { JsonObject } from '../../../../shared/model/json'
import { badge, contextWith, credentialOf } from '../stage'

const shapeOf = (document: JsonObject) => {
  const { finding, problems } = checks.schema.run(credentialOf(JSON.stringify(document)), contextWith())
  return [finding.value, ...problems.map(({ code, at }) => `${code} ${at}`)]
}

describe('the schema check', () => {
  it('of a badge of which only the address is known has no findings, and the badge is neither revoked nor clear', async () => {
    const [found] = parse({
      kind: 'envelope',
      source: 'b.png',
      container: 'png',
      baked: 'openbadges',
      payload: { kind: 'url', url: 'https://badge.example.jp/a/1' },
      problems: [],
    })
    if (found?.kind !== 'credential') throw new Error('a credential')
    const verdict = await verify(found, contextWith())
    expect(verdict).toMatchObject({ grade: 'unproven', counts: false, proof: 'hosted' })
    expect([verdict.axes.schema.value, verdict.axes.status.value, verdict.axes.integrity.value]).toEqual(['ok', 'unknown', 'unsigned'])
  })
  it('of a presentation requires contexts and type alone', () => {
    expect(shapeOf({ '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], verifiableCredential: [] })).toEqual(['ok'])
    expect(shapeOf({ type: ['VerifiablePresentation'], verifiableCredential: [] })).toEqual(['warnings', 'schema.missing-member /@context'])
  })
  it('of an endorsement requires no achievement', () => {
    const subject = { id: 'https://example.ac.jp', type: ['EndorsementSubject'], endorsementComment: '確かな内容です' }
    const endorsement = (...types: readonly string[]) =>
      badge('https://example.ac.jp', { type: ['VerifiableCredential', ...types], credentialSubject: subject })
    expect(shapeOf(endorsement('EndorsementCredential'))).toEqual(['ok'])
    expect(shapeOf(endorsement('OpenBadgeCredential', 'EndorsementCredential'))).toEqual(['ok'])
    expect(shapeOf(endorsement('OpenBadgeCredential'))).toContain('schema.missing-member /credentialSubject/achievement/id')
  })
})
