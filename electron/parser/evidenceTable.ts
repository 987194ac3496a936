import { hash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import { readJson } from '../reader'
import { type FetchedDocument, fetchedText, readEvidence } from './evidence'
import type { SupportDocument } from './parsed'

/**
 * What couriers brought back, to be looked up by address. The records are packed in memory that threads share, and one is opened when it is asked for: a city
 * has as many of them as hosted badges, and each thread would hold them all.
 */
export interface EvidenceTable {
  /** The files the records stand in: how the digest of a context names each, and everything in it but its records. */
  readonly files: readonly { readonly name: string; readonly head: JsonObject }[]
  /** By the place of a record: the file it stands in, and where its packed JSON begins; one place more says where the last one ends. */
  readonly fileOf: Uint32Array
  readonly starts: Float64Array
  readonly packed: Uint8Array
  /** The first 64 bits of the SHA-256 of every address a record is found by, sorted; at the same place the record. */
  readonly addresses: BigUint64Array
  readonly recordAt: Uint32Array
  /** Records that served something keys may stand in. */
  readonly withKeys: Uint32Array
}

/** A record with everything its file says besides. */
export interface HeldRecord {
  readonly fetched: FetchedDocument
  readonly head: JsonObject
}

const nothingShared = (): Pick<EvidenceTable, 'fileOf' | 'starts' | 'packed' | 'addresses' | 'recordAt' | 'withKeys'> => ({
  fileOf: new Uint32Array(0),
  starts: new Float64Array(1),
  packed: new Uint8Array(0),
  addresses: new BigUint64Array(0),
  recordAt: new Uint32Array(0),
  withKeys: new Uint32Array(0),
})

/** A table without a record. */
export const noEvidence: EvidenceTable = { files: [], ...nothingShared() }

const addressDigest = (address: string): bigint => BigInt(`0x${hash('sha256', address, 'hex').slice(0, 16)}`)

/** How a document is named where documents are compared: by what it is, not by where it came from. */
export const documentDigest = ({ type, id, text }: SupportDocument): string => `${type} ${id ?? ''} ${hash('sha256', text, 'hex')}`

const keyMembers = ['keys', 'verificationMethod', 'publicKey', 'publicKeyMultibase', 'publicKeyJwk', 'publicKeyPem', 'publicKeyBase58', 'assertionMethod']
const mayHoldKeys = (served: JsonObject): boolean => keyMembers.some((member) => served[member] !== undefined)

/** What an address served, read strictly; null where it is no object. */
export function servedObject(fetched: FetchedDocument): JsonObject | null {
  const text = fetchedText(fetched)
  const reading = text === null ? null : readJson(text)
  return reading?.ok && isObject(reading.value) ? reading.value : null
}

/** All files of evidence among the documents as one table, in their order. A file that can be read no more has no records. */
export function evidenceTable(documents: Iterable<SupportDocument>): EvidenceTable {
  const files: EvidenceTable['files'][number][] = []
  const pieces: Uint8Array[] = []
  const [fileOf, starts, withKeys]: [number[], number[], number[]] = [[], [0], []]
  const found: { readonly address: bigint; readonly record: number }[] = []
  for (const document of documents) {
    if (document.type !== 'evidence') continue
    const { fetched: items, ...head } = document.document
    const read = readEvidence(document.document)
    files.push({ name: documentDigest(document), head })
    for (const [place, fetched] of read.ok ? read.value.entries() : []) {
      const record = fileOf.length
      // Evidence that could be read has a list of objects.
      const piece = deflateRawSync(Buffer.from(JSON.stringify((items as readonly JsonValue[])[place]), 'utf8'), { level: 1 })
      pieces.push(piece)
      fileOf.push(files.length - 1)
      starts.push(starts[record]! + piece.length)
      const served = servedObject(fetched)
      if (served !== null && mayHoldKeys(served)) withKeys.push(record)
      for (const address of new Set([fetched.url, fetched.finalUrl, textOf(served?.id) ?? fetched.url])) found.push({ address: addressDigest(address), record })
    }
  }
  return files.length === 0 ? noEvidence : { files, ...shared({ pieces, fileOf, starts, withKeys, found }) }
}

interface Gathered {
  readonly pieces: readonly Uint8Array[]
  readonly fileOf: readonly number[]
  readonly starts: readonly number[]
  readonly withKeys: readonly number[]
  readonly found: { readonly address: bigint; readonly record: number }[]
}

function shared({ pieces, fileOf, starts, withKeys, found }: Gathered): ReturnType<typeof nothingShared> {
  const room = (bytes: number) => new SharedArrayBuffer(bytes)
  const packed = new Uint8Array(room(starts.at(-1)!))
  for (const [record, piece] of pieces.entries()) packed.set(piece, starts[record])
  found.sort((one, other) => (one.address < other.address ? -1 : one.address > other.address ? 1 : one.record - other.record))
  const table = {
    fileOf: new Uint32Array(room(4 * fileOf.length)),
    starts: new Float64Array(room(8 * starts.length)),
    packed,
    addresses: new BigUint64Array(room(8 * found.length)),
    recordAt: new Uint32Array(room(4 * found.length)),
    withKeys: new Uint32Array(room(4 * withKeys.length)),
  }
  table.fileOf.set(fileOf)
  table.starts.set(starts)
  table.withKeys.set(withKeys)
  for (const [place, { address, record }] of found.entries()) {
    table.addresses[place] = address
    table.recordAt[place] = record
  }
  return table
}

function open({ files, fileOf, starts, packed }: EvidenceTable, record: number): HeldRecord {
  const text = inflateRawSync(packed.subarray(starts[record], starts[record + 1])).toString('utf8')
  const read = readEvidence({ version: 1, fetched: [JSON.parse(text) as JsonValue] })
  if (!read.ok) throw new RangeError(`a packed record that cannot be read: ${record}`) // It could when it was packed.
  return { fetched: read.value[0]!, head: files[fileOf[record]!]!.head }
}

/** Every record that has to do with an address, in the order of the files: it was asked, was led to, or is the own id of what was served. Some that have not may be among them. */
export function recordsAbout(table: EvidenceTable, address: string): readonly HeldRecord[] {
  const { addresses, recordAt } = table
  if (addresses.length === 0) return []
  const wanted = addressDigest(address)
  let [low, high] = [0, addresses.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (addresses[middle]! < wanted) low = middle + 1
    else high = middle
  }
  const records: HeldRecord[] = []
  for (let place = low; addresses[place] === wanted; place++) records.push(open(table, recordAt[place]!))
  return records
}

/** The addresses that were asked, in the order of the files; only those that served something keys may stand in where these are wanted. */
export function* addressesIn(table: EvidenceTable, which: 'all' | 'with-keys'): Generator<string> {
  const records = which === 'all' ? table.fileOf.keys() : table.withKeys.values()
  const told = new Set<string>()
  for (const record of records) {
    const { url } = open(table, record).fetched
    if (told.has(url)) continue
    told.add(url)
    yield url
  }
}
