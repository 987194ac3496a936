import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { isObject, type JsonObject } from '../../shared/model/json'
import { readJson } from '../reader'
import { normalForm } from './normalForm'
import type { SupportDocument } from './parsed'

/** A long evidence file with its text compressed. */
export interface PackedDocument extends Omit<SupportDocument, 'document' | 'raw' | 'text'> {
  readonly bytes: Uint8Array
}

/** Texts from this length on are compressed. */
const longText = 64 * 1024

/** The object in a text, read strictly; null where it is none. */
export function objectIn(text: string | null): JsonObject | null {
  const reading = text === null ? null : readJson(text)
  return reading?.ok && isObject(reading.value) ? reading.value : null
}

const unpacked = (bytes: Uint8Array): string => inflateRawSync(bytes).toString('utf8')

/** Compresses a long evidence file; any other document is returned unchanged. A city has many of them, and each is read once or twice. */
export function packDocument(document: SupportDocument): SupportDocument | PackedDocument {
  const { kind, source, type, id, problems, text } = document
  if (type !== 'evidence' || text.length < longText || objectIn(text) === null) return document
  const bytes = Uint8Array.from(deflateRawSync(Buffer.from(text, 'utf8'), { level: 1 })) // A copy: zlib returns a piece of a larger buffer.
  // UTF-8 cannot hold every text.
  return unpacked(bytes) === text ? { kind, source, type, id, problems, bytes } : document
}

/** The document before packing: a packed one is decompressed each time its text or content is read. */
export function openDocument(document: SupportDocument | PackedDocument): SupportDocument {
  if (!('bytes' in document)) return document
  const { bytes: view, ...rest } = document
  const bytes = view.slice() // It may be a part of a message, which would be retained with it.
  const read = () => normalForm(objectIn(unpacked(bytes))!) // It was an object when it was packed.
  return {
    ...rest,
    get text() {
      return unpacked(bytes)
    },
    get document() {
      return read().document
    },
    get raw() {
      return read().raw
    },
  }
}
