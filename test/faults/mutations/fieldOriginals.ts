import { createHash } from 'node:crypto'
import type { JsonObject } from '../../../shared/model/json'
import type { RegisteredIssuer } from '../../../shared/model/register'
import { bindKey, type Disclosed, disclosureOf, sdJwt } from '../../unit/verifier/proofs/sdJwtSigner'
import { signJcs } from '../../unit/verifier/signedJcs'
import { signStatements, testKey } from '../../unit/verifier/signer'
import { badge, claims, compact, didKeyOf, issuer, key, type Signer } from '../../unit/verifier/stage'
import { bytesOf } from './choose'
import { fixedSigner } from './fixedSigner'
import type { Original } from './mutateFile'

/** Signed files in forms met in the field: SD-JWT, JWS in JSON, language values, proofs with contexts of their own, presentations signed to log in. */
export interface FieldOriginals {
  readonly files: readonly Original[]
  readonly texts: readonly string[]
  readonly register: readonly RegisteredIssuer[]
}

const fingerprint = ({ jwk }: Signer): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x }))
    .digest('base64url')

/** A disclosure under a salt that is the same each time. */
const shown = (name: string | null, value: JsonObject | string): Disclosed => disclosureOf(name === null ? ['s', value] : [`s-${name}`, name, value])

const flattened = (token: string): JsonObject => {
  const [jws = '', ...disclosures] = token.split('~')
  const [head = '', payload = '', signature = ''] = jws.split('.')
  return { payload, protected: head, signature, header: { disclosures: disclosures.filter(Boolean) } }
}

/** A token with disclosures inside disclosures, in a list, and a decoy; another with a key binding; both wholly shown. */
async function selectiveTokens(own: Signer): Promise<readonly string[]> {
  const did = didKeyOf(own)
  const holder = fixedSigner(7)
  const { credentialSubject, ...outer } = badge(did, { id: 'urn:uuid:sd' })
  const { achievement, ...subject } = credentialSubject as JsonObject
  const { name, ...rest } = achievement as JsonObject
  const [nameShown, evidence] = [shown('name', String(name)), shown(null, { type: ['Evidence'], name: '演習' })]
  const whole = shown('credentialSubject', { ...subject, achievement: { ...rest, _sd: [nameShown.digest] } })
  const end = shown('validUntil', '2030-03-31T00:00:00Z')
  const payload = { ...outer, _sd_alg: 'sha-256', _sd: [whole.digest, end.digest], evidence: [{ '...': evidence.digest }] }
  const one = await sdJwt(payload, own, [whole, nameShown, end, evidence], { kid: did })
  const bound = await sdJwt({ ...payload, id: 'urn:uuid:bound', cnf: { jwk: holder.jwk } }, own, [whole, nameShown, evidence, end], { kid: did })
  return [one, await bindKey(bound, holder)]
}

/** @param plain A signed badge, which a holder presents. */
export async function fieldOriginals(own: Signer, plain: JsonObject): Promise<FieldOriginals> {
  const [language, web] = [testKey('Ed25519', 6), 'https://names.example']
  const did = `did:key:${language.multibase}`
  const sign = (document: JsonObject, also: JsonObject = {}) => signStatements(document, 'eddsa-rdfc-2022', language, `${did}#${language.multibase}`, also)
  const named = badge(did, {
    name: [
      { '@value': '防災', '@language': 'ja' },
      { '@value': 'Disaster', '@language': 'en' },
    ],
    description: { '@value': '図上訓練', '@language': 'ja' },
  })
  const [spoken, ownContext] = [await sign(named), await sign(badge(did), { '@context': ['https://w3id.org/security/data-integrity/v2'] })]
  const presented = signJcs(
    { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], holder: didKeyOf(own), verifiableCredential: [plain] },
    own,
    { proofPurpose: 'authentication' },
  )
  const [one = '', bound = ''] = await selectiveTokens(own)
  const byName = await compact(claims(badge(web)), { kid: fingerprint(own) }, own)
  const { header: disclosures, ...signature } = flattened(one)
  const { payload, ...rest } = signature
  const enveloped = { '@context': 'https://www.w3.org/ns/credentials/v2', type: 'EnvelopedVerifiableCredential', id: `data:application/vc+sd-jwt,${bound}` }
  const documents = [spoken, ownContext, presented]
  const carriers: readonly JsonObject[] = [
    { ...signature, header: disclosures ?? null },
    { payload: payload ?? null, signatures: [{ ...rest, header: disclosures ?? null }] },
    flattened(byName),
    { credentials: [{ credential: bound }, byName] },
    enveloped,
  ]
  return {
    files: [
      ...[...documents, ...carriers].map((document) => ({ container: 'json' as const, bytes: bytesOf(JSON.stringify(document)) })),
      ...[one, bound, byName].map((text) => ({ container: 'jwt' as const, bytes: bytesOf(text) })),
    ],
    texts: [...documents.map((document) => JSON.stringify(document)), one, bound, byName],
    register: [issuer(did), issuer(web, [key('first', own)])],
  }
}
