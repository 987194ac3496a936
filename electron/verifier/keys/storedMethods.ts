import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../../shared/model/json'
import { controllerOf } from '../../parser/members'
import type { SupportDocument } from '../../parser/parsed'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { fetchedDocuments } from '../context/inquiry'
import { partition } from '../partition'
import type { ProofPurpose } from './key'
import { methodKey } from './material'
import { absoluteAddress, documentAddress } from './source'
import { jwkThumbprint, namedThumbprint } from './thumbprint'

/** A verification method in a stored document. */
export interface StoredMethod {
  /** The address it is named by; the `kid` or thumbprint of a key in a JWKS. */
  readonly id: string
  /** The document it was found in, by its own id. */
  readonly documentId: string | null
  readonly controller: string | null
  /** Listed under `assertionMethod` (or, in Open Badges 2.0, under the profile's `publicKey`): it may make assertions for its controller. */
  readonly purposes: readonly ProofPurpose[]
  readonly method: JsonObject
  /** Its own address served the document, so that it is not only a file in its name. */
  readonly isServed: boolean
}

const anyPurpose: readonly ProofPurpose[] = ['assertionMethod', 'authentication']
const relationships = ['authentication', 'keyAgreement', 'capabilityInvocation', 'capabilityDelegation']
const keyMembers = ['publicKeyMultibase', 'publicKeyJwk', 'publicKeyPem', 'publicKeyBase58']

const allMethods = indexed((context): readonly StoredMethod[] => {
  const [own, others] = partition(fetchedDocuments(context, 'with-keys'), ({ id, document }) => documentAddress(textOf(document.id) ?? String(id)) === id)
  const files = [...context.keyDocuments, ...others, ...fetchedDocuments(context, 'with-keys', 'claimed')]
  return [...own.flatMap((document) => methodsOf(document, true)), ...files.flatMap((document) => methodsOf(document))]
})

const methodsByAddress = indexed((context) => Map.groupBy(allMethods(context), ({ id }) => id))
const methodsByDocument = indexed((context) => Map.groupBy(allMethods(context), ({ documentId }) => documentId))

/** Every stored method by that address; first those whose document was served by its own address. */
export const storedMethods = (context: VerifierContext, address: string): readonly StoredMethod[] => methodsByAddress(context).get(address) ?? []

/** The methods that an issuer's own documents list under this name or thumbprint of a JWK. */
export function methodsNamed(context: VerifierContext, issuerId: string, name: string): readonly StoredMethod[] {
  const thumbprint = namedThumbprint(name)
  return (methodsByDocument(context).get(issuerId) ?? []).filter(({ method }) => {
    const { publicKeyJwk } = method
    return (isObject(publicKeyJwk) && publicKeyJwk.kid === name) || (thumbprint !== null && thumbprintOf(method) === thumbprint)
  })
}

/** Reading a key costs more than finding it; each is read once. */
const thumbprints = new WeakMap<JsonObject, string | null>()

/** The thumbprint of a method's key; null where it cannot be read. */
function thumbprintOf(method: JsonObject): string | null {
  const known = thumbprints.get(method)
  if (known !== undefined) return known
  const reading = methodKey(method)
  const thumbprint = reading?.ok ? jwkThumbprint(reading.value) : null
  thumbprints.set(method, thumbprint)
  return thumbprint
}

/**
 * The methods of a document: a DID or controller document, an Open Badges profile, a single key, or a JWKS.
 *
 * @source Controlled Identifiers 1.0, sections 2.2 and 2.3; Open Badges 2.0, Profile `publicKey` and CryptographicKey; RFC 7517, section 5
 */
export function methodsOf({ document, id, type }: SupportDocument, isServed = false): readonly StoredMethod[] {
  if (type === 'jwks') {
    // A JWKS names keys by `kid` or thumbprint and gives no owner, whatever address it came from.
    const keys = asList(document.keys ?? document).filter(isObject)
    const rest = { documentId: null, controller: null, purposes: anyPurpose, isServed }
    return keys.flatMap((method) => [...new Set([textOf(method.kid), thumbprintOf(method)])].flatMap((name) => named(method, name, rest)))
  }
  const documentId = textOf(document.id) ?? id
  if (keyMembers.some((member) => document[member] !== undefined)) {
    return named(document, documentId, { documentId, controller: controllerOf(document), purposes: anyPurpose, isServed })
  }
  const asserting = asList(document.assertionMethod)
  const profileKeys = document.verificationMethod === undefined && asserting.length === 0 ? asList(document.publicKey) : []
  const addressesOf = (entries: readonly JsonValue[]) => new Set(entries.flatMap((entry) => addressOf(entry, documentId)))
  const byPurpose = [
    ['assertionMethod', addressesOf([...asserting, ...profileKeys])],
    // A key for assertions may also sign a presentation.
    ['authentication', addressesOf([...asserting, ...profileKeys, ...asList(document.authentication)])],
  ] as const
  const everywhere = ['verificationMethod', 'publicKey', 'assertionMethod', ...relationships].flatMap((member) => asList(document[member]))
  return everywhere.filter(isObject).flatMap((method) => {
    const [address] = addressOf(method, documentId)
    const controller = controllerOf(method) ?? documentId
    const purposes = byPurpose.flatMap(([purpose, addresses]) => (address !== undefined && addresses.has(address) ? [purpose] : []))
    return named(method, address ?? null, { documentId, controller, purposes, isServed })
  })
}

/** The addresses of the keys that an Open Badges 2.0 profile or a controller document lists for assertions, embedded or by address. */
export function listedKeys(document: JsonObject): readonly string[] {
  const base = textOf(document.id)
  return ['publicKey', 'assertionMethod'].flatMap((member) => asList(document[member])).flatMap((entry) => addressOf(entry, base))
}

function addressOf(entry: unknown, base: string | null): readonly string[] {
  const address =
    typeof entry === 'string' ? entry : typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? entry.id : null
  return address === null ? [] : [absoluteAddress(address, base)]
}

const named = (method: JsonObject, id: string | null, rest: Omit<StoredMethod, 'id' | 'method'>): readonly StoredMethod[] =>
  id === null ? [] : [{ id, method, ...rest }]
