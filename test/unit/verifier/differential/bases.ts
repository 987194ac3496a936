import type { JsonObject } from '../../../../shared/model/json'
import { methodOf, type PeerIssuer } from '../peer'
import { signStatements, testKey } from '../signer'

export const university: PeerIssuer = { id: 'did:web:chuo-u.example', key: testKey('Ed25519', 1) }
export const attacker: PeerIssuer = { id: 'did:web:attacker.example', key: testKey('Ed25519', 2) }

const second = 'https://www.w3.org/ns/credentials/v2'
const first = 'https://www.w3.org/2018/credentials/v1'
const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const suite2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** A small badge, quick to verify ten thousand times. */
const small = (also: JsonObject = {}): JsonObject => ({
  '@context': [second, openBadges],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: university.id, type: ['Profile'], name: '中央大学' },
  validFrom: '2026-04-01T00:00:00+09:00',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { id: 'https://chuo-u.example/a/1', type: ['Achievement'], name: 'GISガイド', criteria: { narrative: '修了' }, tag: ['GIS', '防災'] },
  },
  ...also,
})

const status: JsonObject = {
  id: 'https://chuo-u.example/status/3#7',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: 'https://chuo-u.example/status/3',
}

/** Every member that is read: dates, status, evidence, recipient, and its own id in a second place. */
const full = small({
  id: 'urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164',
  name: 'GISガイド',
  validUntil: '2029-03-31T23:59:59+09:00',
  credentialStatus: status,
  evidence: [{ id: 'urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164', type: ['Evidence'], name: '演習' }],
  credentialSubject: {
    id: 'did:example:holder',
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityHash: 'suzuki@city.example', identityType: 'emailAddress', hashed: false }],
    achievement: { id: 'https://chuo-u.example/a/1', type: ['Achievement'], name: 'GISガイド', description: '図上訓練', criteria: { narrative: '修了' } },
  },
})

const ja = { '@value': '防災の基礎', '@language': 'ja' }

/** Names and descriptions in languages, one and several. */
const spoken = small({
  name: [ja, { '@value': 'Disaster basics', '@language': 'en-GB' }],
  description: ja,
  issuer: { id: university.id, type: ['Profile'], name: { '@value': '中央大学' } },
})

const older = (): JsonObject => {
  const { validFrom, ...rest } = small()
  return { ...rest, '@context': [first, openBadges, suite2020], issuanceDate: validFrom ?? null }
}

/** A signed credential, and other signatures over the same content. */
export interface Base {
  readonly name: string
  readonly document: JsonObject
  readonly foreign: readonly JsonObject[]
}

const proofOf = async (document: JsonObject, suite: string, { key }: PeerIssuer, method: string): Promise<JsonObject> =>
  (await signStatements(document, suite, key, method)).proof as JsonObject

async function base(name: string, unsigned: JsonObject, suite: string, also: JsonObject = {}): Promise<Base> {
  return {
    name,
    document: await signStatements(unsigned, suite, university.key, methodOf(university), also),
    foreign: [
      await proofOf(unsigned, suite, attacker, methodOf(attacker)),
      // Made with another key in the university's name, under its key's name and under the name of its own key.
      await proofOf(unsigned, suite, attacker, methodOf(university)),
      await proofOf(unsigned, suite, attacker, `${university.id}#${attacker.key.multibase}`),
      // A second proof of the university's own, and one that no longer fits.
      await proofOf(unsigned, suite, university, methodOf(university)),
      await proofOf({ ...unsigned, name: 'x' }, suite, university, methodOf(university)),
    ],
  }
}

export const bases = async (): Promise<readonly Base[]> => [
  await base('small', small(), 'eddsa-rdfc-2022'),
  await base('full', full, 'eddsa-rdfc-2022'),
  await base('2020', small({ '@context': [second, openBadges, suite2020] }), 'Ed25519Signature2020'),
  await base('first data model', older(), 'Ed25519Signature2020'),
  await base('ended', { ...full, validUntil: '2026-05-01T00:00:00Z' }, 'eddsa-rdfc-2022'),
  await base('with language values', spoken, 'eddsa-rdfc-2022'),
  await base('with contexts of the proof', small(), 'eddsa-rdfc-2022', { '@context': ['https://w3id.org/security/data-integrity/v2'] }),
  await base('with a proof that ends', small(), 'eddsa-rdfc-2022', { expires: '2030-01-01T00:00:00Z', id: 'urn:uuid:1' }),
]
