import { failure } from '../../../shared/model/problem'
import { pkcs1Key, spkiKey } from './keyInfo'
import type { KeyReading } from './publicKey'

const malformed: KeyReading = failure({ code: 'key.malformed' })

/** No known key is longer: an RSA key of 16384 bits takes about 2,800 characters. */
const longest = 20_000

/**
 * The key of a PEM text, as in Open Badges 2.0 (`publicKeyPem`) and the register: that of its first public key. A certificate is refused.
 *
 * Programs need line breaks in it; JSON, forms and mail turn them into blanks, the two letters `\n`, or nothing, and the key is the same.
 *
 * @source RFC 7468, sections 2 (parsers may ignore whitespace), 3 (lax form) and 13; Open Badges 2.0, CryptographicKey
 */
export function pemKey(text: string): KeyReading {
  if (text.includes('PRIVATE KEY')) return failure({ code: 'key.private-member', detail: 'PRIVATE KEY' })
  const [, label, body = ''] = (text.length < longest && /-----BEGIN ((?:RSA )?PUBLIC KEY)-----([^-]*)-----END \1-----/.exec(text)) || []
  const base64 = body.replace(/\\[nr]|\s/g, '')
  if (label === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return malformed
  const der = Buffer.from(base64, 'base64')
  return label === 'PUBLIC KEY' ? spkiKey(der) : pkcs1Key(der)
}
