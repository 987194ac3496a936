import { createHash, sign as signBytes } from 'node:crypto'
import { base58 } from '@scure/base'
import { needsCrossCheck } from '../../electron/verifier/context/crossCheck'
import { canonicalize } from '../../electron/verifier/jsonld/canonicalize'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../shared/model/json'
import { type Issuer, makeCredential } from './credentials'

// The libraries that sign need many minutes for 100,000 credentials. All credentials of one shape make the same statements but for a few values: the
// statements of one are read once, and for each of the others the values are put in their places, the blank nodes labelled and the lines sorted anew.

/** Where in a document a value stands. */
type Path = readonly (string | number)[]

function* differences(one: JsonValue, other: JsonValue, path: Path = []): Generator<Path> {
  if (isArray(one) && isArray(other)) for (const [index, value] of one.entries()) yield* differences(value, other[index]!, [...path, index])
  else if (isObject(one) && isObject(other)) for (const [name, value] of Object.entries(one)) yield* differences(value!, other[name]!, [...path, name])
  else if (one !== other) yield path
}

// Paths are those of a document of the same shape: every step is known to be there.
const at = (document: JsonValue, path: Path): JsonValue => path.reduce<JsonValue>((node, step) => (node as Record<string | number, JsonValue>)[step]!, document)

/** Every value in place of which another one stands in other credentials, named by its number; an address in the place of an address. */
function withSlots(document: JsonObject, paths: readonly Path[]): JsonObject {
  const copy = structuredClone(document)
  for (const [slot, path] of paths.entries()) Object.assign(at(copy, path.slice(0, -1)) as object, { [path.at(-1)!]: `urn:slot:${slot}:` })
  return copy
}

/** A statement cut at what changes: texts, slots by number, blank nodes by their label in the pattern. */
type Piece = string | { readonly slot: number } | { readonly node: string }

const pieces = (line: string): readonly Piece[] =>
  line.split(/(urn:slot:\d+:|_:c14n\d+)/).map((part): Piece => {
    if (part.startsWith('urn:slot:')) return { slot: Number(part.slice('urn:slot:'.length, -1)) }
    return part.startsWith('_:c14n') ? { node: part } : part
  })

interface Statement {
  readonly pieces: readonly Piece[]
  readonly nodes: readonly string[]
}

const statement = (line: string): Statement => {
  const cut = pieces(line)
  return { pieces: cut, nodes: [...new Set(cut.flatMap((piece) => (typeof piece === 'object' && 'node' in piece ? [piece.node] : [])))] }
}

const written = ({ pieces }: Statement, values: readonly string[], label: (node: string) => string): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : 'slot' in piece ? values[piece.slot] : label(piece.node))).join('')

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/**
 * The canonical statements with these values. Only for documents in which every blank node differs from all others by its own statements.
 *
 * @source RDFC-1.0, sections 4.4 (canonicalization) and 4.6 (hash first degree quads)
 */
function canonicalText(statements: readonly Statement[], ofNode: ReadonlyMap<string, readonly Statement[]>, values: readonly string[]): string {
  const nodeOfHash = new Map<string, string>()
  for (const [node, own] of ofNode) {
    const lines = own.map((one) => written(one, values, (other) => (other === node ? '_:a' : '_:z')))
    nodeOfHash.set(sha256(`${lines.sort().join('\n')}\n`).toString('hex'), node)
  }
  if (nodeOfHash.size < ofNode.size) throw new Error('two blank nodes are alike')
  const labels = new Map([...nodeOfHash.keys()].sort().map((hash, place) => [nodeOfHash.get(hash)!, `_:c14n${place}`]))
  return `${statements
    .map((one) => written(one, values, (node) => labels.get(node)!))
    .sort()
    .join('\n')}\n`
}

async function linesOf(document: JsonObject): Promise<readonly string[]> {
  const form = await canonicalize(document, { order: 'code-point', contextText: 'newer' })
  if (!form.ok) throw new Error(JSON.stringify(form.problem))
  return form.value.split('\n').slice(0, -1)
}

/** What is written as it stands in a statement: neither a mark to be escaped nor a surrogate, over which two orders of sorting differ. */
const plain = (value: JsonValue): string => {
  if (typeof value !== 'string' || !/^[^"\\\p{Cc}\p{Cs}]*$/u.test(value)) throw new Error(`not plain: ${JSON.stringify(value)}`)
  return value
}

/**
 * Makes credentials of one shape, signed as `eddsa-rdfc-2022`, no two alike.
 *
 * @returns the exact text of the file of a number, for the holder of an address.
 * @source Data Integrity EdDSA Cryptosuites 1.0, section 3.2
 */
export async function fastSigner(issuer: Issuer): Promise<(number: number, email?: string) => string> {
  const pattern = makeCredential(0, issuer.did)
  const paths = [...differences(pattern, makeCredential(1, issuer.did))]
  const statements = (await linesOf(withSlots(pattern, paths))).map(statement)
  const nodes = [...new Set(statements.flatMap((one) => one.nodes))]
  const ofNode = new Map(nodes.map((node) => [node, statements.filter((one) => one.nodes.includes(node))]))
  const options = {
    type: 'DataIntegrityProof',
    created: '2026-04-01T00:00:00Z',
    verificationMethod: issuer.method,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  }
  const optionsDigest = sha256(`${(await linesOf({ '@context': pattern['@context']!, ...options })).join('\n')}\n`)
  return (number, email) => {
    const credential = makeCredential(number, issuer.did, email)
    const values = paths.map((path) => plain(at(credential, path)))
    const signed = Buffer.concat([optionsDigest, sha256(canonicalText(statements, ofNode, values))])
    return JSON.stringify({ ...credential, proof: { ...options, proofValue: `z${base58.encode(signBytes(null, signed, issuer.key))}` } })
  }
}

/** Credentials of one shape, signed, all different, handed out to the holders of these addresses in turn. */
export async function* manySigned(count: number, issuer: Issuer, emails: readonly string[] = []): AsyncGenerator<string> {
  const signed = await fastSigner(issuer)
  for (let number = 0; number < count; number++) yield signed(number, emails[number % emails.length])
}

/** Is this one of those that are cross-checked whatever their shape? */
export function isCrossChecked(text: string): boolean {
  const { proof } = JSON.parse(text) as { readonly proof: { readonly proofValue: string } } // Signed here: it has this shape.
  return needsCrossCheck(false, proof.proofValue)
}

/** Credentials of one shape, signed, all different, of which one in a hundred is cross-checked: as in a large bundle on average. */
export async function usualMix(count: number, issuer: Issuer): Promise<readonly string[]> {
  const sought = Math.round(count / 100)
  const [twice, once]: [string[], string[]] = [[], []]
  for await (const text of manySigned(10 * count, issuer)) {
    const list = isCrossChecked(text) ? twice : once
    if (list.length < (list === twice ? sought : count - sought)) list.push(text)
  }
  if (twice.length + once.length < count) throw new RangeError(`only ${twice.length} are looked at twice`)
  // One at the beginning of each hundred.
  return once.flatMap((text, place) => (place % 99 === 0 && twice.length > place / 99 ? [twice[place / 99]!, text] : [text]))
}
