import { expect, it } from 'vitest'
import { verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { runs } from '../../fixtures/runs'
import { alterations } from './alterations'
import { type Dice, dice } from './differential/places'
import { methodOf } from './peer'
import { unsignedBadge } from './proofs/signedElsewhere'
import { signStatements, testKey } from './signer'
import { contextWith, credentialOf, issuer } from './stage'

const university = { id: 'did:web:chuo-u.example', key: testKey('Ed25519', 1) }
const context = contextWith([
  issuer(university.id, [{ id: methodOf(university), material: { publicKeyMultibase: university.key.multibase }, validFrom: null, validUntil: null }]),
])

/** Optional members: which ones a badge has decides its shape. */
const optional: readonly ((number: number) => JsonObject)[] = [
  (number) => ({ description: `研修 ${number}` }),
  (number) => ({ evidence: [{ id: `urn:evidence:${number}`, type: ['Evidence'], name: '演習', narrative: '地図' }] }),
  () => ({ evidence: [{ type: ['Evidence'], name: '演習' }] }),
  () => ({ image: { id: 'https://chuo-u.example/i/1', type: 'Image', caption: '徽章' } }),
  () => ({ awardedDate: '2026-03-20T00:00:00Z' }),
  () => ({ termsOfUse: [{ type: 'urn:x:Policy', id: 'urn:x:1' }] }),
]

const variety = (number: number, chance: Dice): JsonObject => {
  const chosen = optional.filter(() => chance.roll(2) === 0).map((member) => member(number))
  return unsignedBadge(Object.assign({ id: `urn:badge:${number}`, name: `GIS基礎 ${number}` }, ...chosen))
}

it('none of many badges of many shapes is verified once any leaf of it is altered, with plans enabled', async () => {
  const chance = dice(20261130)
  const badges = runs(60, 200)
  let altered = 0
  const accepted: string[] = []
  for (let number = 0; number < badges; number++) {
    const signed = await signStatements(variety(number, chance), 'eddsa-rdfc-2022', university.key, methodOf(university))
    const { grade } = await verify(credentialOf(JSON.stringify(signed)), context)
    expect([number, grade]).toEqual([number, 'verified'])
    for (const { what, at, document } of alterations(signed)) {
      if (what !== 'value') continue
      altered += 1
      const found = await verify(credentialOf(JSON.stringify(document)), context)
      if (found.grade === 'verified') accepted.push(`${number} ${at}`)
    }
  }
  expect(accepted).toEqual([])
  expect(altered).toBeGreaterThan(30 * badges)
  expect([context.crossCheck.mayPlan(), context.crossCheck.takeMismatches()]).toEqual([true, []])
})
