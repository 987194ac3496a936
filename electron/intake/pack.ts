import { deserialize, serialize } from 'node:v8'

/** A piece of the bytes that travel with a message. */
interface Place {
  readonly start: number
  readonly length: number
}

/**
 * Lists of things found, one for each unit, as one run of bytes with the files' own bytes behind them. It changes hands and is opened only when it is its
 * turn: until then it is no burden to the engine's memory, which would take what waits for what stays.
 */
export interface Packed {
  readonly count: number
  /** Where the files' bytes begin. */
  readonly filesAt: number
  readonly bytes: ArrayBuffer
}

const bytesOf = (found: object): Uint8Array | null => ('bytes' in found && found.bytes instanceof Uint8Array ? found.bytes : null)

/** Takes the bytes out of what was found and puts them side by side, those of each file once. */
export function pack(lists: readonly (readonly object[])[]): Packed {
  const places = new Map<Uint8Array, Place>()
  let end = 0
  const placeOf = (bytes: Uint8Array): Place => {
    const known = places.get(bytes)
    if (known !== undefined) return known
    const place = { start: end, length: bytes.length }
    places.set(bytes, place)
    end += bytes.length
    return place
  }
  const text = serialize(
    lists.map((list) =>
      list.map((found) => {
        const bytes = bytesOf(found)
        return bytes === null ? found : { ...found, bytes: placeOf(bytes) }
      }),
    ),
  )
  const all = new Uint8Array(text.length + end)
  all.set(text)
  for (const [bytes, { start }] of places) all.set(bytes, text.length + start)
  return { count: lists.length, filesAt: text.length, bytes: all.buffer }
}

/** The way back from `pack`: each thing with its bytes, which are seen in the buffer and not copied. */
export function unpack({ filesAt, bytes }: Packed): readonly (readonly object[])[] {
  const lists = deserialize(new Uint8Array(bytes, 0, filesAt)) as readonly (readonly object[])[] // Written by `pack`.
  return lists.map((list) =>
    list.map((found) => {
      if (!('bytes' in found)) return found
      const { start, length } = found.bytes as Place // Put there by `pack`.
      return Object.assign(found, { bytes: new Uint8Array(bytes, filesAt + start, length) })
    }),
  )
}
