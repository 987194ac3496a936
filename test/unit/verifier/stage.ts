import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { base58 } from '@scure/base'
import { CompactSign } from 'jose'
import { parse } from '../../../electron/parser'
import type { ParsedCredential, ParsedEnvelope, SupportDocument } from '../../../electron/parser/parsed'
import { type AskedList, buildContext, evidenceDigest, type VerifierContext } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import type { RegisteredIssuer, RegisteredKey } from '../../../shared/model/register'

/** The instant of most tests. */
export const now = new Date('2026-11-22T10:00:00Z')

export interface Signer {
  readonly privateKey: KeyObject
  readonly jwk: JsonObject
  readonly alg: 'EdDSA' | 'ES256' | 'ES384' | 'RS256'
}

const plainJwk = (key: KeyObject): JsonObject => JSON.parse(JSON.stringify(key.export({ format: 'jwk' })))

export function ed25519Signer(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, jwk: plainJwk(publicKey), alg: 'EdDSA' }
}
export function ecSigner(namedCurve: 'P-256' | 'P-384'): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve })
  return { privateKey, jwk: plainJwk(publicKey), alg: namedCurve === 'P-256' ? 'ES256' : 'ES384' }
}
export function rsaSigner(modulusLength = 2048): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength })
  return { privateKey, jwk: plainJwk(publicKey), alg: 'RS256' }
}

const bytesOf = (text: unknown): Buffer => Buffer.from(String(text), 'base64url')

/** The key of a signer as `publicKeyMultibase`. */
export function multibase({ jwk, alg }: Signer): string {
  const x = bytesOf(jwk.x)
  if (alg === 'EdDSA') return `z${base58.encode(Buffer.concat([Buffer.from([0xed, 0x01]), x]))}`
  const sign = ((bytesOf(jwk.y).at(-1) ?? 0) & 1) === 1 ? 3 : 2
  return `z${base58.encode(Buffer.concat([Buffer.from([alg === 'ES256' ? 0x80 : 0x81, 0x24, sign]), x]))}`
}

export const didKeyOf = (signer: Signer): string => `did:key:${multibase(signer)}`
export const didJwkOf = ({ jwk }: Signer): string => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`

export const compact = (payload: unknown, header: JsonObject, { privateKey, alg }: Signer): Promise<string> =>
  new CompactSign(Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload))).setProtectedHeader({ alg, ...header }).sign(privateKey)

/** A token with any header and any signature bytes. */
export const rawToken = (header: JsonObject, payload: JsonObject, signature: Buffer | string): string =>
  [JSON.stringify(header), JSON.stringify(payload)].map((part) => Buffer.from(part).toString('base64url')).join('.') +
  `.${typeof signature === 'string' ? signature : signature.toString('base64url')}`

const envelope = (text: string, kind: 'json' | 'jws') => ({
  kind: 'envelope' as const,
  source: 'test',
  container: kind,
  baked: null,
  payload: { kind, text },
  problems: [],
})

export function credentialOf(text: string): ParsedCredential | ParsedEnvelope {
  const kind = text.trimStart().startsWith('{') ? 'json' : 'jws'
  const found = parse(envelope(text, kind)).find((item) => item.kind === 'credential' || item.kind === 'envelope')
  if (!found) throw new Error(`no credential in ${text.slice(0, 80)}`)
  return found
}

export function supportOf(document: JsonObject | string): SupportDocument {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const found = parse(envelope(text, text.trimStart().startsWith('{') ? 'json' : 'jws')).find((item) => item.kind === 'support')
  if (!found) throw new Error(`no supporting document in ${text.slice(0, 80)}`)
  return found
}

export const key = (id: string, signer: Signer, validFrom: string | null = null, validUntil: string | null = null): RegisteredKey => ({
  id,
  material: { publicKeyJwk: signer.jwk },
  validFrom,
  validUntil,
})

export const issuer = (id: string, keys: readonly RegisteredKey[] = [], name = '中央大学', nameEn: string | null = 'Chuo University'): RegisteredIssuer => ({
  id,
  name,
  nameEn,
  confirmedBy: '佐伯 由香里',
  confirmedOn: '2026-04-01',
  how: '公文書',
  keys,
})

/** A context in which evidence counts, as if a user had accepted it. */
export const contextWith = (register: readonly RegisteredIssuer[] = [], documents: readonly (JsonObject | string)[] = [], at = now): VerifierContext => {
  const held = documents.map(supportOf)
  return buildContext(held, { issuers: register }, at, { accepted: held.map(evidenceDigest) })
}

/** A context in which evidence is unsolicited and not accepted. */
export const contextOfFiles = (register: readonly RegisteredIssuer[] = [], documents: readonly (JsonObject | string)[] = [], at = now): VerifierContext =>
  buildContext(documents.map(supportOf), { issuers: register }, at)

/** A courier list from before all evidence of these tests, with these addresses. */
export const askedList = (id: string, ...addresses: readonly string[]): AskedList => ({ id, writtenAt: '2025-01-01T00:00:00Z', addresses })

/** An evidence bundle with what the courier fetched. */
export const evidence = (
  ...fetched: readonly { url: string; body: string; status?: number; host?: string; sha256?: string; fetchedOn?: string; finalUrl?: string }[]
): JsonObject => ({
  kind: 'tekizai-evidence',
  version: 1,
  fetched: fetched.map(({ url, body, ...rest }) => ({
    url,
    host: new URL(url).host,
    status: 200,
    fetchedOn: '2026-11-01T09:00:00+09:00',
    sha256: createHash('sha256').update(body, 'utf8').digest('hex'),
    body,
    ...rest,
  })),
})

/** An Open Badges 3.0 credential without a proof. */
export const badge = (issuerId: string, also: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuerId, type: ['Profile'], name: '中央大学' },
  validFrom: '2026-04-01T00:00:00+09:00',
  credentialSubject: {
    id: 'did:example:holder',
    type: ['AchievementSubject'],
    achievement: { id: 'https://example.ac.jp/a/1', type: ['Achievement'], name: '地域防災', description: '図上訓練', criteria: { narrative: '修了' } },
  },
  ...also,
})

/** The same credential as the payload of a token in Open Badges 3.0's own profile. */
export const claims = (document: JsonObject, also: JsonObject = {}): JsonObject => ({
  ...document,
  iss: (document.issuer as JsonObject).id ?? null,
  sub: 'did:example:holder',
  jti: document.id ?? null,
  nbf: Math.floor(Date.parse(String(document.validFrom)) / 1000),
  ...also,
})
