import { expect, it, vi } from 'vitest'
import { stockTexts } from '../../../../electron/verifier/jsonld/canonicalTexts'
import { mayPlan, takeDifferences } from '../../../../electron/verifier/jsonld/shadow'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { testKey } from '../signer'
import { badge } from '../stage'
import { contextAt, keysAtHand } from './keysAtHand'
import { signSelectively } from './selectiveSigner'

vi.mock(import('../../../../electron/verifier/jsonld/canonicalTexts'), async (original) => {
  const real = await original()
  return { ...real, stockTexts: vi.fn(real.stockTexts) }
})

const web = 'did:web:chuo-u.example'
const key = testKey('P-256', 5)

// In a file of its own: another program is asked about the first signature of a process.
it('a signature about which there is no other program to ask is believed where plan and stock say the same', async () => {
  const document = await signSelectively(badge(web), key, `${web}#${key.multibase}`, () => true)
  for (const times of [1, 2]) {
    const { integrity } = await checkProofs(document, [], { issuerId: web, issuedAt: null }, contextAt('2026-11-22T10:00:00Z'), keysAtHand())
    // The first time its contexts are left to stock, the second time it is the first of its shape.
    expect([integrity.value, vi.mocked(stockTexts).mock.calls.length]).toEqual(['intact', times])
  }
  expect([mayPlan(), takeDifferences()]).toEqual([true, []])
})
