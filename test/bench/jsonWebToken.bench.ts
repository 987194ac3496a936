import { generateKeyPairSync, type KeyObject, sign, verify as verifyBytes } from 'node:crypto'
import { CompactSign, jwtVerify } from 'jose'
import { test } from 'vitest'
import type { JsonObject } from '../../shared/model/json'
import { knowing, makeCredential, now } from './credentials'
import { compare, measure, printTable, processor, type Row } from './measure'
import { parsed, verified } from './ours'

const count = 200

type Algorithm = 'EdDSA' | 'RS256' | 'ES256'

function makeKeys(algorithm: Algorithm): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519')
  if (algorithm === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

const seconds = (instant: unknown) => Math.floor(Date.parse(String(instant)) / 1000)

/** The payload of Open Badges 3.0's own profile: the credential, and the registered claims that repeat it. */
const claimsOf = (credential: JsonObject, iss: string): JsonObject => ({
  ...credential,
  iss,
  jti: credential.id ?? null,
  nbf: seconds(credential.validFrom),
  exp: seconds(credential.validUntil),
})

async function rowsOf(algorithm: Algorithm): Promise<readonly Row[]> {
  const { publicKey, privateKey } = makeKeys(algorithm)
  // The issuer's DID is its key: neither side looks anything up.
  const did = `did:jwk:${Buffer.from(JSON.stringify(publicKey.export({ format: 'jwk' }))).toString('base64url')}`
  const context = knowing(did)
  const tokens: string[] = []
  for (let number = 0; number < count; number++) {
    const payload = JSON.stringify(claimsOf(makeCredential(number, did), did))
    tokens.push(await new CompactSign(Buffer.from(payload)).setProtectedHeader({ alg: algorithm, kid: `${did}#0`, typ: 'JWT' }).sign(privateKey))
  }
  const files = tokens.map((token) => Buffer.from(token))
  const inHand = files.map(parsed)
  const all = async <One>(list: readonly One[], run: (one: One) => Promise<unknown>) => {
    for (const one of list) await run(one)
  }
  // As the engine takes them at least cost: bare keys, ECDSA in DER.
  const digest = algorithm === 'EdDSA' ? null : 'sha256'
  const inputs = tokens.map((token) => Buffer.from(token.slice(0, token.lastIndexOf('.'))))
  const signed = inputs.map((input) => ({ input, signature: sign(digest, input, privateKey) }))
  const bareSignatures = () => {
    for (const { input, signature } of signed) if (!verifyBytes(digest, input, publicKey, signature)) throw new Error('not verified')
  }
  const {
    whole,
    verify,
    bare,
    'jose jwtVerify': jose,
  } = await measure(
    { warm: 15, counted: 25, clock: processor, lead: true },
    {
      whole: { units: count, run: () => all(files, (bytes) => verified(parsed(bytes), context)) },
      verify: { units: count, run: () => all(inHand, (one) => verified(one, context)) },
      bare: { units: count, run: bareSignatures },
      'jose jwtVerify': { units: count, run: () => all(tokens, (token) => jwtVerify(token, publicKey, { currentDate: now })) },
    },
  )
  return [
    compare(`${algorithm}: read + parse + verify`, whole, jose, 'json-web-token'),
    compare(`${algorithm}: verify alone`, verify, jose, 'json-web-token'),
    compare(`${algorithm}: node:crypto alone, the floor of both`, bare, jose, null),
  ]
}

test('VC-JWT in one thread', async () => {
  const rows = [...(await rowsOf('EdDSA')), ...(await rowsOf('RS256')), ...(await rowsOf('ES256'))]
  printTable(`VC-JWT, one thread, ${count} different credentials of about 3 KB each`, rows, {
    remarks: [
      'The two do not do the same: jose checks a signature and `exp`; ours also reads the text strictly, normalises the credential and judges all six axes.',
    ],
    whyMissed: {
      'json-web-token':
        'Both hand the signature to the same OpenSSL, which takes most of the time of either: where nothing but the signature is checked, nobody can be half as slow again.',
    },
  })
})
