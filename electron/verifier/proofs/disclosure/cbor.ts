/** The values in a disclosure proof: numbers, bytes, lists, and maps from numbers. No other CBOR is read. */
export type CborValue = number | Uint8Array | readonly CborValue[] | ReadonlyMap<number, CborValue>

interface Item {
  readonly value: CborValue
  /** Where the next item begins. */
  readonly next: number
}

/** The upper three bits of the first byte. */
const kinds = { number: 0, bytes: 2, list: 4, map: 5 }

/** How many bytes the argument has by the first byte's lower five bits, and the least value that needs that many. */
const widths: readonly (readonly [number, number, number])[] = [
  [24, 1, 24],
  [25, 2, 0x100],
  [26, 4, 0x10000],
]

/** Kind and argument of an item, in the shortest form only; null for indefinite lengths, and for anything beyond 32 bits. */
function readHead(bytes: Uint8Array, at: number): { readonly kind: number; readonly argument: number; readonly next: number } | null {
  const first = bytes[at]
  if (first === undefined) return null
  const [kind, short] = [first >> 5, first & 31]
  if (short < 24) return { kind, argument: short, next: at + 1 }
  const width = widths.find(([code]) => code === short)
  if (!width || at + 1 + width[1] > bytes.length) return null
  const argument = bytes.subarray(at + 1, at + 1 + width[1]).reduce((sum, byte) => sum * 256 + byte, 0)
  return argument < width[2] ? null : { kind, argument, next: at + 1 + width[1] }
}

function readItem(bytes: Uint8Array, at: number, levels: number): Item | null {
  const head = readHead(bytes, at)
  // Each byte, entry or number takes at least a byte: a length beyond the end is refused before anything is allocated.
  if (!head || (head.kind !== kinds.number && head.argument > bytes.length - head.next)) return null
  const { kind, argument, next } = head
  if (kind === kinds.number) return { value: argument, next }
  if (kind === kinds.bytes) return { value: bytes.subarray(next, next + argument), next: next + argument }
  if (levels === 0) return null
  if (kind === kinds.list) return readList(bytes, next, argument, levels - 1)
  return kind === kinds.map ? readMap(bytes, next, argument, levels - 1) : null
}

function readList(bytes: Uint8Array, at: number, count: number, levels: number): Item | null {
  const values: CborValue[] = []
  let next = at
  while (values.length < count) {
    const item = readItem(bytes, next, levels)
    if (!item) return null
    values.push(item.value)
    next = item.next
  }
  return { value: values, next }
}

function readMap(bytes: Uint8Array, at: number, count: number, levels: number): Item | null {
  const entries = new Map<number, CborValue>()
  let next = at
  while (entries.size < count) {
    const name = readItem(bytes, next, 0)
    const item = name && readItem(bytes, name.next, levels)
    // A repeated name is ambiguous.
    if (!name || !item || typeof name.value !== 'number' || entries.has(name.value)) return null
    entries.set(name.value, item.value)
    next = item.next
  }
  return { value: entries, next }
}

/**
 * The one item these bytes hold, from the first byte to the last. Null for tags, texts, negative numbers, floats, indefinite lengths, longer forms than needed,
 * and nesting beyond a list inside a list. Work and memory are linear in the number of bytes.
 *
 * @source RFC 8949, sections 3 and 4.1 (preferred serialization)
 */
export function readCbor(bytes: Uint8Array): CborValue | null {
  const item = readItem(bytes, 0, 2)
  return item && item.next === bytes.length ? item.value : null
}
