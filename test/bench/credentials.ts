import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign as signBytes } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import { base58 } from '@scure/base'
import { buildContext, type VerifierContext } from '../../electron/verifier'
import { pinnedContexts } from '../../electron/verifier/jsonld/contextTable'
import type { JsonObject } from '../../shared/model/json'
import type { RegisteredIssuer } from '../../shared/model/register'

/** The instant every bench stands at. */
export const now = new Date('2026-11-23T00:00:00Z')

export const dataModel = 'https://www.w3.org/ns/credentials/v2'
export const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** An issuer whose DID is its key. */
export interface Issuer {
  /** The private key. */
  readonly key: KeyObject
  readonly publicKeyMultibase: string
  readonly did: string
  readonly method: string
  /** For the libraries that sign. */
  readonly signer: object
}

/** PKCS #8 up to the secret itself. @source RFC 8410, section 7 */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The same issuer on every run. The key follows from a text that stands here: it protects nothing. */
export function makeIssuer(): Issuer {
  const secret = createHash('sha256').update('fictitious key of the sample city: 7 bench').digest()
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, secret]), format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  const publicKeyMultibase = `z${base58.encode(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`
  const did = `did:key:${publicKeyMultibase}`
  const method = `${did}#${publicKeyMultibase}`
  const signer = { id: method, algorithm: 'Ed25519', sign: async ({ data }: { readonly data: Uint8Array }) => signBytes(null, data, key) }
  return { key, publicKeyMultibase, did, method, signer }
}

const registered = (id: string): RegisteredIssuer => ({
  id,
  name: '青峰大学',
  nameEn: null,
  confirmedBy: '佐伯 由香里',
  confirmedOn: '2026-04-01',
  how: '公文書',
  keys: [],
})

/** A context whose register has these issuers. */
export const knowing = (...ids: readonly string[]): VerifierContext => buildContext([], { issuers: ids.map(registered) }, now)

/** The same, verified with jsonld's own steps alone. */
export function withoutPlans(...ids: readonly string[]): VerifierContext {
  const context = knowing(...ids)
  context.crossCheck.disablePlans()
  return context
}

const hashOf = (email: string, salt: string): string =>
  `sha256$${createHash('sha256')
    .update(email + salt)
    .digest('hex')}`

const alignment = (place: number): JsonObject => ({
  type: ['Alignment'],
  targetName: `データ活用の基礎 ${place}`,
  targetUrl: `https://skills.aomine.example/dss/${place}`,
  targetFramework: 'デジタルスキル標準',
  targetCode: `DSS-${place}`,
  targetType: 'CFItem',
})

/** An Open Badges 3.0 credential of about 3 KB for the holder of an address, before it is signed; no two numbers give the same. */
export const makeCredential = (number: number, issuerId: string, email = 'nobody@aomine.example'): JsonObject => ({
  '@context': [dataModel, openBadges],
  id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: `データ活用研修 修了 ${number}`,
  description: '統計の読み方と地理情報システムの基礎を学び、課題研究を提出した職員に授与する。',
  issuer: {
    id: issuerId,
    type: ['Profile'],
    name: '青峰大学',
    url: 'https://aomine-univ.example/',
    email: 'badges@aomine-univ.example',
    description: '地域の自治体職員のための学び直しの課程を開く大学。',
  },
  validFrom: '2026-04-01T00:00:00+09:00',
  validUntil: '2029-03-31T23:59:59+09:00',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', hashed: true, identityHash: hashOf(email, `salt${number}`), salt: `salt${number}` }],
    achievement: {
      id: 'https://aomine-univ.example/achievements/data-2',
      type: ['Achievement'],
      name: 'データ活用 2級',
      description: '庁内のデータを集め、整え、図にして説明することができる。',
      achievementType: 'Certificate',
      criteria: { narrative: '15時間の講義と演習に出席し、自分の課のデータを使った課題研究を提出して、3人の審査員の評価で合格点を得ること。' },
      tag: ['データ活用', '統計', 'GIS', '自治体DX'],
      alignment: [0, 1, 2, 3].map(alignment),
    },
    result: [{ type: ['Result'], value: String(60 + (number % 40)) }],
  },
  evidence: [
    {
      id: `https://aomine-univ.example/evidence/${number}`,
      type: ['Evidence'],
      name: '課題研究',
      narrative: '高齢者世帯の分布とバス停までの距離を重ねた地図。',
      genre: '報告書',
    },
  ],
})

/** Contexts from memory, marked as never changing; nothing is fetched. */
export async function loadContext(url: string) {
  const document = pinnedContexts.newer.get(url)
  if (!document) throw new Error(`not pinned: ${url}`)
  return { contextUrl: null, documentUrl: url, document, tag: 'static' }
}

/** Signed by another program as `eddsa-rdfc-2022`; the exact text of the file. */
export async function sign(credential: JsonObject, { signer }: Issuer): Promise<string> {
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: '2026-04-01T00:00:00Z' })
  return JSON.stringify(await issue({ credential, suite, documentLoader: loadContext, now }))
}
