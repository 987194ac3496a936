import { isObject, type JsonObject } from '../../../shared/model/json'
import { failure } from '../../../shared/model/problem'
import type { KeyMaterial } from '../../../shared/model/register'
import { jwkKey } from './jwk'
import { multikey, readBase58 } from './multikey'
import { pemKey } from './pem'
import { ed25519Key, type KeyReading } from './publicKey'
import { unsupportedKey } from './unsupported'

/** One form of a key in a document. */
interface KeyForm {
  readonly member: string
  /** Standard and section. */
  readonly source: string
  read(method: JsonObject): KeyReading | null
}

const textForm = (member: string, source: string, read: (text: string) => KeyReading): KeyForm => ({
  member,
  source,
  read: (method) => (typeof method[member] === 'string' ? read(method[member]) : null),
})

const base58Type = 'Ed25519VerificationKey2018'

/** Ed25519VerificationKey2018 has the 32 bytes alone. A key of another length in a method of another type is of another kind. */
function base58Key({ publicKeyBase58, type }: JsonObject): KeyReading | null {
  if (typeof publicKeyBase58 !== 'string') return null
  const bytes = readBase58(publicKeyBase58)
  if (bytes && bytes.length !== 32 && typeof type === 'string' && type !== base58Type) return unsupportedKey(type)
  return bytes ? ed25519Key(bytes) : failure({ code: 'key.malformed' })
}

const forms: readonly KeyForm[] = [
  textForm('publicKeyMultibase', 'Controlled Identifiers 1.0, section 2.2.2; Ed25519VerificationKey2020', multikey),
  {
    member: 'publicKeyJwk',
    source: 'Controlled Identifiers 1.0, section 2.2.3; JsonWebKey2020',
    read: ({ publicKeyJwk }) => (isObject(publicKeyJwk) ? jwkKey(publicKeyJwk) : null),
  },
  textForm('publicKeyPem', 'Open Badges 2.0, CryptographicKey', pemKey),
  { member: 'publicKeyBase58', source: base58Type, read: base58Key },
  { member: 'kty', source: 'RFC 7517, section 4.1', read: (method) => (typeof method.kty === 'string' ? jwkKey(method) : null) },
]

/** A verification method that publishes its secret can be used by anybody. */
const secretMembers = ['privateKeyMultibase', 'privateKeyJwk', 'privateKeyPem', 'privateKeyBase58', 'secretKeyMultibase', 'secretKeyJwk']

/** The key of a verification method, a CryptographicKey or a JWK, in any form; null where it has none. */
export function methodKey(method: JsonObject): KeyReading | null {
  const secret = secretMembers.find((name) => method[name] !== undefined)
  if (secret) return failure({ code: 'key.private-member', detail: secret })
  for (const form of forms) {
    const reading = form.read(method)
    if (reading) return reading
  }
  return null
}

/** The key of an entry of the issuer register. */
export function registeredMaterial(material: KeyMaterial): KeyReading {
  if ('publicKeyMultibase' in material) return multikey(material.publicKeyMultibase)
  if ('publicKeyJwk' in material) return jwkKey(material.publicKeyJwk)
  return pemKey(material.publicKeyPem)
}
