import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { VerifierContext } from '../../../electron/verifier'
import { isObject, type JsonObject } from '../../../shared/model/json'
import { hostedBadge } from '../../fixtures/parser/documents'
import { bakedPng, compressedText, internationalText } from '../../fixtures/reader/bakedPng'
import { zipFile } from '../../fixtures/reader/zipFile'
import { signDataIntegrity, unsignedBadge } from '../../unit/verifier/proofs/signedElsewhere'
import { signJcs } from '../../unit/verifier/signedJcs'
import { badge, claims, compact, contextWith, didKeyOf, evidence, issuer, key, type Signer } from '../../unit/verifier/stage'
import { bytesOf } from './choose'
import type { Original } from './mutateFile'
import { drawing } from './originals'

/** The same key each time, so that a seed names the same files. */
function fixedSigner(fill: number): Signer {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, fill)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return { privateKey, jwk: JSON.parse(JSON.stringify(createPublicKey(privateKey).export({ format: 'jwk' }))), alg: 'EdDSA' }
}

export interface SignedOriginals {
  readonly files: readonly Original[]
  /** Contains every issuer and the copy of the hosted badge: each unchanged file is `verified` or `confirmed`. */
  readonly context: VerifierContext
  /** Each signed thing in the files: tokens and the texts of documents. */
  readonly texts: readonly string[]
}

/** Valid files of every container, with an issuer register of all their issuers. */
export async function signedOriginals(): Promise<SignedOriginals> {
  const [own, university, council] = [fixedSigner(3), 'did:web:chuo-u.example', 'https://badge.example.org/Issuer/1']
  const did = didKeyOf(own)
  const linked = await signDataIntegrity(unsignedBadge({ validUntil: '2029-03-31T23:59:59+09:00' }), 1, university)
  const { verificationMethod } = isObject(linked.proof) ? linked.proof : {}
  const method = String(verificationMethod)
  const plain = signJcs(badge(did), own)
  const token = await compact(claims(badge(did)), { kid: did }, own)
  const joseToken = await compact(badge(did, { id: 'urn:uuid:jose' }), { kid: did, typ: 'vc+jwt' }, own)
  const assertion: JsonObject = { ...hostedBadge, id: 'urn:uuid:signed', verification: { type: 'SignedBadge', creator: `${council}#key` } }
  const signedAssertion = await compact(assertion, {}, own)
  const hosted = JSON.stringify(hostedBadge)
  const [linkedText, plainText] = [JSON.stringify(linked), JSON.stringify(plain)]
  const files: readonly Original[] = [
    ...[linkedText, plainText, hosted, JSON.stringify({ type: 'VerifiablePresentation', verifiableCredential: [linked, plain, token] })].map((text) => ({
      container: 'json' as const,
      bytes: bytesOf(text),
    })),
    ...[token, joseToken, signedAssertion].map((text) => ({ container: 'jwt' as const, bytes: bytesOf(text) })),
    { container: 'png', bytes: bakedPng(internationalText('openbadgecredential', token), internationalText('openbadges', hosted)) },
    { container: 'png', bytes: bakedPng(compressedText('openbadgecredential', linkedText), internationalText('openbadges', signedAssertion)) },
    { container: 'svg', bytes: drawing(hosted) },
    { container: 'svg', bytes: drawing(joseToken) },
    {
      container: 'zip',
      bytes: zipFile([
        { name: 'a.json', data: linkedText },
        { name: 'b.jwt', data: token },
        { name: 'c.svg', data: drawing(plainText) },
        { name: 'd.png', data: bakedPng(internationalText('openbadges', signedAssertion)) },
      ]),
    },
  ]
  const register = [
    issuer(did),
    issuer(university, [{ id: method, material: { publicKeyMultibase: method.split('#')[1] ?? '' }, validFrom: null, validUntil: null }]),
    issuer(council, [key(`${council}#key`, own)]),
  ]
  const context = contextWith(register, [evidence({ url: String(hostedBadge.id), body: hosted })])
  return { files, context, texts: [linkedText, plainText, hosted, token, joseToken, signedAssertion] }
}
