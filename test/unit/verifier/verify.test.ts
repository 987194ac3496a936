import { describe, expect, it } from 'vitest'
import { contextDigest, dependenciesOf, lookAlikes, verify } from '../../../electron/verifier'
import { gradeOf } from '../../../electron/verifier/grade'
import type { JsonObject } from '../../../shared/model/json'
import { verifierProblemCodes } from '../../../shared/model/problems/verifier'
import { type Grade, integrityValues, issuerValues } from '../../../shared/model/verification'
import { texts } from '../../../shared/text'
import { signJcs } from './signedJcs'
import { badge, claims, compact, contextWith, credentialOf, didKeyOf, ed25519Signer, evidence, issuer, key, rsaSigner } from './stage'

const signer = ed25519Signer()
const did = didKeyOf(signer)

describe('the grade', () => {
  it('follows from integrity, issuer and evidence alone', () => {
    const table: Readonly<Record<string, Grade>> = { 'intact registered': 'verified', 'intact unregistered': 'unregistered' }
    for (const integrity of integrityValues)
      for (const whose of issuerValues) {
        const isRejected = integrity === 'altered' || integrity === 'malformed' || whose === 'mismatch'
        expect(gradeOf(integrity, whose, false)).toBe(isRejected ? 'rejected' : (table[`${integrity} ${whose}`] ?? 'unproven'))
      }
    expect(gradeOf('unsigned', 'unauthenticated', true)).toBe('confirmed')
    expect(gradeOf('unsigned', 'mismatch', true)).toBe('rejected')
    expect(gradeOf('unsupported', 'unauthenticated', true)).toBe('unproven')
  })
})

describe('Open Badges 1', () => {
  const home = 'https://badge.example.jp'
  const older: JsonObject = {
    uid: 'u-1',
    recipient: { type: 'email', hashed: false, identity: 'a@city.example' },
    badge: { name: '地域防災', criteria: `${home}/criteria`, issuer: `${home}/issuer/1` },
    verify: { type: 'hosted', url: `${home}/assertion/1` },
    issuedOn: 1_760_000_000,
  }
  const verdictOf = async (text: string, ...held: readonly JsonObject[]) => {
    const { grade, counts, axes } = await verify(credentialOf(text), contextWith([issuer(`${home}/issuer/1`, [key(`${home}/key/1`, rsa)]), issuer(did)], held))
    return [grade, counts, axes.integrity.value]
  }
  const rsa = rsaSigner()
  it('is shown and never proven, by a copy or by a signature', async () => {
    const text = JSON.stringify(older)
    expect(await verdictOf(text, evidence({ url: `${home}/assertion/1`, body: text }))).toEqual(['unproven', false, 'unsigned'])
    const token = await compact({ ...older, verify: { type: 'signed', url: `${home}/key/1` } }, {}, rsa)
    expect(await verdictOf(token)).toEqual(['unproven', false, 'intact'])
  })
  it('is rejected where it is forged', async () => {
    const [header, , signature] = (await compact({ ...older, verify: { type: 'signed', url: `${home}/key/1` } }, {}, rsa)).split('.')
    const changed = Buffer.from(JSON.stringify({ ...older, verify: { type: 'signed', url: `${home}/key/1` }, uid: 'u-2' })).toString('base64url')
    expect(await verdictOf(`${header}.${changed}.${signature}`)).toEqual(['rejected', false, 'altered'])
  })
})

it('a proof anchored in a blockchain proves nothing, and leaves other proofs unchanged', async () => {
  const anchored = { type: 'MerkleProof2019', proofPurpose: 'assertionMethod', verificationMethod: did, proofValue: 'z2' }
  const sound = signJcs(badge(did), signer)
  const verdictOf = async (proof: JsonObject[string]) => {
    const { credential, ...rest } = credentialOf(JSON.stringify({ ...badge(did), proof }))
    const { grade, counts } = await verify({ credential, ...rest }, contextWith([issuer(did)]))
    return [credential.standard, grade, counts]
  }
  expect(await verdictOf(anchored)).toEqual(['Blockcerts', 'unproven', false])
  expect(await verdictOf([anchored, sound.proof ?? null])).toEqual(['Blockcerts', 'verified', true])
})

describe('a verdict', () => {
  it('is the same, byte for byte, for the same input', async () => {
    const token = await compact(claims(badge(did)), { kid: did }, signer)
    const verdictOf = async () => JSON.stringify(await verify(credentialOf(token), contextWith([issuer(did)])))
    expect(await verdictOf()).toBe(await verdictOf())
  })
  it('expired and revoked change no grade, only whether it counts', async () => {
    const token = await compact(claims(badge(did, { validUntil: '2026-05-01T00:00:00Z' })), { kid: did }, signer)
    const found = await verify(credentialOf(token), contextWith([issuer(did)]))
    expect([found.grade, found.axes.time.value, found.counts]).toEqual(['verified', 'expired', false])
  })
  it("has the register's name, never the badge's", async () => {
    const token = await compact(claims(badge(did, { issuer: { id: did, type: ['Profile'], name: '別の名前' } })), { kid: did }, signer)
    expect((await verify(credentialOf(token), contextWith([issuer(did)]))).issuerName).toBe('中央大学')
    expect((await verify(credentialOf(token), contextWith())).issuerName).toBeNull()
  })
})

