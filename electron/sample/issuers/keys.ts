import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { generate } from '@digitalbazaar/ed25519-multikey'
import { p256 } from '@noble/curves/nist.js'
import { CompactSign, importJWK, type JWK } from 'jose'
import rsaFile from '../../../resources/sample/fictitious-rsa-key.json' with { type: 'json' }

/** A key of the fictitious city. Every private key here follows from the seed or stands in `resources/sample`: none protects anything. */
export interface SampleKey {
  readonly algorithm: 'EdDSA' | 'ES256' | 'RS256'
  readonly publicJwk: JWK
  /** A compact JWS over the payload. */
  signJws(header: object, payload: string): Promise<string>
}

/** An Ed25519 key that also signs embedded proofs. */
export interface SampleEd25519Key extends SampleKey {
  readonly publicKeyMultibase: string
  /** A signer for the data-integrity libraries that names `verificationMethod` as its key. */
  signerAs(verificationMethod: string): object
}

const seedBytes = (seed: number, label: string) => createHash('sha256').update(`fictitious key of the sample city: ${seed} ${label}`).digest()
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')

async function joseSigner(algorithm: 'EdDSA' | 'RS256', privateJwk: JWK): Promise<SampleKey['signJws']> {
  const key = await importJWK(privateJwk, algorithm)
  return (header, payload) => new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: algorithm, ...header }).sign(key)
}

/** An Ed25519 key that follows from seed and label. */
export async function makeEd25519Key(seed: number, label: string): Promise<SampleEd25519Key> {
  const secret = seedBytes(seed, label)
  const pair = await generate({ seed: secret })
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(pair.publicKey) }
  return {
    algorithm: 'EdDSA',
    publicJwk,
    publicKeyMultibase: pair.publicKeyMultibase,
    signJws: await joseSigner('EdDSA', { ...publicJwk, d: base64url(secret) }),
    signerAs: (verificationMethod) => ({ ...pair.signer(), id: verificationMethod }),
  }
}

/** A P-256 key that follows from seed and label; its signatures are deterministic (RFC 6979), which WebCrypto's are not. */
export function makeP256Key(seed: number, label: string): SampleKey {
  const secret = new Uint8Array(seedBytes(seed, label))
  const point = p256.getPublicKey(secret, false)
  const publicJwk = { kty: 'EC', crv: 'P-256', x: base64url(point.slice(1, 33)), y: base64url(point.slice(33)) }
  return {
    algorithm: 'ES256',
    publicJwk,
    async signJws(header, payload) {
      const input = `${base64url(JSON.stringify({ alg: 'ES256', ...header }))}.${base64url(payload)}`
      return `${input}.${base64url(p256.sign(new TextEncoder().encode(input), secret, { prehash: true, extraEntropy: false }))}`
    },
  }
}

/** The one RSA key: such keys cannot be made from a seed, so a fictitious one is kept as a file. */
export async function readRsaKey(): Promise<SampleKey & { readonly publicKeyPem: string }> {
  const { n, e } = rsaFile.jwk
  const publicKeyPem = createPublicKey(createPrivateKey({ key: rsaFile.jwk, format: 'jwk' })).export({ type: 'spki', format: 'pem' })
  return {
    algorithm: 'RS256',
    publicJwk: { kty: 'RSA', n, e },
    publicKeyPem: publicKeyPem.toString(),
    signJws: await joseSigner('RS256', rsaFile.jwk),
  }
}
