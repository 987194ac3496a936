import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { usualSample } from '../../../electron/sample'
import { loadContext } from '../../../electron/sample/badges/embeddedProof'
import { type Answer, bakedText, type OpenedCity, openCity, textOfBytes } from './openedBundle'

type DocumentLoader = (url: string) => Promise<{ readonly contextUrl: null; readonly documentUrl: string; readonly document: unknown }>

/* The libraries that signed have no types: what is called of them stands here, and each is loaded by name. */
interface Libraries {
  verifyCredential(options: {
    readonly credential: object
    readonly suite: object
    readonly documentLoader: DocumentLoader
    readonly now: string
    readonly checkStatus: () => Promise<{ readonly verified: boolean }>
  }): Promise<{ readonly verified: boolean }>
  readonly DataIntegrityProof: new (options: { readonly cryptosuite: object }) => object
  readonly Ed25519Signature2020: new (options: object) => object
  readonly cryptosuite: object
}
const packages = ['vc', 'data-integrity', 'ed25519-signature-2020', 'eddsa-rdfc-2022-cryptosuite'].map((name) => `@digitalbazaar/${name}`)

let libraries: Libraries
let city: OpenedCity
beforeAll(async () => {
  const modules: readonly Partial<Libraries>[] = await Promise.all(packages.map((name) => import(/* @vite-ignore */ name)))
  libraries = Object.assign({}, ...modules) as Libraries
  city = await openCity(usualSample)
})

const textOf = (answer: Answer): string => {
  const bytes = city.entries.get(answer.source) ?? new Uint8Array()
  return answer.container === 'png' ? bakedText(bytes) : textOfBytes(bytes)
}

const genuine = (proof: string, fault: string | null = null) =>
  city.answers.files.filter(
    (answer) => answer.proof === proof && answer.fault === fault && /^(json|jws|png)$/.test(answer.container ?? '') && !answer.source.includes('#'),
  )

interface Signed {
  readonly proof: { readonly verificationMethod: string }
}

/** Resolves did:key by itself and did:web from the bundle, as a courier would have brought it. */
const load: DocumentLoader = async (url) => {
  const found = (document: unknown) => ({ contextUrl: null, documentUrl: url, document }) as const
  const [did = '', fragment] = url.split('#')
  const multikey = (id: string, publicKeyMultibase: string) => ({
    '@context': 'https://w3id.org/security/multikey/v1',
    id,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase,
  })
  if (did.startsWith('did:key:'))
    return found(fragment ? multikey(url, fragment) : { '@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [`${did}#${did.slice(8)}`] })
  if (!did.startsWith('did:web:')) return loadContext(url)
  const document = JSON.parse(textOfBytes([...city.entries].find(([name]) => name.endsWith('東峰大学_did.json'))?.[1])) as {
    readonly verificationMethod: readonly { readonly id: string; readonly publicKeyMultibase: string }[]
  }
  const method = document.verificationMethod.find(({ id }) => id === url)
  return found(method ? multikey(method.id, method.publicKeyMultibase) : document)
}

const check = (document: Signed, suite: object) =>
  libraries.verifyCredential({ credential: document, suite, documentLoader: load, now: '2026-11-20T03:00:00Z', checkStatus: async () => ({ verified: true }) })

test.each([
  ['eddsa-rdfc-2022', () => new libraries.DataIntegrityProof({ cryptosuite: libraries.cryptosuite })],
  ['Ed25519Signature2020', () => new libraries.Ed25519Signature2020({})],
])('%s badges verify with the library that signed them, and tampered ones do not', async (proof, suite) => {
  const current = genuine(proof).filter(({ axes }) => axes?.time === 'current')
  expect(current.length).toBeGreaterThan(10)
  for (const answer of current.slice(0, 12)) expect((await check(JSON.parse(textOf(answer)) as Signed, suite())).verified, answer.source).toBe(true)
  const tampered = genuine(proof, 'tampered')
  expect(tampered.length).toBeGreaterThan(0)
  for (const answer of tampered) expect((await check(JSON.parse(textOf(answer)) as Signed, suite())).verified, answer.source).toBe(false)
})

/** Keys of token issuers, from the bundle or from the DID itself. */
async function keyOf(token: string) {
  const { kid = '', alg = '' } = decodeProtectedHeader(token)
  const jwks = JSON.parse(textOfBytes([...city.entries].find(([name]) => name.endsWith('_jwks.json'))?.[1])) as {
    readonly keys: readonly (JWK & { readonly kid: string })[]
  }
  if (kid.startsWith('did:jwk:')) return importJWK(JSON.parse(Buffer.from(kid.slice(8).split('#')[0] ?? '', 'base64url').toString('utf8')) as JWK, alg)
  return importJWK(jwks.keys.find((key) => key.kid === kid) ?? (jwks.keys[0] as JWK), alg)
}

test('RS256 and ES256 tokens verify with jose, and tampered ones do not', async () => {
  const tokens = [...genuine('vc-jwt'), ...genuine('ob2-jws')].map(textOf).filter((token) => /^(RS256|ES256)$/.test(decodeProtectedHeader(token).alg ?? ''))
  expect(tokens.length).toBeGreaterThan(60)
  expect(new Set(tokens.map((token) => decodeProtectedHeader(token).alg))).toEqual(new Set(['RS256', 'ES256']))
  for (const token of tokens) expect((await compactVerify(token, await keyOf(token))).payload.length).toBeGreaterThan(100)
  const tampered = [...genuine('vc-jwt', 'tampered'), ...genuine('ob2-jws', 'tampered')]
    .map(textOf)
    .filter((token) => decodeProtectedHeader(token).alg !== 'EdDSA')
  expect(tampered.length).toBeGreaterThan(1)
  for (const token of tampered) await expect(keyOf(token).then((key) => compactVerify(token, key))).rejects.toThrow()
})

test('evidence holds each confirmed badge as it stands in its picture, with its digest', async () => {
  const { createHash } = await import('node:crypto')
  const bundle = JSON.parse(textOfBytes([...city.entries].find(([name]) => name.includes('照会結果.json'))?.[1])) as {
    readonly fetched: readonly { readonly url: string; readonly body: string; readonly sha256: string }[]
  }
  const bodies = new Map(bundle.fetched.map((one) => [one.body, one]))
  const confirmed = city.answers.withEvidence.files.filter(
    ({ grade, container, source, fault }) => grade === 'confirmed' && container === 'png' && fault !== 'compressed-chunk' && !source.includes('#'),
  )
  expect(confirmed.length).toBeGreaterThan(50)
  for (const answer of confirmed) {
    const served = bodies.get(textOf(answer))
    expect(served?.sha256, answer.source).toBe(createHash('sha256').update(textOf(answer)).digest('hex'))
  }
})
