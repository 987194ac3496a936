/** Tags of the elements a public key is made of. @source X.690, sections 8.3, 8.6, 8.8, 8.9 and 8.19 */
export const derTag = { integer: 0x02, bitString: 0x03, nothing: 0x05, objectId: 0x06, sequence: 0x30 } as const

/** One element of DER: its tag and its content. */
export interface DerElement {
  readonly tag: number
  readonly content: Uint8Array
}

/** A length takes one byte, or a first byte that counts the others. No key is longer than three of them can say. */
const longForm = 0x80
const mostLengthBytes = 3

/** Where the content of the first element begins and ends; null where its length is not in the one form DER allows. */
function bounds(bytes: Uint8Array): readonly [start: number, end: number] | null {
  const first = bytes[1] ?? longForm
  if (first < longForm) return [2, 2 + first]
  const count = first - longForm
  if (count < 1 || count > mostLengthBytes) return null
  const length = bytes.subarray(2, 2 + count).reduce((all, byte) => all * 256 + byte, 0)
  const isShortest = length >= longForm && bytes[2] !== 0
  return isShortest ? [2 + count, 2 + count + length] : null
}

/**
 * The elements that fill the bytes, one after the other; null where the bytes are no DER. Crypto libraries differ on what they accept beside it.
 *
 * @source X.690, sections 8.1 and 10.1
 */
export function derElements(bytes: Uint8Array): readonly DerElement[] | null {
  const elements: DerElement[] = []
  for (let rest = bytes; rest.length > 0; ) {
    const [start, end] = bounds(rest) ?? [0, Number.POSITIVE_INFINITY]
    if (end > rest.length) return null
    elements.push({ tag: rest[0]!, content: rest.subarray(start, end) })
    rest = rest.subarray(end)
  }
  return elements
}

/** The elements of the one sequence that fills the bytes; null where they are anything else. */
export function derSequence(bytes: Uint8Array): readonly DerElement[] | null {
  const [outer, ...others] = derElements(bytes) ?? []
  return outer?.tag === derTag.sequence && others.length === 0 ? derElements(outer.content) : null
}

/** The magnitude of an INTEGER; null where it is negative or has bytes to spare. @source X.690, section 8.3 */
export function derMagnitude({ tag, content }: DerElement): Uint8Array | null {
  const [first, second = 0x80] = content
  if (tag !== derTag.integer || first === undefined || first >= 0x80) return null
  if (first !== 0) return content
  return second < 0x80 ? null : content.subarray(1)
}

/** An element as DER. */
export function derOf(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  const length = content.length < longForm ? [content.length] : longLength(content.length)
  return Buffer.concat([Buffer.of(tag, ...length), content])
}

function longLength(length: number): readonly number[] {
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff]
  return [longForm + bytes.length, ...bytes]
}

/** A positive number as a DER INTEGER. @param magnitude Without leading zeros. */
export const derInteger = (magnitude: Uint8Array): Buffer => derOf(derTag.integer, Buffer.alloc(magnitude[0]! < 0x80 ? 0 : 1), magnitude)
