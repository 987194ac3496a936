import { hash } from 'node:crypto'
import type { LabelDigest } from './canonicalize'

/** Lines that occur in many documents, with their UTF-8 bytes. */
export interface CachedLines {
  readonly text: string
  readonly bytes: Uint8Array
  /** Digests of these lines alone. */
  readonly digests: { sha256?: Buffer; sha384?: Buffer }
}

/** A canonical text in pieces of whole lines. */
export type Pieces = readonly (string | CachedLines)[]

export const cachedLines = (text: string): CachedLines => ({ text, bytes: Buffer.from(text, 'utf8'), digests: {} })

export const wholeOf = (pieces: Pieces): string => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')

/** Where pieces are joined before they are hashed. Reused for every text. */
const buffer = Buffer.allocUnsafeSlow(1 << 17)

/** One UTF-16 unit takes at most three bytes. */
const mostBytes = (pieces: Pieces): number => 3 * pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece : piece.text).length, 0)

/** The digest of lines that are a whole text, as proof options are. */
function digestAlone({ bytes, digests }: CachedLines, algorithm: LabelDigest): Buffer {
  digests[algorithm] ??= hash(algorithm, bytes, 'buffer')
  return digests[algorithm]
}

/** The digest of a text, read only: that of all its pieces in one. */
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