describe('the digest of a context', () => {
  const profile = { type: 'Profile', id: 'https://example.ac.jp', name: 'x', publicKey: [] }
  const base = () => contextWith([issuer(did)], [profile])
  it('is the same for the same knowledge', () => {
    expect(contextDigest(base())).toBe(contextDigest(base()))
    expect(contextDigest(base())).toMatch(/^[0-9a-f]{64}$/)
  })
  it('changes with the instant, the skew, the register and every document', () => {
    const others = [
      contextWith([issuer(did)], [profile], new Date('2026-11-22T10:00:01Z')),
      { ...base(), clockSkewSeconds: 0 },
      contextWith([issuer(did, [key(did, signer)])], [profile]),
      contextWith([issuer(did)], []),
      contextWith([issuer(did)], [{ ...profile, name: 'y' }]),
    ]
    expect(new Set([base(), ...others].map(contextDigest)).size).toBe(others.length + 1)
  })
})

describe('names that look alike', () => {
  const find = lookAlikes(['中央大学', 'Chuo University', '髙山市研修センター'])
  it.each([
    ['中央犬学', '中央大学'],
    ['申央大学', '中央大学'],
    ['中央大學', '中央大学'],
    ['中央大学', '中央大学'],
    ['学校法人 中央大学', '中央大学'],
    ['ＣＨＵＯ　ＵＮＩＶＥＲＳＩＴＹ', 'Chuo University'],
    ['Сhuо University', 'Chuo University'],
    ['Chuo Univers1ty', 'Chuo University'],
    ['高山市研修センタ−', '髙山市研修センター'],
  ])('%s could be mistaken for %s', (name, resembled) => {
    expect(find(name)).toBe(resembled)
  })
  it('a name with a thousand invisible letters is compared, one of a thousand letters is not', () => {
    expect(find(`中央${'\u200b'.repeat(2000)}犬学${'\u0301'.repeat(2000)}`)).toBe('中央大学')
    expect(find('ﷺ'.repeat(500_000))).toBeNull()
  })
  it.each(['中京大学', '中部大学', '高崎市研修センター', 'Chubu University', ''])('%s could not be mistaken for any', (name) => {
    expect(find(name)).toBeNull()
  })
  it('are reported for a badge whose issuer is not the registered one', async () => {
    const attacker = ed25519Signer()
    const one = didKeyOf(attacker)
    const token = await compact(claims(badge(one, { issuer: { id: one, type: ['Profile'], name: '中央犬学' } })), { kid: one }, attacker)
    const found = await verify(credentialOf(token), contextWith([issuer(did)]))
    expect([found.grade, found.issuerName]).toEqual(['unregistered', null])
    expect(found.problems).toContainEqual({ code: 'issuer.look-alike', at: '/issuer/name', detail: '中央大学' })
    const own = await verify(credentialOf(await compact(claims(badge(did)), { kid: did }, signer)), contextWith([issuer(did)]))
    expect(own.problems.map(({ code }) => code)).not.toContain('issuer.look-alike')
  })
})

describe('the dependencies of a verdict', () => {
  it('are issuer, keys and lists of a signed credential', async () => {
    const status = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: 'https://example.ac.jp/status/1',
    }
    const token = await compact(claims(badge('did:web:example.ac.jp', { credentialStatus: status })), { kid: '#key-1' }, signer)
    expect(dependenciesOf(credentialOf(token))).toEqual({
      issuerId: 'did:web:example.ac.jp',
      keyIds: ['did:web:example.ac.jp#key-1', 'did:web:example.ac.jp'],
      listUrls: ['https://example.ac.jp/status/1'],
      hostedUrl: null,
      badge: null,
    })
  })
  it('include the address of a hosted badge', () => {
    const hosted = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'https://b.example.jp/a/1',
      recipient: {},
      badge: 'https://b.example.jp/b/1',
      verification: { type: 'hosted' },
    }
    expect(dependenciesOf(credentialOf(JSON.stringify(hosted)))).toMatchObject({ keyIds: ['https://b.example.jp/b/1'], hostedUrl: 'https://b.example.jp/a/1' })
  })
})

describe('the problem texts', () => {
  it('have three sentences for every code, in two languages, without an exclamation mark', () => {
    for (const locale of ['ja', 'en'] as const)
      for (const code of verifierProblemCodes) {
        const { found, why, next } = texts[locale].problems[code]
        for (const sentence of [found, why, next]) {
          expect(sentence, code).toMatch(locale === 'ja' ? /。$/ : /\.$/)
          expect(sentence).not.toMatch(/[!！]/)
        }
      }
  })
})
