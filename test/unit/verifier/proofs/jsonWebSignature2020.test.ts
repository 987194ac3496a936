import { sign as signBytes } from 'node:crypto'
import { FlattenedSign } from 'jose'
import { describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'
import type { RegisteredIssuer } from '../../../../shared/model/register'
import { alterations } from '../alterations'
import { type SignDetached, signDetached } from '../signer'
import { badge, contextWith, credentialOf, didJwkOf, didKeyOf, ecSigner, ed25519Signer, issuer, key, multibase, rsaSigner, type Signer } from '../stage'

const suite = 'https://w3id.org/security/suites/jws-2020/v1'
const web = 'did:web:chuo-u.example'
const method = `${web}#key-1`

const byJose =
  ({ privateKey }: Signer): SignDetached =>
  async (header, payload) => {
    const { protected: head, signature } = await new FlattenedSign(payload).setProtectedHeader({ ...header, alg: String(header.alg) }).sign(privateKey)
    return `${head}..${signature}`
  }

/** A badge of the second data model, signed by jose over the statements of jsonld. */
const signed = (issuerId: string, verificationMethod: string, signer: Signer, sign = byJose(signer)): Promise<JsonObject & { readonly proof: JsonObject }> => {
  const document = badge(issuerId, { '@context': [...(badge(issuerId)['@context'] as readonly string[]), suite] })
  return signDetached(document, 'JsonWebSignature2020', signer.alg, verificationMethod, sign)
}

const verdictOf = async (document: JsonObject, register: readonly RegisteredIssuer[] = [], held: readonly JsonObject[] = []) => {
  const { grade, proof, axes, problems } = await verify(credentialOf(JSON.stringify(document)), contextWith(register, held))
  return { grade, proof, integrity: axes.integrity.value, issuer: axes.issuer.value, codes: problems.map(({ code }) => code) }
}

const genuine = { grade: 'verified', proof: 'JsonWebSignature2020', integrity: 'intact', issuer: 'registered', codes: [] }

const signers = [
  ['Ed25519', ed25519Signer()],
  ['P-256', ecSigner('P-256')],
  ['P-384', ecSigner('P-384')],
  ['RSA', rsaSigner()],
] as const

describe.each(signers)('a badge with JsonWebSignature2020 and a key of type %s', (_type, signer) => {
  const did = didJwkOf(signer)
  const controller: JsonObject = {
    '@context': ['https://www.w3.org/ns/did/v1', suite],
    id: web,
    verificationMethod: [{ id: method, type: 'JsonWebKey2020', controller: web, publicKeyJwk: signer.jwk }],
    assertionMethod: [method],
  }

  it('is verified by its did:jwk where the register has it, else unregistered', async () => {
    const document = await signed(did, `${did}#0`, signer)
    expect(await verdictOf(document, [issuer(did)])).toEqual(genuine)
    expect(await verdictOf(document)).toEqual({ ...genuine, grade: 'unregistered', issuer: 'unregistered', codes: ['issuer.unregistered'] })
  })

  it('is verified by the JsonWebKey2020 of a document once the register pins that key, and not by the document alone', async () => {
    const document = await signed(web, method, signer)
    expect(await verdictOf(document, [issuer(web, [key(method, signer)])])).toEqual(genuine)
    expect(await verdictOf(document, [], [controller])).toMatchObject({ grade: 'unproven', integrity: 'intact', issuer: 'unauthenticated' })
    expect(await verdictOf(document)).toMatchObject({ grade: 'unproven', integrity: 'unsupported', issuer: 'unresolved' })
  })

  it('is not proven where the document does not list the key for assertions, nor with a key whose secret is published', async () => {
    const document = await signed(web, method, signer)
    expect(await verdictOf(document, [], [{ ...controller, assertionMethod: [] }])).toMatchObject({
      grade: 'unproven',
      issuer: 'unauthenticated',
      codes: ['key.not-for-assertion'],
    })
    const open = { id: method, type: 'JsonWebKey2020', controller: web, publicKeyJwk: { ...signer.jwk, d: 'AA' } }
    expect(await verdictOf(document, [], [{ ...controller, verificationMethod: [open] }])).toMatchObject({
      grade: 'unproven',
      integrity: 'unsupported',
      codes: ['key.private-member', 'key.not-held'],
    })
  })

  it('is not verified once anything but the order of lists is altered', async () => {
    const document = await signed(did, `${did}#0`, signer)
    let count = 0
    for (const { what, at, document: altered } of alterations(document)) {
      if (what === 'order' && !at.startsWith('/@context')) continue
      const found = (() => {
        try {
          return credentialOf(JSON.stringify(altered))
        } catch {
          return null
        }
      })()
      if (found) expect((await verify(found, contextWith([issuer(did)]))).grade, `${what} ${at}`).not.toBe('verified')
      count += 1
    }
    expect(count).toBeGreaterThan(60)
  })
})

it.each(signers.filter(([type]) => type !== 'RSA'))('a badge with JsonWebSignature2020 is verified by its did:key: %s', async (_type, signer) => {
  const did = didKeyOf(signer)
  expect(await verdictOf(await signed(did, `${did}#${multibase(signer)}`, signer), [issuer(did)])).toEqual(genuine)
})

describe('the traps of every embedded proof apply to JsonWebSignature2020 too', () => {
  const signer = ecSigner('P-256')
  const register = [issuer(web, [key(method, signer)])]
  const withProof = async (changes: Readonly<Record<string, JsonValue>>) => {
    const document = await signed(web, method, signer)
    return verdictOf({ ...document, proof: { ...document.proof, ...changes } }, register)
  }
  const withHeader = (header: JsonObject) =>
    signed(web, method, signer, async (_header, payload) => {
      const head = Buffer.from(JSON.stringify(header)).toString('base64url')
      const input = Buffer.concat([Buffer.from(`${head}.`), payload])
      return `${head}..${signBytes('sha256', input, { key: signer.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
    })

  it('a proof for another purpose is refused', async () => {
    expect(await withProof({ proofPurpose: 'authentication' })).toMatchObject({ grade: 'rejected', integrity: 'malformed', codes: ['proof.wrong-purpose'] })
  })

  it('a key of another issuer is refused', async () => {
    const other = didJwkOf(ecSigner('P-256'))
    expect(await withProof({ verificationMethod: `${other}#0` })).toMatchObject({ grade: 'rejected', issuer: 'mismatch' })
  })

  it('a key written out in the proof is a claim of the file', async () => {
    const attacker = ecSigner('P-256')
    const own = { id: method, type: 'JsonWebKey2020', controller: web, publicKeyJwk: attacker.jwk }
    const document = badge(web, { '@context': [...(badge(web)['@context'] as readonly string[]), suite] })
    const forged = await signDetached(document, 'JsonWebSignature2020', 'ES256', method, byJose(attacker))
    const proof = { ...forged.proof, verificationMethod: own }
    expect(await verdictOf({ ...forged, proof })).toMatchObject({ grade: expect.stringMatching(/unproven|rejected/), issuer: 'unauthenticated' })
    expect((await verdictOf({ ...forged, proof }, register)).grade).not.toBe('verified')
  })

  it('a header in the form of the suite is accepted, made without jose', async () => {
    expect(await verdictOf(await withHeader({ alg: 'ES256', b64: false, crit: ['b64'] }), register)).toEqual(genuine)
  })

  it.each<[string, JsonObject]>([
    ['jwt.critical', { alg: 'ES256' }],
    ['jwt.critical', { alg: 'ES256', b64: true, crit: ['b64'] }],
    ['jwt.critical', { alg: 'ES256', b64: false }],
    ['jwt.critical', { alg: 'ES256', b64: false, crit: ['b64', 'exp'], exp: 1 }],
    ['jwt.critical', { alg: 'ES256', b64: false, crit: ['b64'], jwk: signer.jwk }],
    ['jwt.algorithm', { alg: 'none', b64: false, crit: ['b64'] }],
    ['jwt.algorithm', { alg: 'HS256', b64: false, crit: ['b64'] }],
    ['jwt.algorithm', { alg: 'PS256', b64: false, crit: ['b64'] }],
    ['jwt.algorithm', { alg: 'EdDSA', b64: false, crit: ['b64'] }],
  ])('%s: the header %j is refused, though the signature covers it', async (code, header) => {
    expect(await verdictOf(await withHeader(header), register)).toMatchObject({ grade: 'rejected', integrity: 'malformed', codes: [code] })
  })

  it('a signature in DER is refused', async () => {
    const der = await signed(web, method, signer, async (header, payload) => {
      const head = Buffer.from(JSON.stringify(header)).toString('base64url')
      return `${head}..${signBytes('sha256', Buffer.concat([Buffer.from(`${head}.`), payload]), signer.privateKey).toString('base64url')}`
    })
    expect(await verdictOf(der, register)).toMatchObject({ grade: 'rejected', codes: ['jwt.signature-encoding'] })
  })

  it('an end of validity under another name, in a context of the file, is refused', async () => {
    const document = await signed(web, method, signer)
    const context = [...(document['@context'] as readonly string[]), { until2: 'https://www.w3.org/2018/credentials#validUntil' }]
    expect(await verdictOf({ ...document, '@context': context }, register)).toMatchObject({ grade: 'rejected', codes: ['context.inline'] })
  })

  it('the context of the suite before that of the badge is refused', async () => {
    const [first = '', second = '', third = ''] = (await signed(web, method, signer))['@context'] as readonly string[]
    const document = { ...(await signed(web, method, signer)), '@context': [first, third, second] }
    expect(await verdictOf(document, register)).toMatchObject({ grade: 'rejected', codes: ['context.order'] })
  })
})
