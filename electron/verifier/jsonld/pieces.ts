import { hash } from 'node:crypto'
import type { LabelDigest } from './canonicalize'

/** Lines that come in many documents, and their bytes: turned into UTF-8 once. */
export interface Lasting {
  readonly text: string
  readonly bytes: Uint8Array
}

/** A canonical text in the pieces it was put together from, each of whole lines. */
export type Pieces = readonly (string | Lasting)[]

export const lasting = (text: string): Lasting => ({ text, bytes: Buffer.from(text, 'utf8') })

export const wholeOf = (pieces: Pieces): string => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')

/** Where pieces are put together before they are hashed. Nothing is kept in it from one text to the next. */
const bench = Buffer.allocUnsafeSlow(1 << 17)

/** Of one UTF-16 unit come at most three bytes. */
const mostBytes = (pieces: Pieces): number => 3 * pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece : piece.text).length, 0)

/** The digest of a text: the same as that of all its pieces in one. */
export function digestOf(pieces: Pieces, algorithm: LabelDigest): Buffer {
  if (mostBytes(pieces) > bench.length) return hash(algorithm, wholeOf(pieces), 'buffer')
  let [end, loose] = [0, '']
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      loose += piece
      continue
    }
    end += bench.write(loose, end, 'utf8')
    loose = ''
    bench.set(piece.bytes, end)
    end += piece.bytes.length
  }
  end += bench.write(loose, end, 'utf8')
  return hash(algorithm, bench.subarray(0, end), 'buffer')
}
