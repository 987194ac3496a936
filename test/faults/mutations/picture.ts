import { deflateSync } from 'node:zlib'
import { pngChunk } from '../../fixtures/reader/bakedPng'
import { mutateBytes } from './anyBytes'
import { below, bytesOf, oneOf, type Random, someLength } from './choose'

interface Piece {
  readonly type: string
  readonly data: Uint8Array
}

const signatureBytes = 8
const types = ['iTXt', 'tEXt', 'zTXt', 'IEND', 'IDAT', 'IHDR', 'caBX', '\0\0\0\0']
const keywords = ['openbadges', 'openbadgecredential', 'clrcredential', 'OpenBadges', '', 'x'.repeat(80)]

function chunksOf(bytes: Uint8Array): readonly Piece[] {
  const png = Buffer.from(bytes)
  const pieces: Piece[] = []
  for (let at = signatureBytes; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    pieces.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return pieces
}

/** Changes the text of a chunk, whatever its flags. */
function otherText(data: Uint8Array, changed: (text: string) => string, random: Random): Uint8Array {
  const end = Buffer.from(data).indexOf('\0\0\0\0\0')
  const text = end === -1 ? '{}' : Buffer.from(data.subarray(end + 5)).toString('utf8')
  const body = changed(text)
  const packed = random() < 0.3
  const flags = oneOf(random, ['\0\0\0\0', '\0\0ja\0\0', '\x02\0\0\0', '\0\0', ''])
  return Buffer.concat([bytesOf(`${oneOf(random, keywords)}\0${packed ? '\x01\0\0\0' : flags}`), packed ? deflateSync(bytesOf(body)) : bytesOf(body)])
}

/** A picture whose chunks were changed, moved, doubled, dropped or filled, with true checksums again, so that what is inside is reached. */
export function mutatePicture(bytes: Uint8Array, changed: (text: string) => string, random: Random): Uint8Array {
  const chunks = chunksOf(bytes)
  const at = below(random, chunks.length)
  const texts = chunks.flatMap(({ type }, index) => (type === 'iTXt' ? [index] : []))
  const text = texts.length === 0 ? at : oneOf(random, texts)
  const put = (index: number, change: (piece: Piece) => readonly Piece[]) => chunks.flatMap((piece, each) => (each === index ? change(piece) : [piece]))
  const faults: readonly (() => readonly Piece[])[] = [
    () => put(text, ({ type, data }) => [{ type, data: otherText(data, changed, random) }]),
    () => put(text, ({ type, data }) => [{ type, data: otherText(data, changed, random) }]),
    () => put(text, ({ type, data }) => [{ type, data: mutateBytes(data, bytes, random) }]),
    () => put(at, ({ data }) => [{ type: oneOf(random, types), data }]),
    () => put(at, (piece) => Array.from({ length: someLength(random, 300) }, () => piece)),
    () => put(at, () => []),
    () => chunks.toSorted(() => random() - 0.5),
    () =>
      put(at, (piece) => [
        piece,
        { type: 'zTXt', data: Buffer.concat([bytesOf('openbadges\0\0'), deflateSync(Buffer.alloc(someLength(random, 8_000_000), 0x20))]) },
      ]),
    () => put(at, (piece) => [...Array.from({ length: someLength(random, 60_000) }, () => ({ type: 'tEXt', data: new Uint8Array() })), piece]),
  ]
  const picture = Buffer.concat([bytes.subarray(0, signatureBytes), ...oneOf(random, faults)().map(({ type, data }) => pngChunk(type, data))])
  if (random() < 0.1)
    picture.writeUInt32BE(oneOf(random, [0xffffffff, 0x7fffffff, picture.length, 0]), Math.min(signatureBytes + below(random, 40), picture.length - 4))
  return picture
}
