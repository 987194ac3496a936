import type { Ignored, Read, Unreadable } from './envelope'
import type { Format } from './format'
import { jsonFormat } from './json/format'
import { jwsFormat } from './jws/format'
import { pngFormat } from './png/format'
import { describeUnreadWith, readWith } from './readFile'
import { svgFormat } from './svg/format'
import { zipFormat } from './zip/format'

export type { Envelope, Ignored, Payload, Read, Unreadable } from './envelope'
export { isLeftBehind } from './foreignNames'
export { type JsonReading, readJson } from './json/readJson'
export { limits } from './limits'
export { readTable, type Table } from './spreadsheet/readTable'
export { encodeCp932, unwritableCharacters } from './text/cp932'
export { type DecodedText, decodeText, type TextEncoding } from './text/decodeText'
export { isOfficePackage } from './zip/officePackage'
export { entriesOf, isZip, openArchive, openZip, type ZipArchive, type ZipEntry } from './zip/openZip'
export type { RandomAccess } from './zip/source'

/** All formats, the surest to recognise first. */
export const formats: readonly Format[] = [pngFormat, zipFormat, jsonFormat, jwsFormat, svgFormat]

/**
 * The content of a file.
 *
 * @param nesting How many ZIPs enclose the file: 0 for a file of its own, 1 for an entry of `openZip`. One ZIP inside another is opened; a third is not.
 */
export const readFile = (source: string, bytes: Uint8Array, nesting = 0): readonly Read[] => readWith(formats, { source, bytes, nesting })

/** The answer for a file larger than `limits.badgeBytes` that is no ZIP, from its first 64 KB. */
export const describeUnread = (source: string, head: Uint8Array): Unreadable | Ignored => describeUnreadWith(formats, source, head)
