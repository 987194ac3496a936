import { expect, it } from 'vitest'
import { verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { methodOf } from './peer'
import { unsignedBadge } from './proofs/signedElsewhere'
import { signStatements, testKey } from './signer'
import { contextWith, credentialOf, issuer } from './stage'

/* Members that every object inherits, in place of an address: jsonld would write into them, for every later document. */

const university = { id: 'did:web:chuo-u.example', key: testKey('Ed25519', 1) }
const context = contextWith([
  issuer(university.id, [{ id: methodOf(university), material: { publicKeyMultibase: university.key.multibase }, validFrom: null, validUntil: null }]),
])
const findingOf = async (document: JsonObject) => (await verify(credentialOf(JSON.stringify(document)), context)).axes.integrity

/** Everything inherited by an empty object, and the members of that. */
function inherited(): readonly string[] {
  const names = Object.getOwnPropertyNames(Object.prototype)
  const holders = [Object.prototype, ...names.flatMap((name) => Object.getOwnPropertyDescriptor(Object.prototype, name)?.value ?? [])]
  return holders.flatMap((holder) => Object.getOwnPropertyNames(holder))
}

it.each(Object.getOwnPropertyNames(Object.prototype))('a badge that refers to %s changes nothing for later documents', async (name) => {
  const honest = await signStatements(unsignedBadge(), 'eddsa-rdfc-2022', university.key, methodOf(university))
  const before = inherited()
  for (const place of [{ evidence: ['urn:x', name] }, { id: name }, { refreshService: { id: name, type: 'urn:x:Service' } }]) {
    expect(await findingOf({ ...honest, ...place })).toMatchObject({ value: 'data-loss' })
  }
  expect(inherited()).toEqual(before)
  expect(await findingOf(honest)).toMatchObject({ value: 'intact' })
})
