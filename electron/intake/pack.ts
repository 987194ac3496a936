/** A piece of the bytes that travel with a message. */
interface Place {
  readonly start: number
  readonly length: number
}

/** Lists of things found, with the bytes of all their files in one buffer: it changes hands, nothing is copied a second time. */
export interface Packed {
  readonly lists: readonly (readonly object[])[]
  readonly bytes: ArrayBuffer
}

const bytesOf = (found: object): Uint8Array | null => ('bytes' in found && found.bytes instanceof Uint8Array ? found.bytes : null)

/** Takes the bytes out of what was found and puts them side by side, those of each file once. */
export function pack(lists: readonly (readonly object[])[]): Packed {
  const places = new Map<Uint8Array, Place>()
  let end = 0
  for (const list of lists) {
    for (const found of list) {
      const bytes = bytesOf(found)
      if (bytes === null || places.has(bytes)) continue
      places.set(bytes, { start: end, length: bytes.length })
      end += bytes.length
    }
  }
  const all = new Uint8Array(end)
  for (const [bytes, { start }] of places) all.set(bytes, start)
  const placed = (found: object): object => {
    const bytes = bytesOf(found)
    return bytes === null ? found : { ...found, bytes: places.get(bytes) }
  }
  return { lists: places.size === 0 ? lists : lists.map((list) => list.map(placed)), bytes: all.buffer }
}

/** The way back from `pack`: each thing with its bytes, which are seen in the buffer and not copied. */
export const unpack = ({ lists, bytes }: Packed): readonly (readonly object[])[] =>
  lists.map((list) =>
    list.map((found) => {
      if (!('bytes' in found)) return found
      const { start, length } = found.bytes as Place // Put there by `pack`.
      return { ...found, bytes: new Uint8Array(bytes, start, length) }
    }),
  )
