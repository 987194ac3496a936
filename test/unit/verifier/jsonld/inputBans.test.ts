import { describe, expect, it } from 'vitest'
import { findBan } from '../../../../electron/verifier/jsonld/inputBans'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'

const dataModel = 'https://www.w3.org/ns/credentials/v2'
const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const clr = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
const suite2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

const badge = (changes: JsonObject = {}): JsonObject => ({
  '@context': [dataModel, openBadges],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: { type: ['AchievementSubject'], achievement: { type: ['Achievement'], name: 'GIS基礎' } },
  ...changes,
})

const withContext = (context: JsonValue) => findBan(badge({ '@context': context }))

describe('contexts of a credential', () => {
  it('may be the data model alone, or the data model, the badge and extensions, in this order', () => {
    expect(withContext(dataModel)).toBeNull()
    expect(withContext([dataModel, openBadges])).toBeNull()
    expect(withContext([dataModel, clr, openBadges, extensions])).toBeNull()
    expect(withContext([dataModel, suite2020])).toBeNull()
    expect(withContext([dataModel, 'https://www.chuo-u.example/context', openBadges])).toBeNull()
  })

  it('must not be written out inside the credential', () => {
    expect(withContext([dataModel, openBadges, { until2: 'https://www.w3.org/2018/credentials#validUntil' }])).toEqual({
      code: 'context.inline',
      at: '/@context/2',
    })
    expect(withContext({ validUntil: null })).toEqual({ code: 'context.inline', at: '/@context' })
    expect(withContext([dataModel, null])).toEqual({ code: 'context.inline', at: '/@context/1' })
  })

  it('must not be in another order', () => {
    expect(withContext([openBadges, dataModel])).toEqual({ code: 'context.order', at: '/@context', detail: openBadges })
    expect(withContext([dataModel, suite2020, openBadges])).toEqual({ code: 'context.order', at: '/@context', detail: openBadges })
    expect(findBan({ type: ['VerifiableCredential'] })).toEqual({ code: 'context.order', at: '/@context' })
    expect(withContext([])).toEqual({ code: 'context.order', at: '/@context' })
  })

  it('must not be changed inside the credential', () => {
    const subject = { type: ['AchievementSubject'], '@context': [dataModel] }
    expect(findBan(badge({ credentialSubject: subject }))).toEqual({ code: 'context.nested', at: '/credentialSubject/@context' })
    expect(findBan(badge({ endorsement: [{ '@context': [dataModel], type: ['Profile'] }] }))).toEqual({ code: 'context.nested', at: '/endorsement/0/@context' })
    expect(findBan(badge({ issuer: { id: 'did:example:a', toString: { '@context': dataModel } } }))).toEqual({
      code: 'context.nested',
      at: '/issuer/toString/@context',
    })
  })

  it('belong to each credential inside, with the same rules', () => {
    const endorsement = { '@context': [dataModel, openBadges], type: ['VerifiableCredential', 'EndorsementCredential'] }
    expect(findBan(badge({ endorsement: [endorsement] }))).toBeNull()
    expect(findBan(badge({ issuer: { id: 'did:example:a', endorsement } }))).toBeNull()
    expect(findBan(badge({ endorsement: [{ ...endorsement, '@context': [dataModel, {}] }] }))).toEqual({
      code: 'context.inline',
      at: '/endorsement/0/@context/1',
    })
    const inner = (changes: JsonObject) =>
      badge({ credentialSubject: { type: ['ClrSubject'], verifiableCredential: [badge(changes), 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln'] } })
    expect(findBan(inner({}))).toBeNull()
    expect(findBan(inner({ '@included': [] }))).toEqual({
      code: 'context.keyword',
      at: '/credentialSubject/verifiableCredential/0/@included',
      detail: '@included',
    })
  })

  it('may be repeated in a proof from the first on, and not otherwise', () => {
    expect(findBan(badge({ proof: { type: 'DataIntegrityProof', '@context': [dataModel] } }))).toBeNull()
    expect(findBan(badge({ proof: [{ type: 'DataIntegrityProof', '@context': [openBadges] }] }))).toEqual({ code: 'context.nested', at: '/proof/0/@context' })
  })
})

describe('members of a credential', () => {
  it('must not be keywords of JSON-LD, nor have one as their type', () => {
    expect(findBan(badge({ '@included': [{ id: 'urn:uuid:1' }] }))).toEqual({ code: 'context.keyword', at: '/@included', detail: '@included' })
    expect(findBan(badge({ name: { '@value': 'GIS基礎' } }))).toEqual({ code: 'context.keyword', at: '/name/@value', detail: '@value' })
    expect(findBan(badge({ type: ['VerifiableCredential', '@json'] }))).toEqual({ code: 'context.keyword', at: '/type/1', detail: '@json' })
    expect(findBan(badge({ proof: { type: 'DataIntegrityProof', '@type': 'x' } }))).toEqual({ code: 'context.keyword', at: '/proof/@type', detail: '@type' })
  })

  it('must not have a name for which the contexts have a short form', () => {
    const status = { id: 'https://status.example/1#5', type: '1EdTechRevocationList' }
    const full = 'https://www.w3.org/2018/credentials#credentialStatus'
    expect(findBan(badge({ [full]: status }))).toEqual({ code: 'context.alias', at: '/https:~1~1www.w3.org~12018~1credentials#credentialStatus', detail: full })
    expect(findBan(badge({ 'cred:credentialStatus': status }))).toMatchObject({ code: 'context.alias', detail: 'cred:credentialStatus' })
    const fullType = 'https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#1EdTechRevocationList'
    expect(findBan(badge({ credentialStatus: { ...status, type: fullType } }))).toEqual({
      code: 'context.alias',
      at: '/credentialStatus/type',
      detail: fullType,
    })
    expect(findBan(badge({ credentialSubject: { Criteria: { narrative: '試験' } } }))).toMatchObject({ code: 'context.alias', detail: 'Criteria' })
    expect(findBan(badge({ proof: { type: 'Ed25519Signature2020', expiration: '2026-01-01T00:00:00Z' } }))).toMatchObject({
      code: 'context.alias',
      detail: 'expiration',
    })
  })

  it('may have a full name of the issuer’s own', () => {
    expect(findBan(badge({ 'https://www.chuo-u.example/terms#course': '情報' }))).toBeNull()
    expect(findBan(badge({ credentialSubject: { type: ['AchievementSubject', 'https://www.chuo-u.example/terms#Student'] } }))).toBeNull()
  })
})

describe('names cached as harmless', () => {
  it('are harmless only with the same contexts', () => {
    const table = (context: JsonObject) => ({ newer: new Map([[dataModel, { '@context': context }]]), older: new Map() })
    const named = badge({ '@context': dataModel, 'urn:mine': 'x' })
    for (let times = 0; times < 2; times++) {
      expect(findBan(named, table({ name: 'urn:name' }))).toBeNull()
      expect(findBan(named, table({ mine: 'urn:mine' }))).toEqual({ code: 'context.alias', at: '/urn:mine', detail: 'urn:mine' })
    }
  })

  it('do not hide a ban: every ban is found with a full cache', () => {
    const many = Object.fromEntries(Array.from({ length: 1100 }, (_, number) => [`own${number}`, { type: `Own${number}` }]))
    const long = { ['x'.repeat(200)]: { type: 'y'.repeat(200) } }
    for (let times = 0; times < 2; times++) {
      expect(findBan(badge({ ...many, ...long }))).toBeNull()
      expect(findBan(badge({ ...many, '@foo': 1 }))).toMatchObject({ code: 'context.keyword', at: '/@foo' })
      expect(findBan(badge({ ...many, last: { type: '@json' } }))).toMatchObject({ code: 'context.keyword', at: '/last/type' })
    }
  })

  it('are not types cached as harmless', () => {
    const full = 'https://www.w3.org/2018/credentials#validUntil'
    expect(findBan(badge({ type: ['VerifiableCredential', 'expiration'] }))).toBeNull()
    expect(findBan(badge({ expiration: 'x' }))).toMatchObject({ code: 'context.alias', at: '/expiration' })
    expect(findBan(badge({ [full]: 'x' }))).toMatchObject({ code: 'context.alias' })
    expect(findBan(badge({ type: [full] }))).toMatchObject({ code: 'context.alias' })
  })
})
