import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'
import { badge, compact, contextWith, credentialOf, didKeyOf, ecSigner, ed25519Signer, issuer } from '../stage'
import { bindKey, disclosureOf, hidden, sdJwt } from './sdJwtSigner'

const signer = ed25519Signer()
const did = didKeyOf(signer)
const holder = ecSigner('P-256')
const context = contextWith([issuer(did)])
const subject = badge(did).credentialSubject as JsonObject
const { credentialSubject: _, ...outer } = badge(did)
const encodedList = `u${gzipSync(Buffer.alloc(16_384)).toString('base64url')}`
const clearList = { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList }

const verdict = async (token: string, among = context) => {
  const parsed = credentialOf(token)
  const found = await verify(parsed, among)
  return {
    grade: found.grade,
    integrity: found.axes.integrity.value,
    issuer: found.axes.issuer.value,
    status: found.axes.status.value,
    proof: found.proof,
    codes: found.problems.map(({ code }) => code),
    achievement: parsed.credential.achievement.name,
  }
}

/** A badge whose recipient, and whatever else is given, is shown by disclosures. */
const subjectShown = hidden({ ...subject }, 'credentialSubject')
const signed = (also: JsonObject = {}, shown = [subjectShown], header: JsonObject = { kid: did }) =>
  sdJwt({ ...outer, _sd_alg: 'sha-256', _sd: [subjectShown.digest], ...also }, signer, shown, header)

describe('an SD-JWT whose disclosures fit', () => {
  it('is verified, and read with the disclosed claims in their places', async () => {
    expect(await verdict(await signed())).toEqual({
      grade: 'verified',
      integrity: 'intact',
      issuer: 'registered',
      status: 'none',
      proof: 'sd-jwt',
      codes: [],
      achievement: '地域防災',
    })
  })
  it.each(['sha-384', 'sha-512'])('is verified with digests by %s', async (name) => {
    const shown = hidden({ ...subject }, 'credentialSubject', name.replace('-', ''))
    expect((await verdict(await sdJwt({ ...outer, _sd_alg: name, _sd: [shown.digest] }, signer, [shown], { kid: did }))).grade).toBe('verified')
  })
  it('is verified with disclosures inside disclosures, and elements of lists', async () => {
    const name = hidden('水防', 'name')
    const { name: _name, ...achievement } = subject.achievement as JsonObject
    const type = hidden('OpenBadgeCredential')
    const whole = hidden({ ...subject, achievement: { ...achievement, _sd: [name.digest] } }, 'credentialSubject')
    const payload = { ...outer, type: ['VerifiableCredential', { '...': type.digest }], _sd: [whole.digest] }
    expect(await verdict(await sdJwt(payload, signer, [name, whole, type], { kid: did }))).toMatchObject({ grade: 'verified', codes: [], achievement: '水防' })
  })
  it('is verified inside an EnvelopedVerifiableCredential, as a JSON string, and in a wallet’s answer', async () => {
    const token = await signed()
    const enveloped = { '@context': 'https://www.w3.org/ns/credentials/v2', type: 'EnvelopedVerifiableCredential', id: `data:application/vc+sd-jwt,${token}` }
    for (const text of [JSON.stringify(enveloped), JSON.stringify({ credential: token }), JSON.stringify({ credentials: [{ credential: token }] })])
      expect((await verdict(text)).grade).toBe('verified')
  })
  it('in JSON serialization is verified with the disclosures of its unprotected header', async () => {
    const [jws = '', ...shown] = (await signed()).split('~')
    const [head, payload, signature] = jws.split('.')
    const general = { payload, signatures: [{ protected: head, signature, header: { disclosures: shown.filter(Boolean) } }] }
    const flattened = { payload, protected: head, signature, header: { disclosures: shown.filter(Boolean) } }
    for (const one of [general, flattened]) expect((await verdict(JSON.stringify(one))).grade).toBe('verified')
  })
  it('by an issuer that is not registered is grade B', async () => {
    expect((await verdict(await signed(), contextWith())).grade).toBe('unregistered')
  })
})

