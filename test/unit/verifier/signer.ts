import { createHash } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { base58 } from '@scure/base'
import canonicalizeJson from 'canonicalize'
import jsonld from 'jsonld'
import { pinnedContexts } from '../../../electron/verifier/jsonld/contextTable'
import type { JsonObject } from '../../../shared/model/json'

/* The tests' own signer, made from parts the verifier does not use: noble's curves and jsonld's own entry. */

export type KeyType = 'Ed25519' | 'P-256' | 'P-384'

export interface TestKey {
  readonly type: KeyType
  /** `publicKeyMultibase` */
  readonly multibase: string
  readonly jwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y?: string }
  readonly publicBytes: Uint8Array
  /** Ed25519 over the bytes; ECDSA over their digest, r‖s. */
  sign(bytes: Uint8Array): Uint8Array
}

type Digest = 'sha256' | 'sha384'

const hash = (digest: Digest, text: string): Buffer => createHash(digest).update(text, 'utf8').digest()
const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url')
const multibaseOf = (prefix: readonly number[], bytes: Uint8Array): string => `z${base58.encode(Buffer.from([...prefix, ...bytes]))}`

function ecTestKey(type: 'P-256' | 'P-384', fill: number): TestKey {
  const [curve, length] = type === 'P-256' ? [p256, 32] : [p384, 48]
  const secret = new Uint8Array(length).fill(fill)
  const [point, publicBytes] = [curve.getPublicKey(secret, false), curve.getPublicKey(secret, true)]
  const [x, y] = [point.subarray(1, 1 + length), point.subarray(1 + length)]
  return {
    type,
    multibase: multibaseOf([type === 'P-256' ? 0x80 : 0x81, 0x24], publicBytes),
    jwk: { kty: 'EC', crv: type, x: base64url(x), y: base64url(y) },
    publicBytes,
    sign: (bytes) => curve.sign(bytes, secret),
  }
}

/** A key that is the same in every run. `fill` chooses it. */
export function testKey(type: KeyType, fill = 5): TestKey {
  if (type !== 'Ed25519') return ecTestKey(type, fill)
  const secret = new Uint8Array(32).fill(fill)
  const publicBytes = ed25519.getPublicKey(secret)
  return {
    type,
    multibase: multibaseOf([0xed, 0x01], publicBytes),
    jwk: { kty: 'OKP', crv: 'Ed25519', x: base64url(publicBytes) },
    publicBytes,
    sign: (bytes) => ed25519.sign(bytes, secret),
  }
}

/** Loads pinned contexts and the given ones; refuses all others. */
export const contextLoader =
  (also: Readonly<Record<string, JsonObject>> = {}) =>
  async (url: string) => {
    const document = also[url] ?? pinnedContexts.newer.get(url)
    if (!document) throw new Error(`not pinned: ${url}`)
    return { document, documentUrl: url, tag: 'static' }
  }

/** How to make canonical statements of a document: with which additional contexts, and which digest for labels. */
export interface Canonical {
  readonly also?: Readonly<Record<string, JsonObject>>
  readonly digest?: Digest
}

export const canonicalStatements = (document: JsonObject, { also = {}, digest = 'sha256' }: Canonical = {}): Promise<string> =>
  jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    base: null,
    safe: true,
    canonizeOptions: { messageDigestAlgorithm: digest },
    documentLoader: contextLoader(also),
  })

/** Digest of the proof options, then that of the document. */
async function statementDigests(document: JsonObject, options: JsonObject, canonical: Canonical): Promise<Uint8Array> {
  const placed = { '@context': document['@context'] ?? null, ...options }
  const halves = [await canonicalStatements(placed, canonical), await canonicalStatements(document, canonical)]
  return Buffer.concat(halves.map((text) => hash(canonical.digest ?? 'sha256', text)))
}

export const signedOn = '2026-04-01T00:00:00Z'

const options = (type: string, verificationMethod: string, also: JsonObject = {}): JsonObject => ({
  type,
  created: signedOn,
  verificationMethod,
  proofPurpose: 'assertionMethod',
  ...also,
})

const digestOf = ({ type }: TestKey): Digest => (type === 'P-384' ? 'sha384' : 'sha256')

/** Signs the statements of a document: a Data Integrity suite, or `Ed25519Signature2020`. */
export async function signStatements(document: JsonObject, suite: string, key: TestKey, method: string, also: JsonObject = {}): Promise<JsonObject> {
  const chosen = suite === 'Ed25519Signature2020' ? options(suite, method, also) : options('DataIntegrityProof', method, { cryptosuite: suite, ...also })
  const signature = key.sign(await statementDigests(document, chosen, { digest: digestOf(key) }))
  return { ...document, proof: { ...chosen, proofValue: `z${base58.encode(signature)}` } }
}

/** Signs the text of a document: `eddsa-jcs-2022`, `ecdsa-jcs-2019`. */
export function signText(document: JsonObject, suite: string, key: TestKey, method: string, also: JsonObject = {}): JsonObject {
  const chosen = options('DataIntegrityProof', method, { '@context': document['@context'] ?? null, cryptosuite: suite, ...also })
  const halves = [chosen, document].map((part) => hash(digestOf(key), canonicalizeJson(part) ?? ''))
  return { ...document, proof: { ...chosen, proofValue: `z${base58.encode(key.sign(Buffer.concat(halves)))}` } }
}

/** Signs bytes as the payload of a JWS; returns the signature for the protected header. */
export type SignDetached = (header: JsonObject, payload: Uint8Array) => Promise<string>

/** Signs the statements of a document as a detached JWS: `Ed25519Signature2018`, `JsonWebSignature2020`. `sign` returns `header..signature`. */
export async function signDetached(document: JsonObject, type: string, alg: string, method: string, sign: SignDetached, canonical: Canonical = {}) {
  const chosen = options(type, method)
  const jws = await sign({ alg, b64: false, crit: ['b64'] }, await statementDigests(document, chosen, canonical))
  return { ...document, proof: { ...chosen, jws } }
}

/** A compact JWS made by hand. */
export function signCompact(header: JsonObject, payload: JsonObject, key: TestKey): string {
  const input = [header, payload].map((part) => base64url(JSON.stringify(part))).join('.')
  return `${input}.${base64url(key.sign(Buffer.from(input)))}`
}
