import { describe, expect, test } from 'vitest'
import { newestList } from '../../../electron/engine/knowledge/knowledge'
import {
  credentialsToReverify,
  readAudit,
  readImport,
  readRegister,
  registerEntries,
  saveIssuers,
  saveVerification,
  supportDocuments,
  unregisteredIssuers,
} from '../../../electron/store'
import { contract } from '../../../shared/contract'
import type { RegisteredIssuer } from '../../../shared/model/register'
import { act, badge, good, importItems, openScratch, person, settle, support, verdict } from './stand'

const chuo: RegisteredIssuer = {
  id: 'did:key:z6Mk1',
  name: '中央大学',
  nameEn: 'Chuo University',
  confirmedBy: '人事課 佐伯',
  confirmedOn: '2026-04-01',
  how: '公文書で受領',
  keys: [
    { id: 'did:web:example.ac.jp#key-1', material: { publicKeyMultibase: 'z6Mk1' }, validFrom: null, validUntil: '2026-04-01T00:00:00+09:00' },
    { id: 'did:web:example.ac.jp#key-1', material: { publicKeyJwk: { kty: 'OKP', x: 'AA' } }, validFrom: '2026-04-01T00:00:00+09:00', validUntil: null },
  ],
}

function city() {
  const db = openScratch()
  settle(db, { people: [person('00123')], posts: [], divisions: [] })
  importItems(db, 'one', [
    badge({ id: 'urn:1' }),
    badge({ id: 'urn:2', grade: 'unregistered', staffNumber: '00123' }),
    badge({ id: 'urn:3', grade: 'rejected' }),
    badge({ id: 'urn:4', issuer: 'did:key:z6Mk2', grade: 'unregistered' }),
    badge({ id: 'urn:5', issuer: 'did:key:z6Mk2', grade: 'unregistered', axes: { status: 'revoked' } }),
    badge({ id: 'urn:6', issuer: 'did:web:example.com', grade: 'unproven' }),
  ])
  return db
}

describe('the issuer register', () => {
  test('is read as it was saved, keys of one name and two periods included', () => {
    const db = openScratch()
    good(saveIssuers(db, { issuers: [chuo], ...act }))
    expect(readRegister(db)).toEqual({ issuers: [chuo] })
  })

  test('an issuer saved again replaces the former, which is in the audit log', () => {
    const db = openScratch()
    good(saveIssuers(db, { issuers: [chuo], ...act }))
    good(saveIssuers(db, { issuers: [{ ...chuo, keys: [] }], ...act }))
    expect(readRegister(db).issuers).toEqual([{ ...chuo, keys: [] }])
    expect(readAudit(db, { offset: 0, limit: 1 })[0]).toMatchObject({
      action: 'register.save',
      subject: chuo.id,
      actor: 'local',
      detail: { before: { keys: [{}, {}] } },
    })
  })

  test('counts the badges of each issuer, without rejected ones', () => {
    const db = city()
    good(saveIssuers(db, { issuers: [chuo], ...act }))
    expect(registerEntries(db)).toEqual([
      {
        id: chuo.id,
        name: '中央大学',
        nameEn: 'Chuo University',
        confirmedBy: '人事課 佐伯',
        confirmedOn: '2026-04-01',
        how: '公文書で受領',
        badges: 2,
        waiting: 1,
      },
    ])
  })

  test('lists issuers that are not registered, and how many badges would count if they were', () => {
    const db = city()
    good(saveIssuers(db, { issuers: [chuo], ...act }))
    expect(unregisteredIssuers(db)).toEqual([
      { id: 'did:key:z6Mk2', claimedName: '中央大学を名乗る者', badges: 2, wouldCount: 1 },
      { id: 'did:web:example.com', claimedName: '中央大学を名乗る者', badges: 1, wouldCount: 0 },
    ])
  })
})

