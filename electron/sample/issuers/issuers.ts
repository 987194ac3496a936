import type { JsonObject } from '../../../shared/model/json'
import { makeEd25519Key, makeP256Key, readRsaKey, type SampleEd25519Key, type SampleKey } from './keys'

/** How an issuer's badges are made. */
export type Format = 'hosted' | 'ob2-jws' | 'eddsa-rdfc-2022' | 'Ed25519Signature2020' | 'vc-jwt'

/** A fictitious issuer. The register speaks of it by `registeredName`; null where nobody has confirmed it. */
export interface SampleIssuer {
  readonly key: IssuerName
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly format: Format
  readonly registeredName: string | null
  /** Host of its badges, achievements and lists. */
  readonly host: string
  /** The key it signs with and the address that names that key; hosted badges are not signed. */
  readonly signing: { readonly method: string; readonly key: SampleKey } | null
}

export const issuerNames = ['kenshu', 'bousai', 'nexus', 'jichi', 'jichi3', 'toho', 'kyuryo', 'hokurei', 'shiomi', 'minato', 'lookalike'] as const
export type IssuerName = (typeof issuerNames)[number]

/** Everybody who signs something in the sample, honest or not. */
export interface Issuers {
  readonly by: Readonly<Record<IssuerName, SampleIssuer>>
  readonly toho: {
    readonly id: string
    readonly first: SampleEd25519Key
    readonly firstMethod: string
    readonly second: SampleEd25519Key
    readonly secondMethod: string
  }
  readonly rsa: SampleKey & { readonly publicKeyPem: string }
  readonly attacker: { readonly ed25519: SampleEd25519Key; readonly p256: SampleKey; readonly did: string; readonly method: string }
  /** An issuer whose DID document nobody holds. */
  readonly unheld: { readonly id: string; readonly method: string; readonly key: SampleEd25519Key }
  /** The DID of the one member of staff who has one. */
  readonly staffDid: string
}

/** The instant 東峰大学 changed its key: what the first signed before counts, what it signed after does not. */
export const tohoRotation = '2026-10-01'

const didKey = (key: SampleEd25519Key) => ({ id: `did:key:${key.publicKeyMultibase}`, method: `did:key:${key.publicKeyMultibase}#${key.publicKeyMultibase}` })

const didJwk = (key: SampleKey) => {
  const id = `did:jwk:${Buffer.from(JSON.stringify(key.publicJwk)).toString('base64url')}`
  return { id, method: `${id}#0` }
}

