import { createHash } from 'node:crypto'
import type { JsonObject } from '../../../shared/model/json'
import type { Written } from '../answers/expected'
import type { SampleAchievement } from '../issuers/achievements'
import type { Issuers } from '../issuers/issuers'
import { makeBadgeClass, makeProfile } from './openBadges2'
import type { Workshop } from './workshop'

/** Fewer than would make an evidence file large. */
const servedPerFile = 1000

const file = (folder: string, name: string, type: string, text: string): Written => ({
  name,
  folder: [folder],
  bytes: Buffer.from(text, 'utf8'),
  expected: [{ kind: 'support', type }],
})

const keys = '鍵と一覧'

function didDocument({ toho }: Issuers): JsonObject {
  const method = (id: string, publicKeyMultibase: string) => ({ id, type: 'Multikey', controller: toho.id, publicKeyMultibase })
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: toho.id,
    verificationMethod: [method(toho.firstMethod, toho.first.publicKeyMultibase), method(toho.secondMethod, toho.second.publicKeyMultibase)],
    assertionMethod: [toho.firstMethod, toho.secondMethod],
  }
}

/** What the courier brought back: each hosted badge exactly as its address serves it, and what its issuers publish. */
function evidenceFiles({ served, calendar }: Workshop, published: readonly JsonObject[]): readonly Written[] {
  const documents = published.map((document) => ({ url: String(document.id), body: JSON.stringify(document) }))
  const fetched = [...served, ...documents].map(({ url, body }) => ({
    url,
    finalUrl: url,
    host: new URL(url).host,
    status: 200,
    fetchedOn: `${calendar.day('2026-11-16')}T10:30:00+09:00`,
    contentType: 'application/json',
    sha256: createHash('sha256').update(body, 'utf8').digest('hex'),
    body,
  }))
  const files: Written[] = []
  for (let at = 0; at < fetched.length; at += servedPerFile) {
    const bundle = { kind: 'tekizai-evidence', version: 1, fetched: fetched.slice(at, at + servedPerFile) }
    files.push(file('照会結果', '照会結果.json', 'evidence', JSON.stringify(bundle)))
  }
  return files
}

/** Profiles, keys, lists and evidence that lie in the bundle beside the badges. */
export async function makeSupportFiles(workshop: Workshop, achievements: readonly SampleAchievement[]): Promise<readonly Written[]> {
  const { by, rsa } = workshop.issuers
  const created = new Date(`${workshop.calendar.day('2026-10-31')}T00:00:00Z`).toISOString().replace('.000', '')
  const lists = await workshop.ledger.write([by.toho, by.jichi3], workshop.calendar.day('2026-09-30').concat('T00:00:00Z'))
  const revocations = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'RevocationList',
    id: `https://${by.jichi.host}/revocations/1`,
    issuer: by.jichi.id,
    revokedAssertions: workshop.revokedAssertions.map((id, index) => (index % 2 === 0 ? id : { id, revocationReason: '誤発行' })),
  }
  const key = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'CryptographicKey',
    id: by.jichi.signing?.method ?? '',
    owner: by.jichi.id,
    publicKeyPem: rsa.publicKeyPem,
  }
  const jwks = {
    keys: [{ kty: 'RSA', n: rsa.publicJwk.n ?? '', e: rsa.publicJwk.e ?? '', kid: by.jichi3.signing?.method ?? '', alg: 'RS256', use: 'sig' }],
    updated: created,
  }
  const nexus = achievements.filter(({ issuer }) => issuer === 'nexus')
  const classes = nexus.map((achievement) => makeBadgeClass(achievement, by.nexus.host, by.nexus.id))
  return [
    file(keys, '東峰大学_did.json', 'keyDocument', JSON.stringify(didDocument(workshop.issuers), null, 2)),
    file(keys, '全国自治体研修機構_issuer.json', 'profile', JSON.stringify(makeProfile(by.jichi), null, 2)),
    file(keys, '全国自治体研修機構_key.json', 'keyDocument', JSON.stringify(key, null, 2)),
    file(keys, '全国自治体研修機構_jwks.json', 'jwks', JSON.stringify(jwks, null, 2)),
    file(keys, '全国自治体研修機構_revocations.json', 'revocationList', JSON.stringify(revocations)),
    file(keys, '自治体情報化推進協会_issuer.json', 'profile', JSON.stringify(makeProfile(by.nexus), null, 2)),
    ...classes.map((badgeClass) => file(keys, `${badgeClass.name}_badge.json`, 'badgeClass', JSON.stringify(badgeClass, null, 2))),
    ...lists.map(({ name, text }) => file(keys, name, 'statusList', text)),
    ...evidenceFiles(workshop, classes),
  ]
}

/** Files that lie about in every shared folder. */
export function makeIgnoredFiles(): readonly Written[] {
  const ignored = (folder: readonly string[], name: string, bytes: Uint8Array): Written => ({ name, folder, bytes, expected: [{ kind: 'ignored' }] })
  const thumbs = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(504).fill(0))
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1')
  return [
    ignored(['総務部', '総務課'], 'Thumbs.db', thumbs),
    ignored(['福祉部', '健康予防課'], 'Thumbs.db', thumbs),
    ignored(['市民部'], '.DS_Store', Uint8Array.of(0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31, 0, 0, 16, 0)),
    ignored(['__MACOSX', '市民部'], '._.DS_Store', Uint8Array.of(0, 5, 22, 7, 0, 2, 0, 0)),
    ignored([], '研修案内_表紙.pdf', pdf),
  ]
}
