import { base58 } from '@scure/base'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'
import type { Dice } from './places'

const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const credentials = 'https://www.w3.org/2018/credentials#'

/** Contexts written out in the file, most of which give an old statement a new name. */
const inline: readonly JsonValue[] = [
  { until2: { '@id': `${credentials}validUntil`, '@type': dateTime } },
  { more: '@nest' },
  { nickname: 'https://example.com/nickname' },
  { validUntil: null },
  { '@vocab': 'https://example.com/vocab#' },
  { '@propagate': true },
  {},
  null,
]

const known = [...pinnedContexts.newer.keys()]

type ContextChange = (contexts: readonly JsonValue[], dice: Dice) => JsonValue

export const strangeContexts: readonly ContextChange[] = [
  (contexts, dice) => [...contexts, dice.pick(known)],
  (contexts, dice) => [...contexts, dice.pick(known)],
  (contexts, dice) => contexts.toSpliced(dice.roll(contexts.length + 1), 0, dice.pick(known)),
  (contexts, dice) => contexts.toSpliced(dice.roll(contexts.length + 1), 1),
  (contexts, dice) => [...contexts, dice.pick(contexts.length > 0 ? contexts : known)],
  (contexts) => contexts.toReversed(),
  (contexts, dice) => [...contexts, dice.pick(inline)],
  (contexts, dice) => [...contexts, dice.pick(inline)],
  (contexts) => [...contexts, 'https://example.com/context.json'],
  (contexts, dice) => dice.pick(contexts.length > 0 ? contexts : known),
  (contexts) => [contexts],
  () => 'https://www.w3.org/ns/credentials/v2',
  () => null,
  () => [],
  () => ({}),
]

export const strangeMembers = {
  known: [
    'name',
    'description',
    'evidence',
    'validUntil',
    'expirationDate',
    'credentialStatus',
    'termsOfUse',
    'image',
    'tag',
    'endorsement',
    'holder',
    'refreshService',
  ],
  unknown: ['nickname', 'until2', 'x', '', 'constructor', 'https://example.com/x', 'ex:x', '_:x', 'expiration', 'Criteria'],
  types: [
    'Extra',
    'Profile',
    'https://example.com/Type',
    '',
    '_:t',
    '@id',
    'https://www.w3.org/2018/credentials#VerifiableCredential',
    'VerifiablePresentation',
  ],
  languages: [
    { '@language': 'en' },
    { '@language': 'JA' },
    { '@language': '' },
    { '@language': null },
    { '@value': 'x' },
    { '@value': 1 },
    { '@direction': 'rtl' },
    { '@type': 'https://example.com/Type' },
    { '@id': 'https://example.com/x' },
    { '@index': 'x' },
    { name: 'x' },
  ],
  keywords: [
    { '@id': 'https://example.com/x' },
    { '@type': 'https://example.com/Type' },
    { '@included': [] },
    { '@included': [{ id: 'https://example.com/x' }] },
    { '@graph': [] },
    { '@reverse': {} },
    { '@index': 'x' },
    { '@nest': {} },
    { '@language': 'ja' },
    { '@direction': 'rtl' },
    { '@value': 'x' },
    { '@set': [] },
    { '@none': null },
    { '@foo': 'x' },
    { '@version': 1.1 },
  ],
} as const satisfies Record<string, readonly JsonValue[]>

const bytesOf = (proofValue: string): Buffer => {
  try {
    return Buffer.from(base58.decode(proofValue.slice(1)))
  } catch {
    // Changed before by another mutation.
    return Buffer.alloc(64)
  }
}

const foreignKey = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'

export const strangeProofs = {
  members: [
    { cryptosuite: 'eddsa-jcs-2022' },
    { cryptosuite: 'eddsa-2022' },
    { cryptosuite: ['eddsa-rdfc-2022'] },
    { cryptosuite: 'ecdsa-sd-2023' },
    { type: 'Ed25519Signature2018' },
    { type: 'Ed25519Signature2020' },
    { type: ['DataIntegrityProof'] },
    { type: ['DataIntegrityProof', 'Ed25519Signature2020'] },
    { proofPurpose: 'authentication' },
    { proofPurpose: ['assertionMethod'] },
    { proofPurpose: { id: 'https://w3id.org/security#assertionMethod' } },
    { proofPurpose: 'https://w3id.org/security#assertionMethod' },
    { created: '2020-01-01T00:00:00Z' },
    { created: '2026-04-01T09:00:00+09:00' },
    { created: '2026-04-01' },
    { created: null },
    { expires: '2020-01-01T00:00:00Z' },
    { domain: 'example.com' },
    { challenge: 'x' },
    { nonce: 'x' },
    { previousProof: 'urn:uuid:gone' },
    { previousProof: [] },
    { id: 'urn:uuid:1' },
    { id: '_:p' },
    { jws: 'eyJhbGciOiJFZERTQSJ9..c2ln' },
    { '@context': ['https://www.w3.org/ns/credentials/v2'] },
    { '@context': { created: null } },
    { '@context': 'https://w3id.org/security/data-integrity/v2' },
    { '@context': ['https://w3id.org/security/suites/ed25519-2020/v1', 'https://w3id.org/dcc/v1'] },
    { '@context': [{ proofPurpose: 'https://evil.example/p' }] },
  ],
  values: [
    (value) => value.slice(1),
    (value) => `u${bytesOf(value).toString('base64url')}`,
    (value) => `m${bytesOf(value).toString('base64')}`,
    (value) => `f${bytesOf(value).toString('hex')}`,
    (value) => `z1${value.slice(1)}`,
    (value) => `z${base58.encode(bytesOf(value).subarray(1))}`,
    (value) => `z${base58.encode(Buffer.concat([bytesOf(value), Buffer.alloc(1)]))}`,
    () => `z${base58.encode(Buffer.alloc(64))}`,
    (value) => `${value} `,
    (value) => ` ${value}`,
    (value) => `${value}\n`,
    (value) => value.toUpperCase(),
    (value) => [value],
    () => '',
    () => null,
  ],
  methods: [
    (method) => ({ id: method }),
    (method) => ({ id: method, publicKeyMultibase: foreignKey }),
    (method) => [method],
    (method) => method.split('#')[0] ?? '',
    (method) => `${method.split('#')[0]}#${foreignKey}`,
    () => `did:key:${foreignKey}#${foreignKey}`,
    (method) => `#${method.split('#')[1]}`,
    (method) => `${method}#`,
    () => null,
  ],
  others: [
    null,
    [],
    {},
    'x',
    { type: 'RsaSignature2018' },
    { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofValue: 'u2V0C' },
    { type: 'MerkleProof2019' },
  ],
} as const satisfies {
  readonly members: readonly JsonObject[]
  readonly values: readonly ((value: string) => JsonValue)[]
  readonly methods: readonly ((method: string) => JsonValue)[]
  readonly others: readonly JsonValue[]
}