describe('an SD-JWT that hides claims', () => {
  it('says so, and a status that could be hidden is unknown', async () => {
    const end = hidden('2026-05-01T00:00:00Z', 'validUntil')
    const found = await verdict(await signed({ _sd: [subjectShown.digest, end.digest] }))
    expect(found).toMatchObject({ integrity: 'intact', status: 'unknown', codes: ['proof.selective'] })
  })
  it('says so too where all its disclosures were cut off', async () => {
    const [jws = ''] = (await signed()).split('~')
    for (const text of [jws, `${jws}~`]) expect(await verdict(text)).toMatchObject({ status: 'unknown', codes: expect.arrayContaining(['proof.selective']) })
  })
  it('hides an element of a list', async () => {
    const one = hidden({ type: 'Evidence', name: '秘密' })
    expect(await verdict(await signed({ evidence: [{ '...': one.digest }] }))).toMatchObject({
      integrity: 'intact',
      codes: expect.arrayContaining(['proof.selective']),
    })
  })
  it('names the places in which something is hidden, of which the names are hidden too', async () => {
    const [one, two, inner] = [hidden('x', 'name'), hidden('y'), hidden('z', 'name')]
    const whole = hidden({ ...subject, _sd: [inner.digest] }, 'credentialSubject')
    const found = async (also: JsonObject) => {
      const parsed = credentialOf(await sdJwt({ ...outer, ...also }, signer, [whole], { kid: did }))
      return (await verify(parsed, context)).problems.find(({ code }) => code === 'proof.selective')
    }
    expect(await found({ _sd: [whole.digest] })).toEqual({ code: 'proof.selective', at: '/credentialSubject' })
    expect(await found({ evidence: [{ '...': two.digest }], _sd: [one.digest, whole.digest] })).toEqual({
      code: 'proof.selective',
      detail: '/evidence, /, /credentialSubject',
    })
    const many = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`part${number}`, { _sd: [hidden(number, 'n').digest] }]))
    expect((await found({ ...many, _sd: [whole.digest] }))?.detail).toBe('/part1, /part2, /part3, /part4, /part5, …')
  })
  it('with a status that is clear and no end: the end may be hidden, and the status is unknown', async () => {
    const listUrl = 'https://example.ac.jp/list'
    const list = { ...badge(did), id: listUrl, type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: clearList }
    const held = contextWith([issuer(did)], [await compact(list, { kid: did, typ: 'vc+jwt' }, signer)])
    const credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: listUrl }
    const end = hidden('2026-05-01T00:00:00Z', 'validUntil')
    const status = async (also: JsonObject) => (await verdict(await signed({ credentialStatus, ...also }), held)).status
    expect(await status({})).toBe('clear')
    expect(await status({ _sd: [subjectShown.digest, end.digest] })).toBe('unknown')
    expect(await status({ _sd: [subjectShown.digest, end.digest], validUntil: '2030-05-01T00:00:00Z' })).toBe('clear')
  })
  it('with marks that are written with escapes hides them all the same', async () => {
    const end = hidden('2026-05-01T00:00:00Z', 'validUntil')
    const text = JSON.stringify({ ...badge(did), _sd: [end.digest] })
    for (const mark of ['"\\u005fsd"', '"_\\u0073d"', '"_s\\u0064"']) {
      const token = await compact(text.replace('"_sd"', mark), { kid: did, typ: 'vc+sd-jwt' }, signer)
      expect(await verdict(token), mark).toMatchObject({ integrity: 'intact', status: 'unknown', codes: ['proof.selective'] })
    }
    const plain = await compact(text.replace('"_sd"', '"evidence"').replace(end.digest, '\\u0041'), { kid: did, typ: 'vc+sd-jwt' }, signer)
    expect((await verdict(plain)).codes).not.toContain('proof.selective')
  })
  it('as SD-JWT VC names a status list that is not read: its status is unknown', async () => {
    const payload = {
      iss: did,
      vct: 'https://example.ac.jp/vct/gis',
      iat: 1_770_000_000,
      sub: 'did:example:holder',
      status: { status_list: { idx: 1, uri: 'https://example.ac.jp/l' } },
    }
    const found = await verdict(await sdJwt(payload, signer, [], { kid: did, typ: 'dc+sd-jwt' }))
    expect(found).toMatchObject({ integrity: 'intact', issuer: 'registered', status: 'unknown', codes: expect.arrayContaining(['status.unknown-type']) })
    const { status: _status, ...without } = payload
    expect((await verdict(await sdJwt(without, signer, [], { kid: did, typ: 'dc+sd-jwt' }))).status).toBe('none')
  })
})

