import { DefaultDeserializer, DefaultSerializer } from 'node:v8'
import { putBackTexts, takeOutTexts } from './longTexts'

/** A piece of the bytes of a message. */
interface Place {
  readonly start: number
  readonly length: number
}

/**
 * How a list is written. `texts`: values of texts, numbers and nulls alone, as JSON with its long texts outside. `clone`: values from documents, by V8's
 * structured clone, since JSON has no −0; it retains every object until a garbage collection, which is costly for many.
 */
export type PackForm = 'texts' | 'clone'

/**
 * Lists of found things, one for each unit, as one buffer with the files' own bytes at its end. It is transferred between threads and decoded only when it is
 * needed: decoding early would promote its objects to the old generation.
 */
export interface Packed {
  readonly form: PackForm
  readonly count: number
  /** Where the files' bytes begin. */
  readonly filesAt: number
  readonly bytes: ArrayBuffer
}

/** Packs list after list. Each is written at once, so that it need not be retained. */
export interface Packer {
  /** Takes the bytes out of the found things and puts them one after the other, those of a file once. */
  add(list: readonly object[]): void
  /** The buffer of everything that was added; the packer ends. */
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
    // Things of one file are adjacent.
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

/** The lists in a buffer: the bytes of each thing are a view of the buffer, not a copy. */
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

/** Frees the memory of messages whose lists are no longer needed. They are few and large: the garbage collector would run only after many of them. */
export function release(lists: readonly (readonly object[])[]): void {
  const buffers = new Set(lists.flat().flatMap((found) => bytesOf(found)?.buffer ?? []))
  // Node 20 has no `transfer`, and leaves it to the garbage collector.
  for (const buffer of buffers) if (buffer instanceof ArrayBuffer && 'transfer' in buffer) buffer.transfer(0)
}
