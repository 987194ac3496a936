import { base58 } from '@scure/base'
import { failure } from '../../../shared/model/problem'
import { remember } from '../remember'
import { ecKey, ed25519Key, type KeyReading, readPublicKey, rsaKey } from './publicKey'

/** A key type by its multicodec prefix (an unsigned varint), and how its bytes are read. */
const codecs: readonly { readonly prefix: readonly [number, number]; readonly read: (bytes: Uint8Array) => KeyReading }[] = [
  { prefix: [0xed, 0x01], read: ed25519Key },
  { prefix: [0x80, 0x24], read: (bytes) => compressed(33, () => ecKey('P-256', bytes), bytes) },
  { prefix: [0x81, 0x24], read: (bytes) => compressed(49, () => ecKey('P-384', bytes), bytes) },
  { prefix: [0x85, 0x24], read: (bytes) => rsaKey(readPublicKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs1' })) },
  // Known and not implemented: secp256k1, P-521, Ed448, BLS12-381 G2. Not malformed, but unsupported.
  ...[0xe701, 0x8224, 0x8324, 0xeb01].map((prefix) => ({ prefix: [prefix >> 8, prefix & 0xff] as const, read: unsupported })),
]

function unsupported(): KeyReading {
  return failure({ code: 'key.unsupported-type' })
}

const compressed = (length: number, read: () => KeyReading, bytes: Uint8Array): KeyReading =>
  bytes.length === length ? read() : failure({ code: 'key.malformed' })

/** No known key is longer: an RSA key of 16384 bits takes about 2,800 characters. base58 costs the square of its length. */
const longest = 3000

export function readBase58(text: string): Uint8Array | null {
  if (text.length > longest || !/^[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return null
  return base58.decode(text)
}

/** A bundle names few keys, and unpacking a point costs more than verifying with it. The oldest is dropped where the cache is full. */
const known = new Map<string, KeyReading>()
const knownLimit = 256

/**
 * The key of `publicKeyMultibase` and of did:key: base58btc (`z`) over a multicodec prefix and the key.
 *
 * @source Controlled Identifiers 1.0, section 2.2.2 (Multikey); did:key method, section 3.1
 */
export function multikey(text: string): KeyReading {
  const before = known.get(text)
  if (before) return before
  const bytes = text.startsWith('z') ? readBase58(text.slice(1)) : null
  const codec = bytes && codecs.find(({ prefix }) => bytes[0] === prefix[0] && bytes[1] === prefix[1])
  if (!bytes || !codec) return failure({ code: 'key.malformed' })
  const reading = codec.read(bytes.subarray(2))
  remember(known, knownLimit, text, reading)
  return reading
}
