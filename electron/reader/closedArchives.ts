/** First bytes of archives that are not opened, with their place in the file. */
const signatures: readonly (readonly [kind: string, at: number, bytes: readonly number[]])[] = [
  ['7z', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', 0, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['gzip', 0, [0x1f, 0x8b, 0x08]],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['cab', 0, [0x4d, 0x53, 0x43, 0x46]],
  // `PK` 07 08: the first volume of a ZIP in several files.
  ['zip', 0, [0x50, 0x4b, 0x07, 0x08]],
  ['bzip2', 4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
  ['tar', 257, [0x75, 0x73, 0x74, 0x61, 0x72]],
]

/** Names of archives and of their volumes: a volume behind the first begins with bytes of any kind. */
const names = /\.(7z|rar|lzh|lha|tar|tgz|tbz2?|txz|gz|bz2|xz|cab|z\d\d|r\d\d|(?:zip|7z|rar)\.\d{3})$/i

/**
 * Which kind of archive that stays closed is this? Null where it is none. The bytes decide; the name does for volumes and broken archives.
 * @param head The first bytes of the file.
 * @source APPNOTE.TXT 6.3.10, section 8.5 (split ZIP); RFC 1952, section 2.3.1 (gzip); POSIX.1-2017, pax (ustar)
 */
export function closedArchive(source: string, head: Uint8Array): string | null {
  const signed = signatures.find(([, at, bytes]) => bytes.every((byte, index) => head[at + index] === byte))
  if (signed) return signed[0]
  // LZH: `-lh5-` behind a length and a checksum.
  if (/^-l[hz][0-9sdx]-$/.test(String.fromCharCode(...head.subarray(2, 7)))) return 'lzh'
  return names.exec(source)?.[1]?.toLowerCase() ?? null
}
