import { describe, expect, it } from 'vitest'
import { endorsementsOf, normalForm } from '../../../electron/parser'
import type { JsonObject } from '../../../shared/model/json'
import { hostedBadge, openBadge3, tokenOf } from '../../fixtures/parser/documents'
import { credentialIn, parseText } from './parseText'

const endorsementOf = (about: string | null, more: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:endorsement-1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: { id: 'did:web:endorser.example', type: ['Profile'], name: '推薦する会' },
  validFrom: '2026-04-02T00:00:00+09:00',
  credentialSubject: { ...(about === null ? {} : { id: about }), type: ['EndorsementSubject'], endorsementComment: '標準的な内容です。' },
  ...more,
})

const { credentialSubject, issuer } = openBadge3 as { credentialSubject: JsonObject; issuer: JsonObject }
const achievement = credentialSubject.achievement as JsonObject
const withAchievement = (more: JsonObject): JsonObject => ({
  ...openBadge3,
  credentialSubject: { ...credentialSubject, achievement: { ...achievement, ...more } },
})

const found = (document: unknown) => endorsementsOf(credentialIn(document))
const codesOf = (endorsement: ReturnType<typeof found>[number] | undefined) =>
  endorsement?.found.kind === 'credential' ? endorsement.found.problems.map(({ code }) => code) : []

describe('an endorsement of Open Badges 3.0', () => {
  it('is in the credential, its achievement or its issuer, and is a credential of its own', () => {
    const all = found({
      ...withAchievement({ endorsement: [endorsementOf(String(achievement.id)), endorsementOf(String(achievement.id), { id: 'urn:uuid:2' })] }),
      endorsement: endorsementOf(String(openBadge3.id)),
      issuer: { ...issuer, endorsement: [endorsementOf('did:web:example.ac.jp')] },
    })
    expect(all.map(({ standsIn, at, about }) => [standsIn, at, about])).toEqual([
      ['credential', '/endorsement', openBadge3.id],
      ['achievement', '/credentialSubject/achievement/endorsement/0', achievement.id],
      ['achievement', '/credentialSubject/achievement/endorsement/1', achievement.id],
      ['issuer', '/issuer/endorsement/0', 'did:web:example.ac.jp'],
    ])
    const [first] = all
    expect(first).toMatchObject({
      comment: '標準的な内容です。',
      found: {
        kind: 'credential',
        source: 'a.json/endorsement',
        credential: { standard: 'VC', id: 'urn:uuid:endorsement-1', issuer: { id: 'did:web:endorser.example', name: '推薦する会' } },
        secured: { kind: 'document', document: endorsementOf(String(openBadge3.id)) },
        problems: [],
      },
    })
  })

  it('about another thing than the one that carries it has a problem, and one about nothing too', () => {
    const [other, nothing] = found({ ...openBadge3, endorsement: [endorsementOf('urn:uuid:another'), endorsementOf(null)] })
    const code = 'endorsement.other-subject'
    expect(other?.found).toMatchObject({ problems: [{ code, at: '/credentialSubject/id', detail: 'urn:uuid:another' }] })
    expect([nothing?.about, codesOf(nothing)]).toEqual([null, ['credential.no-recipient', code]])
  })

  it('without a subject is about nothing', () => {
    const [endorsement] = found({ ...openBadge3, endorsement: endorsementOf(null, { credentialSubject: 'urn:uuid:x' }) })
    expect(endorsement).toMatchObject({ about: null, comment: null })
    expect(codesOf(endorsement)).toContain('endorsement.other-subject')
  })

  it('is read as an endorsement, whatever its type', () => {
    const [endorsement] = found({ ...openBadge3, endorsement: { ...openBadge3, id: 'urn:uuid:badge-inside' } })
    expect(endorsement?.found).toMatchObject({ kind: 'credential', credential: { standard: 'VC', id: 'urn:uuid:badge-inside' } })
  })

  it('may be a token; an invalid one is unreadable', () => {
    const token = tokenOf(endorsementOf(String(achievement.id)))
    const [read, broken, number] = found(withAchievement({ endorsementJwt: [token, 'no.token', 7] }))
    expect(read).toMatchObject({
      standsIn: 'achievement',
      at: '/credentialSubject/achievement/endorsementJwt/0',
      about: achievement.id,
      found: { kind: 'credential', secured: { kind: 'jwt', token }, problems: [] },
    })
    for (const one of [broken, number]) expect(one).toMatchObject({ about: null, found: { kind: 'unreadable', problem: { code: 'jwt.syntax' } } })
  })

  it('has the problems of the file’s text inside it, and no others', () => {
    const text = JSON.stringify({ ...openBadge3, evidence: null, endorsement: endorsementOf(String(openBadge3.id)) })
    const twice = text.replace('"id":"urn:uuid:endorsement-1"', '"id":"urn:uuid:endorsement-1","name":"a","name":"b"').replace('"id":', '"id":"urn:0","id":')
    const [parsed] = parseText(twice)
    if (parsed?.kind !== 'credential') throw new Error('no credential')
    expect(parsed.problems.map(({ code }) => code)).toContain('document.null-member')
    expect(endorsementsOf(parsed)[0]?.found).toMatchObject({ problems: [{ code: 'json.duplicate-member', at: '/name' }] })
  })

  it('is none where a badge has none, and where the badge itself is only an address', () => {
    expect(found(openBadge3)).toEqual([])
    expect(found({ ...openBadge3, endorsement: ['', 7], issuer: 'did:web:example.ac.jp', credentialSubject: ['x', credentialSubject] })).toEqual([])
    const [address] = parseText('https://badge.example.org/assertion/1', 'a.txt')
    const secured = { kind: 'address' as const, url: 'https://badge.example.org/assertion/1' }
    expect(endorsementsOf({ ...credentialIn(openBadge3), secured })).toEqual([])
    expect(address).toBeDefined()
  })

  it('given by address alone has only that, and is read from the stored copy of it', () => {
    const address = 'https://endorser.example/1'
    const document = { ...openBadge3, endorsement: [address] }
    expect(found(document)).toEqual([
      expect.objectContaining({
        ...{ standsIn: 'credential', at: '/endorsement/0', about: null, comment: null, address },
        found: expect.objectContaining({ kind: 'credential', secured: { kind: 'address', url: address }, problems: [] }),
      }),
    ])
    const copy = endorsementOf(String(openBadge3.id), { id: address })
    const held = endorsementsOf(credentialIn(document), (url) => (url === address ? { read: normalForm(copy), text: JSON.stringify(copy) } : null))
    expect(held).toMatchObject([{ about: String(openBadge3.id), address, found: { credential: { id: address }, problems: [] } }])
  })

  it('is one of a hundred at most', () => {
    const many = Array.from({ length: 150 }, (_, index) => endorsementOf(String(openBadge3.id), { id: `urn:uuid:${index}` }))
    expect(found({ ...openBadge3, endorsement: many })).toHaveLength(100)
  })
})

