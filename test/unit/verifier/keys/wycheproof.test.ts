import { describe, expect, it } from 'vitest'
import { jwkKey } from '../../../../electron/verifier/keys/jwk'
import type { PublicKey } from '../../../../electron/verifier/keys/key'
import { spkiKey } from '../../../../electron/verifier/keys/keyInfo'
import { ecKey, ed25519Key, type KeyReading } from '../../../../electron/verifier/keys/publicKey'
import { verifySignature } from '../../../../electron/verifier/keys/signature'
import { inspectJws, verifyJws } from '../../../../electron/verifier/proofs/jws/compactJws'
import type { JsonObject } from '../../../../shared/model/json'
import { readVector } from '../vectors'

interface Case {
  readonly tcId: number
  readonly msg: string
  readonly sig: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
  readonly flags: readonly string[]
}
interface Group {
  readonly publicKey: { readonly pk?: string; readonly uncompressed?: string }
  readonly publicKeyDer: string
  readonly tests: readonly Case[]
}
interface File {
  readonly testGroups: readonly Group[]
}

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

function run(path: string, hash: 'none' | 'sha256' | 'sha384', read: (group: Group) => KeyReading) {
  const file = readVector<File>(path)
  const wrong: number[] = []
  let count = 0
  for (const group of file?.testGroups ?? []) {
    const reading = read(group)
    for (const { tcId, msg, sig, result } of group.tests) {
      count++
      const accepted = reading.ok && verifySignature(reading.value, hash, bytes(msg), bytes(sig))
      if (result !== 'acceptable' && accepted !== (result === 'valid')) wrong.push(tcId)
    }
  }
  console.log(`${path}: ${count} cases`)
  return { wrong, count, present: file !== null }
}

describe('signatures of Wycheproof', () => {
  it('Ed25519: accepts exactly the valid ones', () => {
    const { wrong } = run('wycheproof/ed25519_test.json', 'none', ({ publicKey }) => ed25519Key(bytes(publicKey.pk ?? '')))
    expect(wrong).toEqual([])
  })
  it('ECDSA P-256 and P-384, r‖s: accepts exactly the valid ones', () => {
    const p256 = run('wycheproof/ecdsa_secp256r1_sha256_p1363_test.json', 'sha256', ({ publicKey }) => ecKey('P-256', bytes(publicKey.uncompressed ?? '')))
    const p384 = run('wycheproof/ecdsa_secp384r1_sha384_p1363_test.json', 'sha384', ({ publicKey }) => ecKey('P-384', bytes(publicKey.uncompressed ?? '')))
    expect([...p256.wrong, ...p384.wrong]).toEqual([])
  })
  it('RSA PKCS #1 v1.5 with 2048 bits: accepts exactly the valid ones', () => {
    const { wrong } = run('wycheproof/rsa_signature_2048_sha256_test.json', 'sha256', ({ publicKeyDer }) => spkiKey(Buffer.from(publicKeyDer, 'hex')))
    expect(wrong).toEqual([])
  })
})

describe('ed25519-speccheck', () => {
  it('accepts exactly case 3', () => {
    const cases = readVector<readonly { message: string; pub_key: string; signature: string }[]>('ed25519-speccheck/cases.json') ?? []
    console.log(`ed25519-speccheck: ${cases.length} cases`)
    const accepted = cases.flatMap(({ message, pub_key, signature }, index) => {
      const key = ed25519Key(bytes(pub_key))
      return key.ok && verifySignature(key.value, 'none', bytes(message), bytes(signature)) ? [index] : []
    })
    expect(accepted).toEqual(cases.length > 0 ? [3] : [])
  })
})

interface JwsGroup {
  readonly comment: string
  readonly private?: JsonObject
  readonly public?: JsonObject
  readonly tests: readonly { readonly tcId: number; readonly jws: string; readonly result: string; readonly flags: readonly string[] }[]
}

describe('compact JWS of Wycheproof', () => {
  it('accepts no invalid token, and every valid one of an accepted algorithm', () => {
    const groups = ['json_web_signature_test', 'json_web_crypto_test', 'json_web_key_test'].flatMap(
      (name) => readVector<{ testGroups: readonly JwsGroup[] }>(`wycheproof/${name}.json`)?.testGroups ?? [],
    )
    const falseAccepts: string[] = []
    const falseRejects: string[] = []
    let count = 0
    for (const group of groups) {
      const jwk = group.public ?? group.private ?? {}
      const reading = jwkKey(publicHalf(jwk))
      for (const { tcId, jws, result } of group.tests) {
        count++
        const accepted = reading.ok && accepts(jws, reading.value, publicHalf(jwk))
        if (accepted && result === 'invalid') falseAccepts.push(`${group.comment} ${tcId}`)
        // Some valid tokens are of an algorithm that is not accepted here (PS384), or of one their own key does not name.
        const isOurs = /^(RS256|PS256|ES256|ES384|EdDSA)$/.test(String(headerOf(jws)?.alg)) && reading.ok
        if (!accepted && result === 'valid' && isOurs) falseRejects.push(`${group.comment} ${tcId}`)
      }
    }
    console.log(`Wycheproof JWS: ${count} cases`)
    expect(falseAccepts).toEqual([])
    expect(falseRejects).toEqual([])
  })
})

const publicHalf = ({ d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...jwk }: JsonObject): JsonObject => jwk

function accepts(token: string, key: PublicKey, jwk: JsonObject): boolean {
  const header = headerOf(token)
  if (!header) return false
  const form = inspectJws(token, header)
  return form.verdict === 'sound' && verifyJws(form.jws, key, jwk) === 'intact'
}

function headerOf(token: string): JsonObject | null {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8'))
    return typeof header === 'object' && header !== null ? (header as JsonObject) : null
  } catch {
    return null
  }
}
