import { describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import type { JsonObject } from '../../../../shared/model/json'
import { compact, contextWith, credentialOf, ecSigner, ed25519Signer, issuer, key, rawToken } from '../stage'

const home = 'https://badge.example.jp'
const issuerId = `${home}/issuer/1`
const creator = `${home}/keys/1`
const signer = ed25519Signer()
const assertion = (verification: JsonObject): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${home}/assertion/1`,
  recipient: { type: 'email', hashed: false, identity: 'taro@city.example' },
  badge: { type: 'BadgeClass', id: `${home}/badge/1`, name: '地域防災', issuer: issuerId },
  verification,
  issuedOn: '2025-06-14T00:00:00+09:00',
})
const profile = (publicKey: string | readonly string[]): JsonObject => ({ type: 'Issuer', id: issuerId, name: '協議会', url: home, publicKey })
const register = [issuer(issuerId, [key(creator, signer)])]
const verdictOf = async (token: string, held = contextWith(register)) => {
  const { grade, axes, problems } = await verify(credentialOf(token), held)
  return { grade, integrity: axes.integrity.value, issuer: axes.issuer.value, codes: problems.map(({ code }) => code) }
}

describe('the key of a signed badge', () => {
  it('that the badge does not name is the one its issuer lists, or the one its header names', async () => {
    const unnamed = assertion({ type: 'SignedBadge' })
    expect(await verdictOf(await compact(unnamed, {}, signer), contextWith(register, [profile(creator)]))).toMatchObject({ grade: 'verified' })
    expect(await verdictOf(await compact(unnamed, { kid: creator }, signer), contextWith(register, [profile([creator, `${home}/keys/2`])]))).toMatchObject({
      grade: 'verified',
    })
    expect(await verdictOf(await compact(unnamed, {}, signer), contextWith(register, [profile([creator, `${home}/keys/2`])]))).toMatchObject({
      issuer: 'unresolved',
    })
  })
  it('that the register pins is the issuer’s, though an older profile does not list it', async () => {
    const token = await compact(assertion({ type: 'SignedBadge', creator }), {}, signer)
    expect(await verdictOf(token, contextWith(register, [profile(`${home}/keys/older`)]))).toMatchObject({ grade: 'verified' })
  })
  it('may be written out as its creator, and is then a claim of the badge', async () => {
    const whole = { id: `${home}/keys/own`, type: 'CryptographicKey', owner: issuerId, publicKeyJwk: signer.jwk }
    expect(await verdictOf(await compact(assertion({ type: 'SignedBadge', creator: whole }), {}, signer), contextWith())).toMatchObject({
      grade: 'unproven',
      integrity: 'intact',
      issuer: 'unauthenticated',
    })
  })
  it('of another type than in the header makes the badge malformed, and so does a header without an algorithm', async () => {
    const token = await compact(assertion({ type: 'SignedBadge', creator }), {}, ecSigner('P-256'))
    expect(await verdictOf(token)).toMatchObject({ grade: 'rejected', integrity: 'malformed', codes: expect.arrayContaining(['jwt.algorithm']) })
    expect(await verdictOf(rawToken({ typ: 'JWT' }, assertion({ type: 'SignedBadge', creator }), 'AA'))).toMatchObject({
      grade: 'rejected',
      integrity: 'malformed',
    })
  })
})