describe('an SD-JWT is malformed', () => {
  const malformed = { grade: 'rejected', integrity: 'malformed', codes: expect.arrayContaining(['jwt.disclosure']) }
  const other = hidden('x', 'name')
  const shownAs = (content: JsonValue) => {
    const one = disclosureOf(content)
    return signed({ _sd: [subjectShown.digest, one.digest] }, [subjectShown, one])
  }

  it.each<[string, () => Promise<string>]>([
    ['that shows a disclosure no digest belongs to', () => signed({}, [subjectShown, other])],
    ['that shows a disclosure twice', () => signed({}, [subjectShown, subjectShown])],
    ['whose digest is there twice', () => signed({ _sd: [subjectShown.digest, subjectShown.digest] })],
    ['whose digest is there twice, in two places', () => signed({ evidence: [{ '...': subjectShown.digest }] })],
    ['whose hidden digest is there twice', () => signed({ _sd: [subjectShown.digest, other.digest, other.digest] })],
    ['whose disclosure would replace a claim', () => signed({ name: '本物', _sd: [subjectShown.digest, other.digest] }, [subjectShown, other])],
    [
      'with two disclosures of one name',
      () => {
        const more = hidden('y', 'name')
        return signed({ _sd: [subjectShown.digest, other.digest, more.digest] }, [subjectShown, other, more])
      },
    ],
    ['whose disclosure is named _sd', () => shownAs(['s', '_sd', ['x']])],
    ['whose disclosure is named ...', () => shownAs(['s', '...', 'x'])],
    ['whose disclosure is named __proto__', () => shownAs(['s', '__proto__', { polluted: true }])],
    ['whose disclosure has no salt that is text', () => shownAs([1, 'name', 'x'])],
    ['whose disclosure has a name that is no text', () => shownAs(['s', 1, 'x'])],
    ['whose disclosure has four parts', () => shownAs(['s', 'name', 'x', 'y'])],
    ['whose disclosure has one part', () => shownAs(['s'])],
    ['whose disclosure is no list', () => shownAs({ s: 1 })],
    ['whose disclosure of a list stands for a claim', () => shownAs(['s', 'x'])],
    ['whose disclosure of a claim stands in a list', () => signed({ evidence: [{ '...': other.digest }] }, [subjectShown, other])],
    ['whose mark in a list has company', () => signed({ evidence: [{ '...': other.digest, name: 'x' }] })],
    ['whose mark stands outside of a list', () => signed({ extra: { '...': other.digest } })],
    ['whose _sd is no list', () => signed({ extra: { _sd: 'x' } })],
    ['whose digest is no text', () => signed({ _sd: [subjectShown.digest, 7] })],
    [
      'whose disclosure is written in another way than the one its bytes have',
      async () => {
        const text = `${subjectShown.text}=`
        const { digest } = { digest: disclosureOf('x').digest }
        return signed({ _sd: [digest] }, [{ text: text.replace('=', '.'), digest }])
      },
    ],
    [
      'whose disclosure says two things',
      () => {
        const text = Buffer.from('["s","extra",{"a":1,"a":2}]').toString('base64url')
        return signed({}, [subjectShown, { text, digest: '' }])
      },
    ],
    ['whose disclosure is no UTF-8', () => signed({}, [subjectShown, { text: Buffer.from([0x5b, 0xff]).toString('base64url'), digest: '' }])],
  ])('%s', async (_what, token) => {
    expect(await verdict(await token())).toMatchObject(malformed)
  })

  it('whose disclosures nest without end', async () => {
    let inner = hidden(1, 'a')
    const shown = [inner]
    for (let level = 0; level < 70; level += 1) {
      inner = hidden({ _sd: [inner.digest] }, 'a')
      shown.push(inner)
    }
    expect(await verdict(await signed({ _sd: [subjectShown.digest, inner.digest] }, [subjectShown, ...shown]))).toMatchObject({ integrity: 'malformed' })
  })
})

it('an SD-JWT with another hash function is unsupported, and nothing of it counts', async () => {
  for (const name of ['sha3-256', 'md5', 7])
    expect(await verdict(await signed({ _sd_alg: name }))).toMatchObject({
      grade: 'unproven',
      integrity: 'unsupported',
      codes: expect.arrayContaining(['jwt.algorithm']),
    })
})