describe('an endorsement of Open Badges 2.0', () => {
  const badge = hostedBadge.badge as JsonObject
  const claim = (about: string | null): JsonObject => ({
    type: 'Endorsement',
    id: 'https://endorser.example/endorsements/1',
    claim: { ...(about === null ? {} : { id: about }), endorsementComment: '地域の研修に合います。' },
    issuedOn: '2025-10-02T00:00:00+09:00',
    issuer: 'https://endorser.example/issuer',
    verification: { type: 'hosted' },
  })

  it('is in the badge class or its issuer, and is hosted or signed like an assertion', () => {
    const { issuer: badgeIssuer, ...rest } = badge as { issuer: JsonObject }
    const all = found({
      ...hostedBadge,
      badge: { ...rest, endorsement: claim(String(badge.id)), issuer: { ...badgeIssuer, endorsement: [claim('https://badge.example.org/Issuer/2')] } },
    })
    expect(all.map(({ standsIn, at, about, comment }) => [standsIn, at, about, comment])).toEqual([
      ['achievement', '/badge/endorsement', badge.id, '地域の研修に合います。'],
      ['issuer', '/badge/issuer/endorsement/0', 'https://badge.example.org/Issuer/2', '地域の研修に合います。'],
    ])
    expect(all[0]?.found).toMatchObject({
      credential: { standard: 'OB2', issuer: { id: 'https://endorser.example/issuer' }, validFrom: '2025-10-02T00:00:00+09:00' },
      secured: { kind: 'hosted', url: 'https://endorser.example/endorsements/1' },
      problems: [],
    })
    expect(all[1]?.found).toMatchObject({ problems: [{ code: 'endorsement.other-subject', at: '/claim/id' }] })
  })

  it('about nothing has the problem without a detail', () => {
    const [endorsement] = found({ ...hostedBadge, endorsement: claim(null) })
    expect(endorsement?.found).toMatchObject({ problems: [{ code: 'endorsement.other-subject', at: '/claim/id' }] })
  })
})
