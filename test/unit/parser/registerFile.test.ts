import { describe, expect, it } from 'vitest'
import { readRegister } from '../../../electron/parser'
import type { JsonObject } from '../../../shared/model/json'
import { parseDocument } from './parseText'

const issuer = { id: 'did:web:example.ac.jp', name: '例示大学', keys: [{ id: 'did:web:example.ac.jp#key-1', publicKeyMultibase: 'z6Mk' }] }
const register = (also: JsonObject = {}): JsonObject => ({ kind: 'tekizai-issuer-register', version: 1, issuers: [issuer], ...also })

describe('an issuer register as a file', () => {
  it('is a supporting document that needs no id', () => {
    expect(parseDocument(register())).toMatchObject([{ kind: 'support', type: 'register', id: null, problems: [] }])
  })
  it('may leave out who confirmed an issuer, and its keys', () => {
    expect(readRegister(register({ issuers: [{ id: 'did:key:z6Mk', name: '例示大学', keys: null, nameEn: null }] }))).toEqual({
      ok: true,
      value: { issuers: [{ id: 'did:key:z6Mk', name: '例示大学', nameEn: null, confirmedBy: '', confirmedOn: '', how: '', keys: [] }] },
    })
  })
  it('gives a key without an id the id of its issuer', () => {
    expect(readRegister(register({ issuers: [{ ...issuer, keys: [{ publicKeyMultibase: 'z6Mk' }] }] }))).toMatchObject({
      value: { issuers: [{ keys: [{ id: issuer.id }] }] },
    })
  })
  it.each([
    [{ kind: 'tekizai-evidence' }, '/kind'],
    [{ version: 2 }, '/version'],
    [{ version: '1' }, '/version'],
    [{ issuers: { 0: issuer } }, '/issuers'],
    [{ issuers: ['did:web:example.ac.jp'] }, '/issuers/0'],
    [{ issuers: [issuer, null] }, '/issuers/1'],
    [{ issuers: [{ ...issuer, id: '' }] }, '/issuers/0/id'],
    [{ issuers: [{ ...issuer, name: '' }] }, '/issuers/0/name'],
    [{ issuers: [{ ...issuer, keys: { publicKeyMultibase: 'z6Mk' } }] }, '/issuers/0/keys'],
    [{ issuers: [{ ...issuer, keys: ['z6Mk'] }] }, '/issuers/0/keys/0'],
    [{ issuers: [{ ...issuer, keys: [{ publicKeyMultibase: 'z6Mk', validFrom: 20260401 }] }] }, '/issuers/0/keys/0/validFrom'],
  ])('with %j is refused at %s', (also, at) => {
    expect(readRegister(register(also))).toEqual({ ok: false, problem: { code: 'register.shape', at } })
  })
})
