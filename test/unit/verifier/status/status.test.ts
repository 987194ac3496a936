import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type VerifierContext, verify } from '../../../../electron/verifier'
import { bitAt, readIndex } from '../../../../electron/verifier/status/bits'
import type { JsonObject } from '../../../../shared/model/json'
import { badge, claims, compact, contextOfFiles, contextWith, credentialOf, didKeyOf, ed25519Signer, evidence, issuer, key, type Signer } from '../stage'

const signer = ed25519Signer()
const did = didKeyOf(signer)
const url = 'https://example.ac.jp/status/1'
const register = [issuer(did)]

const bitsWith = (entries: number, ...indexes: readonly number[]): Buffer => {
  const bits = Buffer.alloc(entries / 8)
  for (const index of indexes) bits[Math.floor(index / 8)] = (bits[Math.floor(index / 8)] ?? 0) | (0x80 >> (index % 8))
  return bits
}
const packed = (bits: Buffer) => `u${gzipSync(bits).toString('base64url')}`

const list = (also: JsonObject = {}, subject: JsonObject = {}, issuerId = did): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: url,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: issuerId,
  validFrom: '2026-11-01T00:00:00Z',
  credentialSubject: {
    id: `${url}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: packed(bitsWith(131072, 8, 94567)),
    ...subject,
  },
  ...also,
})
const signedList = (document = list(), by = signer, kid = didKeyOf(by)) => compact(document, { kid, typ: 'vc+jwt' }, by)

const entry = (index: unknown, also: JsonObject = {}): JsonObject => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: index as string,
  statusListCredential: url,
  ...also,
})
const holder = async (...entries: readonly JsonObject[]) =>
  credentialOf(await compact(claims(badge(did, { credentialStatus: entries.length === 1 ? (entries[0] ?? null) : entries })), { kid: did }, signer))

const statusOf = async (entries: readonly JsonObject[], context: VerifierContext) => {
  const found = await verify(await holder(...entries), context)
  return {
    status: found.axes.status.value,
    counts: found.counts,
    grade: found.grade,
    seen: found.axes.status.seen,
    codes: found.problems.map(({ code }) => code).filter((code) => code.startsWith('status.')),
  }
}

describe('a bit in a list', () => {
  it('bit 0 is the most significant bit of byte 0', () => {
    const bits = Buffer.from([0b1000_0001, 0b0100_0000])
    expect([0, 1, 7, 8, 9, 15, 16].map((index) => bitAt(bits, index))).toEqual([true, false, true, false, true, false, undefined])
  })
  it('an index is a whole number from 0 on, as text or number', () => {
    expect(['0', '94567', 23, 0].map(readIndex)).toEqual([0, 94567, 23, 0])
    expect(['-1', '1.5', '01', '1e3', ' 1', '', -1, 1.5, 2 ** 53, null, true, '9'.repeat(20)].map(readIndex)).toEqual(Array(12).fill(null))
  })
  it('clear, with the date of the list', async () => {
    const found = await statusOf([entry('7')], contextWith(register, [await signedList()]))
    expect(found).toMatchObject({ status: 'clear', counts: true, codes: [] })
    expect(found.seen).toContainEqual({ kind: 'list-date', text: '2026-11-01T00:00:00Z' })
  })
  it.each([['8'], ['94567'], [8]])('revoked at %s: not counted, and not rejected', async (index) => {
    expect(await statusOf([entry(index)], contextWith(register, [await signedList()]))).toMatchObject({ status: 'revoked', counts: false, grade: 'verified' })
  })
  it('suspended is not revoked', async () => {
    const document = list({}, { statusPurpose: ['revocation', 'suspension'] })
    expect(await statusOf([entry('8', { statusPurpose: 'suspension' })], contextWith(register, [await signedList(document)]))).toMatchObject({
      status: 'suspended',
      counts: false,
    })
  })
  it('of several entries the gravest decides', async () => {
    const context = contextWith(register, [await signedList()])
    expect((await statusOf([entry('7'), entry('8')], context)).status).toBe('revoked')
    expect((await statusOf([entry('7'), entry('7', { statusListCredential: 'https://example.ac.jp/status/2' })], context)).status).toBe('unknown')
  })
  it('an entry of several bits is at its index times their number, and any bit set revokes the badge', async () => {
    const document = list({}, { encodedList: packed(bitsWith(262144, 11, 40)) })
    const context = contextWith(register, [await signedList(document)])
    const at = async (index: string, statusSize: JsonObject[string]) => (await statusOf([entry(index, { statusSize })], context)).status
    expect([await at('5', 2), await at('11', 2), await at('20', '2'), await at('5', 8), await at('5', null), await at('11', 1)]).toEqual([
      ...['revoked', 'clear', 'revoked'],
      ...['revoked', 'clear', 'revoked'],
    ])
    for (const size of [0, -1, 1.5, 33, '02', [2]]) {
      expect(await statusOf([entry('5', { statusSize: size })], context)).toMatchObject({ status: 'invalid-list', codes: ['status.index'] })
    }
    expect(await statusOf([entry('131072', { statusSize: 2 })], context)).toMatchObject({ status: 'invalid-list', codes: ['status.index'] })
    expect(await statusOf([entry('65536', { statusSize: 4 })], context)).toMatchObject({ status: 'invalid-list', codes: ['status.index'] })
    expect(await statusOf([entry('7', { statusSize: 4 })], context)).toMatchObject({ status: 'clear', codes: ['status.list-short'] })
  })
  it('a purpose that is the name of an inherited member has no effect', async () => {
    for (const purpose of ['constructor', '__proto__', 'toString'])
      expect(await statusOf([entry('8', { statusPurpose: purpose })], contextWith(register, [await signedList()]))).toMatchObject({ status: 'none' })
  })
  it('Status List 2021, without the multibase letter', async () => {
    const document = list(
      { type: ['VerifiableCredential', 'StatusList2021Credential'] },
      { type: 'StatusList2021', encodedList: packed(bitsWith(131072, 8)).slice(1) },
    )
    const context = contextWith(register, [await signedList(document)])
    expect((await statusOf([entry('8', { type: 'StatusList2021Entry' })], context)).status).toBe('revoked')
  })
  it('a list whose one subject is in a list; with two it is not known which is meant', async () => {
    const { credentialSubject } = list()
    const of = async (...subjects: readonly (JsonObject[string] | undefined)[]) => {
      const document = list({ credentialSubject: subjects.map((subject) => subject ?? null) })
      return (await statusOf([entry('8')], contextWith(register, [await signedList(document)]))).status
    }
    expect([await of(credentialSubject), await of(credentialSubject, credentialSubject), await of('x')]).toEqual(['revoked', 'invalid-list', 'invalid-list'])
  })
  it('a list whose token alone has its address', async () => {
    const { id: _, ...nameless } = list()
    const token = await compact({ vc: nameless, iss: did, jti: url }, { kid: did }, signer)
    expect((await statusOf([entry('8')], contextWith(register, [token]))).status).toBe('revoked')
  })
  it('a list fetched from the address, with any id', async () => {
    const body = await signedList(list({ id: 'https://elsewhere.example/status/1' }))
    expect((await statusOf([entry('8')], contextWith(register, [evidence({ url, body })]))).status).toBe('revoked')
  })
  it('no entry: none; no list: unknown; another type of entry: unknown; refresh: none', async () => {
    expect((await statusOf([], contextWith(register))).status).toBe('none')
    expect(await statusOf([entry('7')], contextWith(register))).toMatchObject({ status: 'unknown', counts: true, codes: ['status.no-list'] })
    expect(await statusOf([{ type: 'VelocityRevocationListJan2021', id: 'ethereum:0x' }], contextWith(register))).toMatchObject({
      status: 'unknown',
      codes: ['status.unknown-type'],
    })
    expect((await statusOf([entry('8', { statusPurpose: 'refresh' })], contextWith(register))).status).toBe('none')
  })
})

describe('lists that are odd or hostile', () => {
  it('short: a set bit still revokes, a clear one is clear with a problem', async () => {
    const context = contextWith(register, [await signedList(list({}, { encodedList: packed(bitsWith(1024, 8)) }))])
    expect(await statusOf([entry('8')], context)).toMatchObject({ status: 'revoked', codes: ['status.list-short'] })
    expect(await statusOf([entry('7')], context)).toMatchObject({ status: 'clear', codes: ['status.list-short'] })
  })
  it('index out of range, or no index', async () => {
    const context = contextWith(register, [await signedList()])
    expect(await statusOf([entry('131072')], context)).toMatchObject({ status: 'invalid-list', codes: ['status.index'] })
    expect(await statusOf([entry('7.5')], context)).toMatchObject({ status: 'invalid-list', codes: ['status.index'] })
  })
  it('tampered', async () => {
    const [header, , signature] = (await signedList()).split('.')
    const changed = Buffer.from(JSON.stringify(list({}, { encodedList: packed(bitsWith(131072)) }))).toString('base64url')
    expect(await statusOf([entry('8')], contextWith(register, [`${header}.${changed}.${signature}`]))).toMatchObject({
      status: 'unknown',
      codes: ['status.list-invalid'],
    })
  })
  it('unsigned: a claim that neither revokes nor clears, until its own address serves it', async () => {
    const both = ['status.list-unproven', 'status.revocation-claimed']
    expect(await statusOf([entry('8')], contextWith(register, [list()]))).toMatchObject({ status: 'unknown', counts: true, codes: both })
    expect(await statusOf([entry('7')], contextWith(register, [list()]))).toMatchObject({ status: 'unknown', codes: ['status.list-unproven'] })
    const served = evidence({ url, body: JSON.stringify(list()) })
    expect(await statusOf([entry('8')], contextWith(register, [served]))).toMatchObject({ status: 'revoked', counts: false, codes: [] })
    expect(await statusOf([entry('7')], contextWith(register, [served]))).toMatchObject({ status: 'clear', codes: [] })
    expect(await statusOf([entry('8')], contextOfFiles(register, [served]))).toMatchObject({ status: 'unknown', counts: true, codes: both })
  })
  it('unsigned and newer than one its issuer signed: the signed one decides, the other is shown as a claim', async () => {
    const [clear, set] = [list({}, { encodedList: packed(bitsWith(131072)) }), list({ validFrom: '2026-11-20T00:00:00Z' })]
    expect(await statusOf([entry('8')], contextWith(register, [await signedList(clear), set]))).toMatchObject({
      status: 'clear',
      codes: ['status.revocation-claimed'],
    })
    const unset = { ...clear, validFrom: '2026-11-20T00:00:00Z' }
    expect(await statusOf([entry('8')], contextWith(register, [await signedList(), unset]))).toMatchObject({ status: 'revoked', codes: [] })
  })
  it('of another issuer', async () => {
    const other = ed25519Signer()
    const context = contextWith([...register, issuer(didKeyOf(other))], [await signedList(list({}, {}, didKeyOf(other)), other)])
    expect(await statusOf([entry('7')], context)).toMatchObject({ status: 'invalid-list', codes: ['status.list-of-another'] })
  })
  it("in the issuer's name, signed by another key", async () => {
    const attacker = ed25519Signer()
    expect((await statusOf([entry('7')], contextWith(register, [await signedList(list(), attacker)]))).status).toBe('unknown')
    const token = await compact(list(), { jwk: attacker.jwk, typ: 'vc+jwt' }, attacker)
    expect(await statusOf([entry('7')], contextWith(register, [token]))).toMatchObject({ status: 'unknown', codes: ['status.list-unproven'] })
  })
  it('signed by an issuer that is its own key and is not registered: applied to its own badge, which does not count, and to no badge that only names it', async () => {
    expect(await statusOf([entry('8')], contextWith([], [await signedList()]))).toMatchObject({ grade: 'unregistered', status: 'revoked', counts: false })
    const unsigned = credentialOf(JSON.stringify(badge(did, { credentialStatus: entry('8') })))
    const { axes, problems } = await verify(unsigned, contextWith([], [await signedList()]))
    expect([axes.status.value, problems.map(({ code }) => code)]).toEqual(['unknown', ['proof.none', 'status.list-unproven', 'status.revocation-claimed']])
  })
  it('for another purpose', async () => {
    expect(await statusOf([entry('8')], contextWith(register, [await signedList(list({}, { statusPurpose: 'suspension' }))]))).toMatchObject({
      status: 'invalid-list',
      codes: ['status.list-purpose'],
    })
  })
  it('expired: clears no badge, but a revocation in it stays', async () => {
    const context = contextWith(register, [await signedList(list({ validUntil: '2026-11-10T00:00:00Z' }))])
    expect(await statusOf([entry('7')], context)).toMatchObject({ status: 'invalid-list', codes: ['status.list-expired'] })
    expect(await statusOf([entry('8')], context)).toMatchObject({ status: 'revoked', codes: ['status.list-expired'] })
  })
  it('not yet valid', async () => {
    expect((await statusOf([entry('7')], contextWith(register, [await signedList(list({ validFrom: '2027-01-01T00:00:00Z' }))]))).status).toBe('invalid-list')
  })
  it('older than another one: the newer decides', async () => {
    const old = await signedList(list({ validFrom: '2026-01-01T00:00:00Z' }, { encodedList: packed(bitsWith(131072)) }))
    expect((await statusOf([entry('8')], contextWith(register, [old, await signedList()]))).status).toBe('revoked')
    expect((await statusOf([entry('8')], contextWith(register, [await signedList(), old]))).status).toBe('revoked')
  })
  it('a broken one changes nothing where there is a valid one', async () => {
    const broken = await signedList(list({}, { encodedList: 'uAAAA' }))
    expect((await statusOf([entry('8')], contextWith(register, [broken, await signedList()]))).status).toBe('revoked')
  })
  it('a hostile one that unpacks to 64 MB', async () => {
    const bomb = await signedList(list({}, { encodedList: packed(Buffer.alloc(64 * 1024 * 1024)) }))
    expect(await statusOf([entry('8')], contextWith(register, [bomb]))).toMatchObject({ status: 'invalid-list', codes: ['status.list-invalid'] })
  })
  it('a list that names itself as its own status is verified once', async () => {
    const loop = await signedList(list({ credentialStatus: entry('7') }))
    expect((await statusOf([entry('7')], contextWith(register, [loop]))).status).toBe('clear')
  })
  it('a list whose key is not stored decides nothing', async () => {
    const web = 'did:web:example.ac.jp'
    const one: Signer = ed25519Signer()
    const text = await compact(claims(badge(web, { credentialStatus: entry('7') })), { kid: `${web}#1` }, one)
    const context = contextWith([issuer(web, [key(`${web}#1`, one)])], [await signedList(list({}, {}, web), one, `${web}#2`)])
    expect((await verify(credentialOf(text), context)).axes.status.value).toBe('unknown')
  })
})

describe('the 1EdTech revocation list', () => {
  const named = { id: url, type: '1EdTechRevocationList' }
  const revocations = (also: JsonObject): JsonObject => ({ id: url, type: '1EdTechRevocationList', issuer: did, ...also })
  const id = String(badge(did).id)
  it.each([
    [{ revokedCredential: [{ id, revoked: true, revocationReason: '誤り' }] }, 'revoked'],
    [{ revokedCredential: [id] }, 'revoked'],
    [{ revokedCredential: [{ id, revoked: false }] }, 'clear'],
    [{ revokedCredential: [] }, 'clear'],
    [{ revokedCredential: [id], issuer: 'https://evil.example' }, 'invalid-list'],
  ] as const)('%j: %s', async (also, status) => {
    const served = evidence({ url, body: JSON.stringify(revocations(also)) })
    expect((await statusOf([named], contextWith(register, [served]))).status).toBe(status)
    const claimed = await statusOf([named], contextWith(register, [revocations(also)]))
    expect(claimed.status).toBe('unknown')
    expect(claimed.codes.includes('status.revocation-claimed')).toBe(status !== 'clear')
    expect(claimed.codes.includes('status.list-of-another')).toBe(status === 'invalid-list')
  })
})
