import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { generate } from '@digitalbazaar/ed25519-multikey'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import type { JsonObject } from '../../../../shared/model/json'

export const dataModel = 'https://www.w3.org/ns/credentials/v2'
export const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
export const suite2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** A badge as a university might write it, without a proof. */
export const unsignedBadge = (changes: JsonObject = {}): JsonObject => ({
  '@context': [dataModel, openBadges, extensions, suite2020],
  id: 'urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'GIS基礎',
  issuer: { id: 'did:web:chuo-u.example', type: ['Profile'], name: '中央大学', url: 'https://chuo-u.example' },
  validFrom: '2026-04-01T00:00:00+09:00',
  validUntil: '2029-03-31T23:59:59+09:00',
  credentialStatus: { id: 'https://chuo-u.example/status/3', type: '1EdTechRevocationList' },
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityHash: 'suzuki@city.example', identityType: 'emailAddress', hashed: false }],
    achievement: {
      id: 'https://chuo-u.example/badges/gis-1',
      type: ['Achievement'],
      name: 'GIS基礎',
      description: '地理情報の読み取りと作図',
      criteria: { narrative: '15時間の講習と試験' },
      tag: ['GIS', '防災'],
    },
  },
  ...changes,
})

const contextsOnly = async (url: string) => {
  const document = pinnedContexts.newer.get(url)
  if (!document) throw new Error(`not pinned: ${url}`)
  return { document, documentUrl: url }
}

const seed = (fill: number) => new Uint8Array(32).fill(fill)
export const signedOn = '2026-04-01T00:00:00Z'
const now = new Date('2026-11-22T10:00:00Z')

/** Signed by another program as `eddsa-rdfc-2022`. `fill` chooses the key. */
export async function signDataIntegrity(badge: JsonObject, fill = 1, controller = 'did:web:chuo-u.example'): Promise<JsonObject> {
  const { publicKeyMultibase } = await generate({ seed: seed(fill), controller })
  const key = await generate({ seed: seed(fill), controller, id: `${controller}#${publicKeyMultibase}` })
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: signedOn })
  return issue({ credential: structuredClone(badge), suite, documentLoader: contextsOnly, now })
}

/** Signed by another program as `Ed25519Signature2020`. */
export async function signEd25519Signature2020(badge: JsonObject, fill = 1, controller = 'did:web:chuo-u.example'): Promise<JsonObject> {
  const key = await Ed25519VerificationKey2020.generate({ seed: seed(fill), controller })
  return issue({ credential: structuredClone(badge), suite: new Ed25519Signature2020({ key, date: signedOn }), documentLoader: contextsOnly, now })
}
