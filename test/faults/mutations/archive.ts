import { type ZipPart, zipFile } from '../../fixtures/reader/zipFile'
import { below, bytesOf, oneOf, type Random, someLength } from './choose'

/** A part whose data may be changed before it is packed. */
export interface NamedBytes {
  readonly name: string
  readonly data: Uint8Array
}

const names = ['', '/', '\\', '../../etc/passwd', 'C:\\x', '\0', '表', 'a'.repeat(60_000), '__MACOSX/x', '[Content_Types].xml', 'mimetype', 'x.zip']
const huge = [0, 1, 0xff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff]

const zip64 = (random: Random): Uint8Array => {
  const field = Buffer.alloc(28, 0xff)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(oneOf(random, [0, 8, 24, 0xffff]), 2)
  if (random() < 0.5) field.writeBigUInt64LE(oneOf(random, [0n, 1n, 2n ** 53n, 2n ** 64n - 1n]), 4)
  return field
}

function oddPart({ name, data }: NamedBytes, changed: (data: Uint8Array) => Uint8Array, random: Random): ZipPart {
  const faults: readonly (() => ZipPart)[] = [
    () => ({ name, data: changed(data) }),
    () => ({ name, data: changed(data) }),
    () => ({ name, data: changed(data), method: 0 }),
    () => ({ name: oneOf(random, names), data }),
    () => ({ name, data, flags: oneOf(random, [1, 8, 0x40, 0x800, 0xffff]) }),
    () => ({ name, data, method: oneOf(random, [0, 1, 9, 12, 14, 93, 99, 0xffff]) }),
    () => ({ name, data, size: oneOf(random, huge) }),
    () => ({ name, data, checksum: oneOf(random, huge) }),
    () => ({ name, data, offset: oneOf(random, huge) }),
    () => ({ name, data, size: 0xffffffff, extra: zip64(random) }),
    () => ({ name, data, extra: Buffer.alloc(someLength(random, 60_000), below(random, 256)) }),
    () => ({ name, data: Buffer.alloc(someLength(random, 6_000_000), 0x20) }),
    () => ({ name: `${name}.zip`, data: zipFile([{ name, data: zipFile([{ name, data }]) }]) }),
  ]
  return oneOf(random, faults)()
}

/** Overwrites one field of a directory entry, of a local header or of the end record. */
function lie(archive: Uint8Array, random: Random): Uint8Array {
  const bytes = Buffer.from(archive)
  const mark = Buffer.from(oneOf(random, ['PK\x01\x02', 'PK\x05\x06', 'PK\x03\x04']), 'latin1')
  const found: number[] = []
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) found.push(at)
  const field = (found.length === 0 ? 0 : oneOf(random, found)) + 4 + below(random, 42)
  if (random() < 0.5 && field + 2 <= bytes.length) bytes.writeUInt16LE(oneOf(random, [0, 1, 0x7fff, 0xffff]), field)
  else if (field + 4 <= bytes.length) bytes.writeUInt32LE(oneOf(random, huge), field)
  return bytes
}

/** An archive of these parts with one or two faults in its own records, or with sound records around changed parts. */
export function mutateArchive(parts: readonly NamedBytes[], changed: (data: Uint8Array) => Uint8Array, random: Random): Uint8Array {
  const at = below(random, parts.length)
  const odd = parts.map((part, index) => (index === at ? oddPart(part, changed, random) : part))
  const faults: readonly (() => Uint8Array)[] = [
    () => zipFile(odd),
    () => zipFile(odd),
    () => zipFile(odd),
    () => lie(zipFile(odd), random),
    () => lie(zipFile(parts), random),
    () => zipFile(odd.toSorted(() => random() - 0.5)),
    () => zipFile([...odd, ...odd]),
    () => zipFile(parts, oneOf(random, [0, 1, parts.length + 1, 0xffff])),
    () => zipFile(parts.map((part) => ({ ...part, offset: 0 }))),
    () => zipFile(Array.from({ length: someLength(random, 3000) }, (_, index) => ({ name: `${index}.json`, data: '{}', method: 0 }))),
    () => Buffer.concat([bytesOf('MZ stub'), zipFile(parts)]),
    () => Buffer.concat([zipFile(parts), Buffer.alloc(someLength(random, 70_000))]),
    () => Buffer.concat([zipFile(parts), zipFile(odd)]),
  ]
  return oneOf(random, faults)()
}
