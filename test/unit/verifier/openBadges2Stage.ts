import { createPublicKey } from 'node:crypto'
import { verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { compact, contextWith, credentialOf, evidence, rsaSigner, type Signer } from './stage'

/* Badges of Open Badges 2.0 with their class, issuer and key, and the verdicts on them. */

export const home = 'https://badge.example.jp'
export const issuerId = `${home}/issuer/1`
export const creator = `${home}/keys/1`
export const context = 'https://w3id.org/openbadges/v2'
export const signer = rsaSigner()
export const pemOf = ({ jwk }: Signer) =>
  createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ format: 'pem', type: 'spki' })
    .toString()

export const profile = (also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'Issuer',
  id: issuerId,
  name: '地域防災教育協議会',
  url: home,
  email: 'a@example.jp',
  ...also,
})
export const keyDocument = (one = signer, also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'CryptographicKey',
  id: creator,
  owner: issuerId,
  publicKeyPem: pemOf(one),
  ...also,
})
export const badgeClass = (also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'BadgeClass',
  id: `${home}/badge/1`,
  name: '地域防災リーダー',
  description: '図上訓練',
  image: `${home}/image/1`,
  criteria: { narrative: '修了' },
  issuer: issuerId,
  ...also,
})
export const assertion = (also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'Assertion',
  id: `${home}/assertion/1`,
  recipient: { type: 'email', hashed: true, salt: 's', identity: `sha256$${'ab'.repeat(32)}` },
  badge: badgeClass(),
  verification: { type: 'SignedBadge', creator },
  issuedOn: '2025-06-14T00:00:00+09:00',
  ...also,
})
export const hosted = (also: JsonObject = {}) => assertion({ verification: { type: 'HostedBadge' }, ...also })

export const served = (document: JsonObject) => evidence({ url: String(document.id), body: JSON.stringify(document) })

export const verdict = async (text: string, held = contextWith()) => {
  const found = await verify(credentialOf(text), held)
  const { integrity, issuer: whose, status } = found.axes
  return {
    grade: found.grade,
    integrity: integrity.value,
    issuer: whose.value,
    status: status.value,
    proof: found.proof,
    name: found.issuerName,
    codes: found.problems.map(({ code }) => code),
  }
}
export const signed = (one = signer, also: JsonObject = {}, header: JsonObject = {}) => compact(assertion(also), header, one)
