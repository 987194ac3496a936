import { expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import type { JsonObject } from '../../../../shared/model/json'
import { methodOf } from '../peer'
import { signStatements, testKey } from '../signer'
import { contextWith, credentialOf, issuer } from '../stage'
import { unsignedBadge } from './signedElsewhere'

/* Statements of proof options are cached by their text: a signature still covers the options of its own badge. */

const university = { id: 'did:web:chuo-u.example', key: testKey('Ed25519', 1) }
const context = contextWith([
  issuer(university.id, [{ id: methodOf(university), material: { publicKeyMultibase: university.key.multibase }, validFrom: null, validUntil: null }]),
])
const signed = (number: number, options: JsonObject = {}) =>
  signStatements(unsignedBadge({ id: `urn:badge:${number}` }), 'eddsa-rdfc-2022', university.key, methodOf(university), options)
const integrity = async (document: JsonObject) => (await verify(credentialOf(JSON.stringify(document)), context)).axes.integrity.value
const withProof = (document: JsonObject, changes: JsonObject): JsonObject => ({ ...document, proof: { ...(document.proof as JsonObject), ...changes } })

it('badges with equal proof options are intact, and altered once an option is added or changed', async () => {
  for (let number = 0; number < 6; number++) {
    const badge = await signed(number)
    expect(await integrity(badge)).toBe('intact')
    expect(await integrity(withProof(badge, { domain: 'chuo-u.example' }))).not.toBe('intact')
    expect(await integrity(withProof(badge, { expires: '2030-01-01T00:00:00Z' }))).toBe('altered')
    expect(await integrity(withProof(badge, { created: '2026-04-02T00:00:00Z' }))).toBe('altered')
  }
  expect(context.crossCheck.takeMismatches()).toEqual([])
})

it('badges with many creation dates are intact, however often each date is repeated', async () => {
  for (let round = 0; round < 3; round++) {
    for (let day = 10; day < 20; day++) expect(await integrity(await signed(day, { created: `2026-05-${day}T00:00:00Z` }))).toBe('intact')
  }
  expect(context.crossCheck.takeMismatches()).toEqual([])
})

it('proof options too long for the cache are verified as well, however often they are repeated', async () => {
  const domain = 'x'.repeat(20_001)
  for (let number = 30; number < 34; number++) {
    expect(await integrity(await signed(number, { domain }))).toBe('intact')
    expect(await integrity(withProof(await signed(number, { domain }), { domain: `${domain}x` }))).toBe('altered')
  }
  expect(context.crossCheck.takeMismatches()).toEqual([])
})
