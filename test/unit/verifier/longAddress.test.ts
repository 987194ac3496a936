import { expect, it } from 'vitest'
import { verify } from '../../../electron/verifier'
import { hostOf } from '../../../electron/verifier/context/inquiry'
import type { JsonObject } from '../../../shared/model/json'
import { contextWith, credentialOf, evidence } from './stage'

/** canParse is true for this address, and new URL throws. */
const address = `https://b${'A'.repeat(20_000)}.example.org/assertion/1`

it('an address whose host has 20,000 capital letters has no host and gives a verdict', async () => {
  const assertion: JsonObject = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: address,
    recipient: { type: 'email', hashed: false, identity: 'taro@city.example' },
    badge: { id: address, type: 'BadgeClass', issuer: { id: 'https://b.example.org/i', type: 'Issuer' } },
    verification: { type: 'HostedBadge' },
    issuedOn: '2025-06-14T00:00:00+09:00',
  }
  expect(hostOf(address)).toBeNull()
  expect((await verify(credentialOf(JSON.stringify(assertion)), contextWith())).grade).toBe('unproven')
  const rules = { type: 'Issuer', id: 'https://b.example.org/i', name: 'x', verification: { startsWith: address, allowedOrigins: address } }
  const inOrder = JSON.stringify({ ...assertion, id: 'https://b.example.org/a/1' })
  expect((await verify(credentialOf(inOrder), contextWith([], [evidence({ url: rules.id, body: JSON.stringify(rules) })]))).grade).toBe('rejected')
})