describe('reverifying', () => {
  test('reads the originals of the named issuers, and verdicts may be saved in between', () => {
    const db = city()
    const seen: number[] = []
    for (const { credentialId, bytes, ordinal } of credentialsToReverify(db, { issuerIds: ['did:key:z6Mk1'] })) {
      expect(new TextDecoder().decode(bytes)).toContain('did:key:z6Mk1')
      expect(ordinal).toBe(0)
      seen.push(credentialId)
      good(saveVerification(db, { verifications: [{ credentialId, verdict: verdict('verified') }], ...act }))
    }
    expect(seen).toEqual([1, 2, 3])
    expect([...credentialsToReverify(db)]).toHaveLength(6)
    expect([...credentialsToReverify(db, { notFrom: 'one' })]).toHaveLength(0)
  })

  test('an equal verdict adds no history but updates what was seen', () => {
    const db = city()
    const same = { ...verdict('verified'), contextDigest: 'd'.repeat(64) }
    expect(good(saveVerification(db, { verifications: [{ credentialId: 1, verdict: same }], at: '2026-12-01T00:00:00.000Z', actor: 'local' }))).toEqual({
      changed: 0,
      changes: [],
      run: null,
    })
    expect(db.prepare('SELECT at, context_digest FROM verification WHERE credential_id = 1').all()).toEqual([
      { at: '2026-12-01T00:00:00.000Z', context_digest: 'd'.repeat(64) },
    ])
  })

  test('a match found since is no new verdict; a conflict is one', () => {
    const db = city()
    const save = (recipient: 'matched' | 'conflict') =>
      good(saveVerification(db, { verifications: [{ credentialId: 2, verdict: verdict('unregistered', { recipient }) }], ...act })).changed
    expect([save('matched'), save('conflict')]).toEqual([0, 1])
  })

  test('a version that becomes verified changes the days of the others', () => {
    const db = openScratch()
    const [older, newer] = importItems(db, 'one', [
      badge({ id: 'urn:1', grade: 'verified' }),
      badge({ id: 'urn:1', grade: 'unproven', from: '2026-04-01T00:00:00+09:00' }),
    ])
    const versions = () => db.prepare('SELECT id, followed_from, contested FROM credential ORDER BY id').all()
    expect(versions()).toEqual([
      { id: older!.credentialId, followed_from: null, contested: 1 },
      { id: newer!.credentialId, followed_from: null, contested: 1 },
    ])
    good(saveVerification(db, { verifications: [{ credentialId: newer!.credentialId!, verdict: verdict('verified') }], ...act }))
    expect(versions()).toEqual([
      { id: older!.credentialId, followed_from: '2026-04-01', contested: 0 },
      { id: newer!.credentialId, followed_from: null, contested: 0 },
    ])
  })
})

describe('supporting documents and the import in full', () => {
  const list = JSON.stringify({ id: 'https://example.ac.jp/status/1', validFrom: '2026-10-31T00:00:00+09:00' })
  const token = `${Buffer.from('{"alg":"EdDSA"}').toString('base64url')}.${Buffer.from('{"iss":"x"}').toString('base64url')}.AAAA`

  test('are stored once, with their text and document', () => {
    const db = openScratch()
    importItems(db, 'one', [support(list), support(list), support(token, 'keyDocument')])
    expect(supportDocuments(db).map(({ kind, type, id, raw, text }) => ({ kind, type, id, raw, text }))).toEqual([
      { kind: 'support', type: 'statusList', id: 'https://example.ac.jp/status/1', raw: JSON.parse(list), text: list },
      { kind: 'support', type: 'keyDocument', id: 'https://example.ac.jp/status/1', raw: { iss: 'x' }, text: token },
    ])
    importItems(db, 'two', [{ ...support('{"n\\u0061me":"x"}'), document: '{"name":"x"}' }])
    expect(supportDocuments(db).at(-1)?.raw).toEqual({ name: 'x' })
  })

  test('the import has the reasons of rejected things and the numbers of issuers, keys and lists', () => {
    const db = city()
    good(saveIssuers(db, { issuers: [chuo], ...act }))
    importItems(db, 'two', [
      badge({ id: 'urn:7', grade: 'rejected' }),
      badge({ id: 'urn:8', grade: 'rejected' }),
      badge({ id: 'urn:9', axes: { time: 'expired', status: 'unknown' } }),
      badge({ id: 'urn:10', axes: { status: 'revoked' } }),
      support(list),
      { kind: 'unreadable', source: 'a.png', problem: { code: 'file.empty' } },
    ])
    const read = good(readImport(db, { importId: 'two', newestList }))
    expect(contract['import.read'].output.parse(read)).toEqual(read)
    expect(read.reasons).toEqual([
      { outcome: 'rejected', problem: { code: 'proof.altered' }, count: 2 },
      { outcome: 'unreadable', problem: { code: 'file.empty' }, count: 1 },
    ])
    expect(read).toMatchObject({ expired: 1, revoked: 1, statusUnknown: 1, issuers: 1, keys: 2, statusLists: 1, newestList: '2026-10-31' })
    expect(readImport(db, { importId: 'none', newestList })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
  })
})
