import { base58 } from '@scure/base'
import { failure } from '../../../shared/model/problem'
import { remember } from '../remember'
import { pkcs1Key } from './keyInfo'
import { ecKey, ed25519Key, type KeyReading } from './publicKey'
import { unsupportedKey } from './unsupported'

/** A kind of key by its multicodec prefix (an unsigned varint, in hexadecimal), and how its bytes are read. */
const codecs: readonly { readonly prefix: string; readonly read: (bytes: Uint8Array) => KeyReading }[] = [
  { prefix: 'ed01', read: ed25519Key },
  { prefix: '8024', read: (bytes) => compressed(33, () => ecKey('P-256', bytes), bytes) },
  { prefix: '8124', read: (bytes) => compressed(49, () => ecKey('P-384', bytes), bytes) },
  { prefix: '8524', read: pkcs1Key },
  ...Object.entries({
    e701: 'secp256k1',
    ea01: 'BLS12-381 G1',
    eb01: 'BLS12-381 G2',
    ec01: 'X25519',
    ee01: 'BLS12-381 G1 and G2',
    ef01: 'sr25519',
    '8224': 'P-521',
    '8324': 'Ed448',
    '8424': 'X448',
    '8624': 'SM2',
    '9024': 'ML-DSA-44',
    '9124': 'ML-DSA-65',
    '9224': 'ML-DSA-87',
    d1d603: 'JWK',
  }).map(([prefix, name]) => ({ prefix, read: () => unsupportedKey(name) })),
]

const longestPrefix = 3

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
  const start = bytes && Buffer.from(bytes.subarray(0, longestPrefix)).toString('hex')
  const codec = start && codecs.find(({ prefix }) => start.startsWith(prefix))
  if (!bytes || !codec) return failure({ code: 'key.malformed' })
  const reading = codec.read(bytes.subarray(codec.prefix.length / 2))
  remember(known, knownLimit, text, reading)
  return reading
}
