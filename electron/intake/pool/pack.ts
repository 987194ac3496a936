import { DefaultDeserializer, DefaultSerializer } from 'node:v8'
import { putBackTexts, takeOutTexts } from './longTexts'

/** A piece of the bytes that travel with a message. */
interface Place {
  readonly start: number
  readonly length: number
}

/**
 * How a list is written down. `texts`: what consists of texts, numbers and nulls alone, as JSON with its long texts beside. `clone`: values out of somebody's
 * document, by the engine's own clone, since JSON knows no −0; it keeps hold of every object it has seen until the collector of garbage comes by, which makes
 * it dear where there is much.
 */
export type PackForm = 'texts' | 'clone'

/**
 * Lists of things found, one for each unit, as one run of bytes with the files' own bytes behind them. It changes hands and is opened only when it is its
 * turn: until then it is no burden to the engine's memory, which would take what waits for what stays.
 */
export interface Packed {
  readonly form: PackForm
  readonly count: number
  /** Where the files' bytes begin. */
  readonly filesAt: number
  readonly bytes: ArrayBuffer
}

/** Packs list after list. Each is written down as it comes: what was found need not outlive its unit. */
export interface Packer {
  /** Takes the bytes out of what was found and puts them side by side, those of a file once. */
  add(list: readonly object[]): void
  /** Everything that was added, and the end of it. */
  seal(): Packed
}

const bytesOf = (found: object): Uint8Array | null => ('bytes' in found && found.bytes instanceof Uint8Array ? found.bytes : null)

export function beginPack(form: PackForm): Packer {
  const serializer = new DefaultSerializer()
  serializer.writeHeader()
  const files: { readonly bytes: Uint8Array; readonly start: number }[] = []
  let [count, end] = [0, 0]
  const placeOf = (bytes: Uint8Array): Place => {
    const { length } = bytes
    // Things of one file follow each other.
    const last = files.at(-1)
    if (last?.bytes === bytes) return { start: last.start, length }
    files.push({ bytes, start: end })
    end += length
    return { start: end - length, length }
  }
  return {
    add: (list) => {
      const withPlaces = list.map((found) => {
        const bytes = bytesOf(found)
        return bytes === null ? found : { ...found, bytes: placeOf(bytes) }
      })
      count += 1
      if (form === 'clone') {
        serializer.writeValue(withPlaces)
        return
      }
      const { rest, texts } = takeOutTexts(withPlaces)
      serializer.writeValue(JSON.stringify(rest))
      serializer.writeUint32(texts.length)
      for (const text of texts) serializer.writeValue(text)
    },
    seal: () => {
      const lists = serializer.releaseBuffer()
      const all = new Uint8Array(lists.length + end)
      all.set(lists)
      for (const { bytes, start } of files) all.set(bytes, lists.length + start)
      return { form, count, filesAt: lists.length, bytes: all.buffer }
    },
  }
}

function readTexts(from: DefaultDeserializer): unknown {
  const rest: unknown = JSON.parse(String(from.readValue()))
  const texts = Array.from({ length: from.readUint32() }, () => String(from.readValue()))
  return putBackTexts(rest, texts)
}

/** The lists that were packed: each thing with its bytes, which are seen in the buffer and not copied. */
export function unpack({ form, count, filesAt, bytes }: Packed): readonly (readonly object[])[] {
  const from = new DefaultDeserializer(new Uint8Array(bytes, 0, filesAt))
  from.readHeader()
  return Array.from({ length: count }, () => {
    const list = (form === 'clone' ? from.readValue() : readTexts(from)) as readonly object[] // Written by a packer.
    return list.map((found) => {
      if (!('bytes' in found)) return found
      const { start, length } = found.bytes as Place // Put there by a packer.
      return Object.assign(found, { bytes: new Uint8Array(bytes, filesAt + start, length) })
    })
  })
}

/**
 * Gives back the memory of the messages that lists came in, once nothing of them is needed any more. They are large and few: the collector of garbage would
 * come by only when many have gathered.
 */
export function release(lists: readonly (readonly object[])[]): void {
  const buffers = new Set(lists.flat().flatMap((found) => bytesOf(found)?.buffer ?? []))
  // Node 20 has no `transfer`, and waits for the collector.
  for (const buffer of buffers) if (buffer instanceof ArrayBuffer && 'transfer' in buffer) buffer.transfer(0)
}
