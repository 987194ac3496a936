import { expect, it, vi } from 'vitest'
import { fallbackTexts } from '../../../../electron/verifier/jsonld/canonicalTexts'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { testKey } from '../signer'
import { badge } from '../stage'
import { contextAt, keysAtHand } from './keysAtHand'
import { signSelectively } from './selectiveSigner'

vi.mock(import('../../../../electron/verifier/jsonld/canonicalTexts'), async (original) => {
  const real = await original()
  return { ...real, fallbackTexts: vi.fn(real.fallbackTexts) }
})

const web = 'did:web:chuo-u.example'
const key = testKey('P-256', 5)

it('a signature of a key type without a second library is intact where plan and jsonld give the same text', async () => {
  const document = await signSelectively(badge(web), key, `${web}#${key.multibase}`, () => true)
  const context = contextAt('2026-11-22T10:00:00Z')
  for (const times of [1, 2]) {
    const { integrity } = await checkProofs(document, [], { issuerId: web, issuedAt: null }, context, keysAtHand())
    // The first time jsonld canonicalizes it; the second time its plan is the first of its shape.
    expect([integrity.value, vi.mocked(fallbackTexts).mock.calls.length]).toEqual(['intact', times])
  }
  expect([context.crossCheck.mayPlan(), context.crossCheck.takeMismatches()]).toEqual([true, []])
})
