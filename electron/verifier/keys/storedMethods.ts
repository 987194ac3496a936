import { asList, isObject, type JsonObject, textOf } from '../../../shared/model/json'
import { controllerOf } from '../../parser/members'
import type { SupportDocument } from '../../parser/parsed'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { fetchedDocuments } from '../context/inquiry'
import { partition } from '../partition'
import { absoluteAddress, documentAddress } from './source'

/** A verification method in a stored document. */
export interface StoredMethod {
  /** The address it is named by; the `kid` of a key in a JWKS. */
  readonly id: string
  /** The document it was found in, by its own id. */
  readonly documentId: string | null
  readonly controller: string | null
  /** Listed under `assertionMethod` (or, in Open Badges 2.0, under the profile's `publicKey`): it may make assertions for its controller. */
  readonly forAssertion: boolean
  readonly method: JsonObject
  /** Its own address served the document, so that it is not only a file in its name. */
  readonly isServed: boolean
}

const relationships = ['authentication', 'keyAgreement', 'capabilityInvocation', 'capabilityDelegation']
const keyMembers = ['publicKeyMultibase', 'publicKeyJwk', 'publicKeyPem', 'publicKeyBase58']

const methodsByAddress = indexed((context): ReadonlyMap<string, readonly StoredMethod[]> => {
  const [own, others] = partition(fetchedDocuments(context, 'with-keys'), ({ id, document }) => documentAddress(textOf(document.id) ?? String(id)) === id)
  const files = [...context.keyDocuments, ...others, ...fetchedDocuments(context, 'with-keys', 'claimed')]
  return Map.groupBy([...own.flatMap((document) => methodsOf(document, true)), ...files.flatMap((document) => methodsOf(document))], ({ id }) => id)
})

/** Every stored method by that address; first those whose document was served by its own address. */
export const storedMethods = (context: VerifierContext, address: string): readonly StoredMethod[] => methodsByAddress(context).get(address) ?? []

/**
 * The methods of a document: a DID or controller document, an Open Badges profile, a single key, or a JWKS.
 *
 * @source Controlled Identifiers 1.0, sections 2.2 and 2.3; Open Badges 2.0, Profile `publicKey` and CryptographicKey; RFC 7517, section 5
 */
export function methodsOf({ document, id, type }: SupportDocument, isServed = false): readonly StoredMethod[] {
  if (type === 'jwks') {
    // A JWKS names keys by `kid` alone and gives no owner, whatever address it came from.
    const keys = asList(document.keys ?? document).filter(isObject)
    return keys.flatMap((method) => named(method, textOf(method.kid), { documentId: null, controller: null, forAssertion: true, isServed }))
  }
  const documentId = textOf(document.id) ?? id
  if (keyMembers.some((member) => document[member] !== undefined)) {
    return named(document, documentId, { documentId, controller: controllerOf(document), forAssertion: true, isServed })
  }
  const asserting = asList(document.assertionMethod)
  const profileKeys = document.verificationMethod === undefined && asserting.length === 0 ? asList(document.publicKey) : []
  const speaking = new Set([...asserting, ...profileKeys].flatMap((entry) => addressOf(entry, documentId)))
  const everywhere = ['verificationMethod', 'publicKey', 'assertionMethod', ...relationships].flatMap((member) => asList(document[member]))
  return everywhere.filter(isObject).flatMap((method) => {
    const [address] = addressOf(method, documentId)
    const controller = controllerOf(method) ?? documentId
    return named(method, address ?? null, { documentId, controller, forAssertion: address !== undefined && speaking.has(address), isServed })
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
