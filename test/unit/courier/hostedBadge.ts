import { createHash } from 'node:crypto'
import type { JsonObject } from '../../../shared/model/json'

/* A hosted badge of Open Badges 2.0, and the courier's record of its address. */

export const home = 'https://badge.example.jp'
export const url = `${home}/assertion/1`
export const context = 'https://w3id.org/openbadges/v2'
export const issuer: JsonObject = { '@context': context, id: `${home}/issuer/1`, type: 'Issuer', name: '地域防災教育協議会' }
export const badgeClass: JsonObject = {
  '@context': context,
  id: `${home}/class/1`,
  type: 'BadgeClass',
  name: '地域防災リーダー',
  criteria: '修了',
  issuer: `${home}/issuer/1`,
}
export const hosted = (also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'Assertion',
  id: url,
  recipient: { type: 'email', hashed: false, identity: 'a@city.example' },
  badge: { ...badgeClass, issuer },
  verification: { type: 'HostedBadge' },
  issuedOn: '2025-06-14T00:00:00+09:00',
  ...also,
})
export const digest = (body: string | Uint8Array) => createHash('sha256').update(body).digest('hex')
/** One entry of a bundle, with members the script writes. */
export const entry = (also: JsonObject = {}, body: string | null = JSON.stringify(hosted())): JsonObject => ({
  url,
  finalUrl: url,
  host: 'badge.example.jp',
  redirects: [],
  status: 200,
  fetchedOn: '2026-11-01T00:00:00Z',
  contentType: 'application/json',
  sha256: body === null ? null : digest(body),
  body,
  ...also,
})
export const bundle = (...fetched: readonly JsonObject[]): JsonObject => ({ kind: 'tekizai-evidence', version: 1, fetched })