/** The issuers of the sample city, all invented, their keys following from the seed. */
export async function makeIssuers(seed: number): Promise<Issuers> {
  const rsa = await readRsaKey()
  const [first, second, kyuryo, shiomi, minato, lookalike, attacker, unheld, staff] = await Promise.all(
    ['toho 1', 'toho 2', 'kyuryo', 'shiomi', 'minato', 'lookalike', 'attacker', 'unheld', 'staff'].map((label) => makeEd25519Key(seed, label)),
  )
  if (!first || !second || !kyuryo || !shiomi || !minato || !lookalike || !attacker || !unheld || !staff) throw new RangeError('a key is missing')
  const hokurei = makeP256Key(seed, 'hokurei')
  const tohoId = 'did:web:badges.toho-univ.example'
  const unheldId = 'did:web:badges.yamanami-gakuin.example'

  const hosted = (key: IssuerName, host: string, token: string, name: string, nameEn: string): SampleIssuer => ({
    key,
    id: `https://${host}/api/v1.0/openbadge/v2/Issuer/${token}`,
    name,
    nameEn,
    format: 'hosted',
    registeredName: null,
    host,
    signing: null,
  })
  const signed = (
    key: IssuerName,
    format: Format,
    identity: { id: string; method: string },
    own: SampleKey,
    host: string,
    name: string,
    nameEn: string,
  ): SampleIssuer => ({
    key,
    id: identity.id,
    name,
    nameEn,
    format,
    registeredName: name,
    host,
    signing: { method: identity.method, key: own },
  })
  const jichi = 'badges.jichi-kenshu.example'
  return {
    by: {
      kenshu: hosted('kenshu', 'badge.manabi-wallet.example', 'Kx3aomine', '青峰市研修センター', 'Aomine City Training Centre'),
      bousai: hosted('bousai', 'badge.manabi-wallet.example', 'Qp7bousai', '地域防災教育協議会', 'Council for Local Disaster Education'),
      nexus: hosted('nexus', 'openbadge.nexus-jichi.example', 'Zt2nexus', '自治体情報化推進協会', 'Association for Municipal Computing'),
      jichi: signed(
        'jichi',
        'ob2-jws',
        { id: `https://${jichi}/issuers/1`, method: `https://${jichi}/keys/1` },
        rsa,
        jichi,
        '全国自治体研修機構',
        'National Municipal Training Institute',
      ),
      jichi3: signed(
        'jichi3',
        'vc-jwt',
        { id: `https://${jichi}/ob3/issuers/1`, method: `https://${jichi}/ob3/keys/rsa-1` },
        rsa,
        jichi,
        '全国自治体研修機構',
        'National Municipal Training Institute',
      ),
      toho: signed('toho', 'eddsa-rdfc-2022', { id: tohoId, method: `${tohoId}#key-1` }, first, 'badges.toho-univ.example', '東峰大学', 'Toho University'),
      kyuryo: signed('kyuryo', 'Ed25519Signature2020', didKey(kyuryo), kyuryo, 'badges.kyuryo-tech.example', '丘陵工科大学', 'Kyuryo Institute of Technology'),
      hokurei: signed('hokurei', 'vc-jwt', didJwk(hokurei), hokurei, 'badges.hokurei-data.example', '北嶺データ学院', 'Hokurei Data Academy'),
      shiomi: signed('shiomi', 'vc-jwt', didKey(shiomi), shiomi, 'badges.shiomi-college.example', '汐見短期大学', 'Shiomi College'),
      minato: {
        ...signed('minato', 'eddsa-rdfc-2022', didKey(minato), minato, 'badges.minato-gogaku.example', 'みなと語学協会', 'Minato Language Society'),
        registeredName: null,
      },
      lookalike: {
        ...signed('lookalike', 'vc-jwt', didKey(lookalike), lookalike, 'badges.toho-univ.example', '東峯大学', 'Toho University'),
        registeredName: null,
      },
    },
    toho: { id: tohoId, first, firstMethod: `${tohoId}#key-1`, second, secondMethod: `${tohoId}#key-2` },
    rsa,
    attacker: { ed25519: attacker, p256: makeP256Key(seed, 'attacker'), did: didKey(attacker).id, method: didKey(attacker).method },
    unheld: { id: unheldId, method: `${unheldId}#key-1`, key: unheld },
    staffDid: didKey(staff).id,
  }
}

/** The register the personnel section keeps: pinned keys, one of them with an end, and DIDs that are their own key. */
export function makeRegister({ by, toho, rsa }: Issuers, rotation: string): JsonObject {
  const confirmed = { confirmedBy: '佐伯　由香里', confirmedOn: '2025-04-11', how: '公文書で受領' }
  const issuer = (one: SampleIssuer, keys: readonly JsonObject[]): JsonObject => ({
    id: one.id,
    name: one.registeredName ?? one.name,
    nameEn: one.nameEn,
    ...confirmed,
    keys,
  })
  const pinned = { validFrom: '2023-04-01T00:00:00+09:00', validUntil: null }
  return {
    kind: 'tekizai-issuer-register',
    version: 1,
    issuers: [
      issuer(by.toho, [{ id: toho.firstMethod, publicKeyMultibase: toho.first.publicKeyMultibase, ...pinned, validUntil: `${rotation}T00:00:00+09:00` }]),
      issuer(by.jichi, [{ id: `https://${by.jichi.host}/keys/1`, publicKeyPem: rsa.publicKeyPem, ...pinned }]),
      issuer(by.jichi3, [
        { id: `https://${by.jichi3.host}/ob3/keys/rsa-1`, publicKeyJwk: { kty: 'RSA', n: rsa.publicJwk.n ?? '', e: rsa.publicJwk.e ?? '' }, ...pinned },
      ]),
      ...[by.kyuryo, by.hokurei, by.shiomi].map((one) => ({ id: one.id, name: one.name, nameEn: one.nameEn, ...confirmed })),
    ],
  }
}