describe('attacks on an SD-JWT', () => {
  it('a disclosure whose value is altered belongs to no digest', async () => {
    const [jws = ''] = (await signed()).split('~')
    const forged = hidden({ ...subject, id: 'did:example:thief' }, 'credentialSubject')
    expect(await verdict(`${jws}~${forged.text}~`)).toMatchObject({ grade: 'rejected', integrity: 'malformed' })
  })
  it('a token signed by another key is altered, whatever it discloses', async () => {
    const thief = ed25519Signer()
    const token = await sdJwt({ ...outer, _sd: [subjectShown.digest] }, thief, [subjectShown], { kid: did })
    expect(await verdict(token)).toMatchObject({ grade: 'rejected', integrity: 'altered' })
  })
  it('a disclosed issuer that is not that of the token is a contradiction', async () => {
    const iss = hidden('https://evil.example', 'iss')
    expect(await verdict(await signed({ _sd: [subjectShown.digest, iss.digest] }, [subjectShown, iss]))).toMatchObject({ grade: 'rejected' })
  })
  it('a plain token without marks is judged as ever, whatever follows its tilde', async () => {
    const plain = await compact(badge(did), { kid: did, typ: 'vc+jwt' }, signer)
    expect(await verdict(`${plain}~`)).toMatchObject({ grade: 'verified', proof: 'sd-jwt' })
    expect(await verdict(`${plain}~${subjectShown.text}~`)).toMatchObject({ grade: 'rejected', integrity: 'malformed' })
  })
})

describe('a key binding', () => {
  const cnf = { jwk: holder.jwk }
  const broken = { grade: 'rejected', integrity: 'malformed', codes: ['jwt.key-binding'] }

  it('by the key the issuer named is verified with the token', async () => {
    expect(await verdict(await bindKey(await signed({ cnf }), holder))).toMatchObject({ grade: 'verified', codes: [], proof: 'sd-jwt+kb' })
  })
  it.each<[string, (token: string) => Promise<string>]>([
    ['by another key', (token) => bindKey(token, ecSigner('P-256'))],
    ['over other disclosures', (token) => bindKey(token, holder, { sd_hash: 'x' })],
    ['without a time', (token) => bindKey(token, holder, { iat: '1' })],
    ['for nobody', (token) => bindKey(token, holder, { aud: 1 })],
    ['without a nonce', (token) => bindKey(token, holder, { nonce: 1 })],
    ['of another type', (token) => bindKey(token, holder, {}, 'JWT')],
    ['that is no token', async (token) => `${token}x`],
    ['that says nothing', async (token) => `${token}e30.e30`],
    ['without a signature', async (token) => `${(await bindKey(token, holder)).split('.').slice(0, -1).join('.')}.`],
  ])('%s is broken', async (_what, bind) => {
    expect(await verdict(await bind(await signed({ cnf })))).toMatchObject(broken)
  })
  it('for which the issuer named no key, or no sound one, is broken', async () => {
    for (const also of [{}, { cnf: {} }, { cnf: 'x' }, { cnf: { jwk: 'x' } }, { cnf: { jwk: { kty: 'EC' } } }])
      expect(await verdict(await bindKey(await signed(also), holder))).toMatchObject(broken)
  })
  it('by a key that the issuer only names breaks nothing, and is flagged', async () => {
    for (const also of [{ cnf: { kid: 'holder-1' } }, { cnf: { jkt: 'x' } }])
      expect(await verdict(await bindKey(await signed(also), holder))).toMatchObject({ integrity: 'intact', codes: ['jwt.key-binding'] })
  })
  it('by a key or algorithm that is not implemented breaks nothing, and is flagged', async () => {
    const k1 = { kty: 'EC', crv: 'secp256k1', x: 'AAAA', y: 'AAAA' }
    expect(await verdict(await bindKey(await signed({ cnf: { jwk: k1 } }), holder))).toMatchObject({ integrity: 'intact', codes: ['jwt.key-binding'] })
    const token = await signed({ cnf })
    const bound = await bindKey(token, holder)
    const [, payload, signature] = bound.slice(token.length).split('.')
    const head = Buffer.from(JSON.stringify({ alg: 'ES512', typ: 'kb+jwt' })).toString('base64url')
    expect(await verdict(`${token}${head}.${payload}.${signature}`)).toMatchObject({ integrity: 'intact', codes: ['jwt.key-binding'] })
  })
})
