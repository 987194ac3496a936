import { createHash } from 'node:crypto'
import rdfCanonize from 'rdf-canonize'
import type { JsonObject } from '../../../../shared/model/json'
import { canonicalStatements, signedOn, type TestKey, testKey } from '../signer'

/*
 * Makes derived proofs of `ecdsa-sd-2023` in one step, as of a holder who shows everything: enough to test the verifier with other shapes than the standard's
 * examples.
 */

type Encodable = number | Uint8Array | readonly Encodable[] | ReadonlyMap<number, Encodable>

function head(kind: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(kind << 5) | argument])
  if (argument < 0x100) return Buffer.from([(kind << 5) | 24, argument])
  return argument < 0x10000
    ? Buffer.from([(kind << 5) | 25, argument >> 8, argument & 255])
    : Buffer.from([(kind << 5) | 26, argument >>> 24, (argument >> 16) & 255, (argument >> 8) & 255, argument & 255])
}

/** CBOR in its shortest form. */
export function cbor(value: Encodable): Buffer {
  if (typeof value === 'number') return head(0, value)
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([name, one]) => [cbor(name), cbor(one)])])
  // Any value that is no number, no bytes and no map is a list; the compiler does not see it for readonly ones.
  const list = value as readonly Encodable[]
  return Buffer.concat([head(4, list.length), ...list.map(cbor)])
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** The parts of `proofValue` before they are written. */
export interface Parts {
  readonly baseSignature: Uint8Array
  readonly key: Uint8Array
  readonly signatures: readonly Uint8Array[]
  readonly labels: ReadonlyMap<number, Uint8Array>
  readonly mandatory: readonly number[]
}

export const disclosed = ({ baseSignature, key, signatures, labels, mandatory }: Parts): string =>
  `u${Buffer.concat([Buffer.from([0xd9, 0x5d, 0x01]), cbor([baseSignature, key, signatures, labels, mandatory])]).toString('base64url')}`

/** The statements under their signed labels, in order. rdf-canonize parses and writes the terms, so that no text is read as a label. */
function relabel(canonical: string, labels: ReadonlyMap<number, Uint8Array>): readonly string[] {
  const term = <Term extends { readonly termType: string; readonly value: string }>(one: Term): Term => {
    const label = one.termType === 'BlankNode' ? labels.get(Number(/c14n(\d+)$/.exec(one.value)?.[1])) : undefined
    return label ? { ...one, value: `u${Buffer.from(label).toString('base64url')}` } : one
  }
  const quads = rdfCanonize.NQuads.parse(canonical).map((quad) => ({
    ...quad,
    subject: term(quad.subject),
    object: term(quad.object),
    graph: term(quad.graph),
  }))
  return [...quads.map((quad) => rdfCanonize.NQuads.serialize([quad]))].sort()
}

/**
 * Signs a document for selective disclosure and shows all of it.
 *
 * @param isMandatory Which statements may never be left out.
 * @param change Changes the parts before they are written.
 */
export async function signSelectively(
  document: JsonObject,
  key: TestKey,
  method: string,
  isMandatory: (statement: string) => boolean,
  change: (parts: Parts) => Parts = (parts) => parts,
): Promise<JsonObject> {
  const options = { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023', created: signedOn, verificationMethod: method, proofPurpose: 'assertionMethod' }
  const canonical = await canonicalStatements(document)
  const nodes = [...new Set([...canonical.matchAll(/_:c14n(\d+) /g)].map(([, number]) => Number(number)))].sort((a, b) => a - b)
  const labels = new Map(nodes.map((number) => [number, sha256(`label ${number}`)]))
  const statements = relabel(canonical, labels)
  const mandatory = [...statements.keys()].filter((index) => isMandatory(statements[index] ?? ''))
  const proofKey = testKey('P-256', 9)
  const keyBytes = Buffer.concat([Buffer.from([0x80, 0x24]), proofKey.publicBytes])
  const halves = [await canonicalStatements({ '@context': document['@context'] ?? null, ...options }), mandatory.map((index) => statements[index]).join('')]
  const [optionsHash, mandatoryHash] = halves.map(sha256)
  const baseSignature = key.sign(Buffer.concat([optionsHash ?? Buffer.alloc(0), keyBytes, mandatoryHash ?? Buffer.alloc(0)]))
  const signatures = statements.filter((_, index) => !mandatory.includes(index)).map((statement) => proofKey.sign(Buffer.from(statement, 'utf8')))
  return { ...document, proof: { ...options, proofValue: disclosed(change({ baseSignature, key: keyBytes, signatures, labels, mandatory })) } }
}
