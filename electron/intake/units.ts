import type { Unit } from './unit'

/** Units in order: a list of them, or one that makes each when it is asked for. */
export interface Units {
  readonly length: number
  slice(start: number, end: number): readonly Unit[]
}

/** The same units without an object and a text for each: those of a million would fill half the memory. */
export function compactUnits(units: readonly Unit[]): Units {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const paths = [...new Set(units.map(({ path }) => path))]
  const numbers = new Map(paths.map((path, number) => [path, number]))
  const lengths = units.map(({ source }) => Buffer.byteLength(source, 'utf8'))
  const ends = new Float64Array(units.length + 1)
  for (const [place, length] of lengths.entries()) ends[place + 1] = ends[place]! + length
  const labels = new Uint8Array(ends[units.length]!)
  const [pathOf, entries, sizes] = [new Uint32Array(units.length), new Int32Array(units.length), new Float64Array(units.length)]
  for (const [place, { source, path, entry, size }] of units.entries()) {
    encoder.encodeInto(source, labels.subarray(ends[place], ends[place + 1]))
    pathOf[place] = numbers.get(path)!
    entries[place] = entry ?? -1
    sizes[place] = size
  }
  const unit = (place: number): Unit => ({
    source: decoder.decode(labels.subarray(ends[place], ends[place + 1])),
    path: paths[pathOf[place]!]!,
    entry: entries[place] === -1 ? null : entries[place]!,
    size: sizes[place]!,
  })
  return {
    length: units.length,
    slice: (start, end) => Array.from({ length: Math.max(0, Math.min(end, units.length) - start) }, (_, place) => unit(start + place)),
  }
}
