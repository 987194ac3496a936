import { beforeAll, describe, expect, it } from 'vitest'
import { inspectUnit } from '../../../electron/intake/inspect'
import type { VerifierContext } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { bakedPng, compressedText, internationalText, plainText, pngChunk } from '../../fixtures/reader/bakedPng'
import { signStatements, signText, testKey } from '../verifier/signer'
import { badge, claims, compact, contextWith, didKeyOf, ed25519Signer, issuer } from '../verifier/stage'

/* Whole files through reader, parser and verifier: how containers and forms that no signature covers may change a verdict. */

const key = testKey('Ed25519')
const did = `did:key:${key.multibase}`
const method = `${did}#${key.multibase}`
const held = contextWith([issuer(did)])

const inspect = async (file: Uint8Array | JsonObject | string, context: VerifierContext = held) => {
  const bytes = file instanceof Uint8Array ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file))
  const found = await inspectUnit({ source: 'a', bytes, nesting: 0 }, context)
  return found.map((one) => {
    if (one.kind === 'unreadable') return [one.problem.code]
    if (one.kind !== 'credential' && one.kind !== 'envelope') return [one.kind]
    const { grade, counts, problems } = one.verification
    return [grade, counts, ...problems.map(({ code, at }) => (at === undefined ? code : `${code} ${at}`))]
  })
}

let signed: JsonObject = {}
beforeAll(async () => {
  signed = await signStatements(badge(did, { description: '説明' }), 'eddsa-rdfc-2022', key, method)
})
const genuine = () => JSON.stringify(signed)
const forged = () => JSON.stringify({ ...signed, name: '別の名前' })

describe('a picture', () => {
  const chunk = (text: string) => internationalText('openbadgecredential', text)
  it('with two badges under one keyword is graded by the first, with a problem', async () => {
    expect(await inspect(bakedPng(chunk(genuine()), chunk(forged())))).toEqual([['verified', true, 'png.several-chunks']])
    const [first] = await inspect(bakedPng(chunk(forged()), chunk(genuine())))
    expect(first).toEqual(['rejected', false, 'proof.altered /proof/proofValue', 'png.several-chunks'])
  })
  it('with a compressed badge is graded as it verifies, with a problem', async () => {
    const compressed = compressedText('openbadgecredential', genuine())
    expect(await inspect(bakedPng(compressed))).toEqual([['verified', true, 'png.compressed-chunk']])
  })
  it('with a badge in a text chunk with a language, or after another chunk, is read; after its end it is not', async () => {
    const inJapanese = pngChunk('iTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0\0ja\0バッジ\0'), Buffer.from(genuine())]))
    expect(await inspect(bakedPng(internationalText('Comment', forged()), inJapanese))).toEqual([['verified', true]])
    expect(await inspect(Buffer.concat([bakedPng(), chunk(genuine())]))).toEqual([['png.no-badge']])
  })
  it('with only an address baked in proves nothing', async () => {
    const [found] = await inspect(bakedPng(plainText('openbadges', 'https://badge.example.jp/assertion/1')))
    expect(found?.slice(0, 3)).toEqual(['unproven', false, 'hosted.no-evidence'])
  })
  it('as SVG may have a token in its attribute; a body comes first, and no entity grows', async () => {
    const signer = ed25519Signer()
    const token = await compact(claims(badge(didKeyOf(signer))), { kid: didKeyOf(signer) }, signer)
    const context = contextWith([issuer(didKeyOf(signer)), issuer(did)])
    const svg = (body: string, doctype = '') =>
      `${doctype}<svg xmlns="http://www.w3.org/2000/svg" xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><ob:credential verify="${token}">${body}</ob:credential></svg>`
    expect(await inspect(svg(''), context)).toEqual([['verified', true]])
    const [body] = await inspect(svg(`<![CDATA[${forged()}]]>`), context)
    expect(body?.slice(0, 2)).toEqual(['rejected', false])
    expect(await inspect(svg('&a;&a;', '<!DOCTYPE svg [<!ENTITY a "x">]>'), context)).toEqual([['verified', true, 'svg.doctype']])
  })
})

describe('members without statements', () => {
  it('null and empty ones do not change the grade and are listed', async () => {
    expect(await inspect({ ...signed, evidence: [], validUntil: null })).toEqual([
      ['verified', true, 'document.empty-member /evidence', 'document.null-member /validUntil'],
    ])
  })
  it('a relative type is covered by no signature: unproven, and named', async () => {
    const document = { ...signed, type: ['VerifiableCredential', 'OpenBadgeCredential', 'Lehrgang'] }
    expect(await inspect(document)).toEqual([['unproven', false, 'context.data-loss /type']])
  })
  it('a subject without id and identifier is graded as it verifies, and is unmatched', async () => {
    const { id: _, ...anonymous } = badge(did).credentialSubject as JsonObject
    const document = await signStatements(badge(did, { credentialSubject: anonymous }), 'eddsa-rdfc-2022', key, method)
    expect(await inspect(document)).toEqual([['verified', true, 'credential.no-recipient /credentialSubject']])
  })
  it('a byte order mark and Windows line breaks change nothing', async () => {
    expect(await inspect(`\ufeff${JSON.stringify(signed, null, 2).replaceAll('\n', '\r\n')}`)).toEqual([['verified', true]])
  })
})

describe('a picture inside the badge, as a data address', () => {
  const withImage = (megabytes: number) =>
    signText(badge(did, { image: { id: `data:image/png;base64,${'A'.repeat(megabytes * 1024 * 1024)}`, type: 'Image' } }), 'eddsa-jcs-2022', key, method)
  it('of four megabytes is part of the badge', async () => {
    expect(await inspect(withImage(4))).toEqual([['verified', true]])
  })
  it('of six, or of a hundred, is too large to be read', async () => {
    expect(await inspect(withImage(6))).toEqual([['file.too-large']])
    expect(await inspect(Buffer.alloc(100 * 1024 * 1024, '{"image":"AAAA'))).toEqual([['file.too-large']])
  })
})

describe('inside an envelope', () => {
  const presentation = (...inner: readonly JsonObject[]): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: 'VerifiablePresentation',
    holder: did,
    verifiableCredential: inner,
  })
  it('each credential is graded by itself: an unsigned one inherits nothing from a signed envelope', async () => {
    const { proof: _, ...unsigned } = signed
    const sound = signText(presentation(unsigned, signed), 'eddsa-jcs-2022', key, method)
    const grades = (await inspect(sound)).map(([grade, counts]) => [grade, counts])
    expect(grades).toEqual([
      ['verified', false],
      ['unproven', false],
      ['verified', true],
    ])
  })
})
