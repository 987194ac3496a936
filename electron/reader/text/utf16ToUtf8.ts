/** The same text in UTF-8 where the bytes open with a UTF-16 byte order mark, else null. Broken surrogates become U+FFFD. */
export function utf16ToUtf8(bytes: Uint8Array): Uint8Array | null {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  const big = bytes[0] === 0xfe && bytes[1] === 0xff
  if (!little && !big) return null
  return new TextEncoder().encode(new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes))
}
