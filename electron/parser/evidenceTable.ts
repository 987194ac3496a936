import { hash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { NormalDocument } from '../../shared/model/document'
import type { JsonObject, JsonValue } from '../../shared/model/json'
import { type FetchedDocument, fetchedText, readEvidence } from './evidence'
import { idOf } from './members'
import { normalForm } from './normalForm'
import { objectIn } from './packedDocument'
import type { SupportDocument } from './parsed'

/**
 * The records of courier inquiries, found by address. They are packed in memory that threads share, and one is opened when it is asked for: a city has as many
 * as hosted badges, and each thread would have a copy of all.
 */
export interface EvidenceTable {
  /** The files of the records: the name of each in the digest of a context, the SHA-256 (hex) of its text, and everything in it but its records. */
  readonly files: readonly EvidenceFile[]
  /** By the number of a record: its file, and the packet with its JSON as a line. */
  readonly fileOf: Uint32Array
  readonly packetOf: Uint32Array
  /** By the number of a packet: its first record, and its start in `packets`; one more entry is the end of the last one. */
  readonly firsts: Uint32Array
  readonly starts: Float64Array
  readonly packets: Uint8Array
  /** The first 64 bits of the SHA-256 of every address a record is found by, sorted; at the same place the record. */
  readonly addresses: BigUint64Array
  readonly recordAt: Uint32Array
  /** Records of documents that may hold keys. */
  readonly withKeys: Uint32Array
}

export interface EvidenceFile {
  readonly name: string
  readonly digest: string
  readonly head: JsonObject
}

/** A record with the file it came in. */
export interface EvidenceRecord {
  readonly fetched: FetchedDocument
  readonly file: EvidenceFile
}

/** A table without a record. */
export const noEvidence: EvidenceTable = sharedTable([], { fileOf: [], packetOf: [], firsts: [], withKeys: [] }, [], [])

/** Characters of records in one packet: enough to compress well, few enough to be opened for one record. */
const packetLength = 32 * 1024

const addressDigest = (address: string): bigint => BigInt(`0x${hash('sha256', address, 'hex').slice(0, 16)}`)

/** The name of a document for comparing: by its content, not by its origin. */
export const documentDigest = ({ type, id, text }: SupportDocument): string => `${type} ${id ?? ''} ${hash('sha256', text, 'hex')}`

const keyMembers = ['keys', 'verificationMethod', 'publicKey', 'publicKeyMultibase', 'publicKeyJwk', 'publicKeyPem', 'publicKeyBase58', 'assertionMethod']
const mayHoldKeys = (served: JsonObject): boolean => keyMembers.some((member) => served[member] !== undefined)

/** The served document, read strictly, in its normal form; null where it is no object. */
function servedDocument(fetched: FetchedDocument): NormalDocument | null {
  const served = objectIn(fetchedText(fetched))
  return served && normalForm(served).document
}

/** An address a record is found by. */
type Found = readonly [address: bigint, record: number]

/** All evidence files among the documents as one table, in their order. A file that can no longer be read has no records. */
export function evidenceTable(documents: Iterable<SupportDocument>): EvidenceTable {
  const files: EvidenceTable['files'][number][] = []
  const numbers = { fileOf: [] as number[], packetOf: [] as number[], firsts: [] as number[], withKeys: [] as number[] }
  const found: Found[] = []
  const packets: Uint8Array[] = []
  let lines: string[] = []
  let length = 0
  const close = () => {
    // A copy: zlib returns a piece of a larger buffer, which would be retained with it.
    if (lines.length > 0) packets.push(Uint8Array.from(deflateRawSync(Buffer.from(lines.join('\n'), 'utf8'))))
    lines = []
    length = 0
  }
  const add = (fetched: FetchedDocument, line: string) => {
    const record = numbers.fileOf.length
    if (lines.length === 0) numbers.firsts.push(record)
    numbers.fileOf.push(files.length - 1)
    numbers.packetOf.push(packets.length)
    const served = servedDocument(fetched)
    if (served !== null && mayHoldKeys(served)) numbers.withKeys.push(record)
    const addresses = new Set([fetched.url, fetched.finalUrl, idOf(served ?? undefined) ?? fetched.url])
    for (const address of addresses) found.push([addressDigest(address), record])
    lines.push(line)
    length += line.length
    if (length >= packetLength) close()
  }
  for (const document of documents) {
    if (document.type !== 'evidence') continue
    const { fetched: items, ...head } = document.document
    const read = readEvidence(document.document)
    files.push({ name: documentDigest(document), digest: hash('sha256', document.text, 'hex'), head })
    // Readable evidence has a list of objects, and JSON.stringify writes no line breaks.
    if (read.ok) for (const [place, fetched] of read.value.entries()) add(fetched, JSON.stringify((items as readonly JsonValue[])[place]))
  }
  close()
  return sharedTable(files, numbers, packets, found)
}

type Numbers = Readonly<Record<'fileOf' | 'packetOf' | 'firsts' | 'withKeys', readonly number[]>>

function sharedTable(
  files: EvidenceTable['files'],
  { fileOf, packetOf, firsts, withKeys }: Numbers,
  pieces: readonly Uint8Array[],
  found: Found[],
): EvidenceTable {
  found.sort(([one, first], [other, second]) => (one < other ? -1 : one > other ? 1 : first - second))
  const starts = new Float64Array(new SharedArrayBuffer(8 * (pieces.length + 1)))
  for (const [packet, { length }] of pieces.entries()) starts[packet + 1] = starts[packet]! + length
  const packets = new Uint8Array(new SharedArrayBuffer(starts[pieces.length]!))
  for (const [packet, piece] of pieces.entries()) packets.set(piece, starts[packet])
  const addresses = new BigUint64Array(new SharedArrayBuffer(8 * found.length))
  for (const [place, [address]] of found.entries()) addresses[place] = address
  const shared = (numbers: readonly number[]) => {
    const table = new Uint32Array(new SharedArrayBuffer(4 * numbers.length))
    table.set(numbers)
    return table
  }
  return {
    files,
    fileOf: shared(fileOf),
    packetOf: shared(packetOf),
    firsts: shared(firsts),
    starts,
    packets,
    addresses,
    recordAt: shared(found.map(([, record]) => record)),
    withKeys: shared(withKeys),
  }
}

/** The last opened packet of each table: records fetched one after the other are asked for one after the other. */
const opened = new WeakMap<EvidenceTable, { readonly packet: number; readonly lines: readonly string[] }>()

function linesOf(table: EvidenceTable, packet: number): readonly string[] {
  const last = opened.get(table)
  if (last?.packet === packet) return last.lines
  const bytes = table.packets.subarray(table.starts[packet], table.starts[packet + 1])
  const lines = inflateRawSync(bytes).toString('utf8').split('\n')
  opened.set(table, { packet, lines })
  return lines
}

function open(table: EvidenceTable, record: number): EvidenceRecord {
  const packet = table.packetOf[record]!
  const line = linesOf(table, packet)[record - table.firsts[packet]!]!
  // It could be read when it was packed.
  const read = readEvidence({ version: 1, fetched: [objectIn(line)] }) as Extract<ReturnType<typeof readEvidence>, { readonly ok: true }>
  return { fetched: read.value[0]!, file: table.files[table.fileOf[record]!]! }
}

/**
 * Every record about an address, in the order of the files: the address was asked, was redirected to, or is the own id of what was served. Records about other
 * addresses may be among them.
 */
export function recordsAbout(table: EvidenceTable, address: string): readonly EvidenceRecord[] {
  const { addresses, recordAt } = table
  if (addresses.length === 0) return []
  const wanted = addressDigest(address)
  let [low, high] = [0, addresses.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (addresses[middle]! < wanted) low = middle + 1
    else high = middle
  }
  const records: EvidenceRecord[] = []
  for (let place = low; addresses[place] === wanted; place++) records.push(open(table, recordAt[place]!))
  return records
}

/** The addresses that were asked, in the order of the files; with `with-keys` only those of documents that may hold keys. */
export function* addressesIn(table: EvidenceTable, which: 'all' | 'with-keys'): Generator<string> {
  const records = which === 'all' ? table.fileOf.keys() : table.withKeys.values()
  const seen = new Set<string>()
  for (const record of records) {
    const { url } = open(table, record).fetched
    if (seen.has(url)) continue
    seen.add(url)
    yield url
  }
}
