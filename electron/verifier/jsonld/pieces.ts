import { hash } from 'node:crypto'
import type { LabelDigest } from './canonicalize'

/** Lines that come in many documents, and their bytes: turned into UTF-8 once. */
export interface CachedLines {
  readonly text: string
  readonly bytes: Uint8Array
  /** Of these lines alone. */
  readonly digests: { sha256?: Buffer; sha384?: Buffer }
}

/** A canonical text in the pieces it was put together from, each of whole lines. */
export type Pieces = readonly (string | CachedLines)[]

export const cachedLines = (text: string): CachedLines => ({ text, bytes: Buffer.from(text, 'utf8'), digests: {} })

export const wholeOf = (pieces: Pieces): string => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')

/** Where pieces are put together before they are hashed. Nothing is kept in it from one text to the next. */
const buffer = Buffer.allocUnsafeSlow(1 << 17)

/** Of one UTF-16 unit come at most three bytes. */
const mostBytes = (pieces: Pieces): number => 3 * pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece : piece.text).length, 0)

/** That of lines that are a whole text, as proof options are. */
function digestAlone({ bytes, digests }: CachedLines, algorithm: LabelDigest): Buffer {
  digests[algorithm] ??= hash(algorithm, bytes, 'buffer')
  return digests[algorithm]
}

/** The digest of a text, to be read only: the same as that of all its pieces in one. */
export function digestOf(pieces: Pieces, algorithm: LabelDigest): Buffer {
  const [first] = pieces
  if (pieces.length === 1 && typeof first === 'object') return digestAlone(first, algorithm)
  if (mostBytes(pieces) > buffer.length) return hash(algorithm, wholeOf(pieces), 'buffer')
  let [end, loose] = [0, '']
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      loose += piece
      continue
    }
    end += buffer.write(loose, end, 'utf8')
    loose = ''
    buffer.set(piece.bytes, end)
    end += piece.bytes.length
  }
  end += buffer.write(loose, end, 'utf8')
  return hash(algorithm, buffer.subarray(0, end), 'buffer')
}
