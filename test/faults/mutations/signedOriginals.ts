import { isObject, type JsonObject } from '../../../shared/model/json'
import { hostedBadge } from '../../fixtures/parser/documents'
import { bakedPng, compressedText, internationalText } from '../../fixtures/reader/bakedPng'
import { zipFile } from '../../fixtures/reader/zipFile'
import { signDataIntegrity, unsignedBadge } from '../../unit/verifier/proofs/signedElsewhere'
import { signJcs } from '../../unit/verifier/signedJcs'
import { badge, claims, compact, didKeyOf, evidence, issuer, key } from '../../unit/verifier/stage'
import { bytesOf } from './choose'
import { fieldOriginals } from './fieldOriginals'
import { fixedSigner } from './fixedSigner'
import type { Original } from './mutateFile'
import { drawing } from './originals'
import type { Known } from './report'

export interface SignedOriginals {
  readonly files: readonly Original[]
  /** Every issuer and the copy of the hosted badge: in a context of them each unchanged file is `verified` or `confirmed`. */
  readonly known: Known
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
  const field = await fieldOriginals(own, plain)
  const files: readonly Original[] = [
    ...field.files,
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
  const known = {
    register: [...register, ...field.register],
    documents: [evidence({ url: String(hostedBadge.id), body: hosted })],
  }
  return { files, known, texts: [linkedText, plainText, hosted, token, joseToken, signedAssertion, ...field.texts] }
}
