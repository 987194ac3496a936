import { isObject } from '../../../shared/model/json'
import { failure } from '../../../shared/model/problem'
import { readJson } from '../../reader'
import { remember } from '../remember'
import { readBase64url } from './base64url'
import { jwkKey } from './jwk'
import type { KeyReading } from './publicKey'
import { absoluteAddress, type KeySource, splitAddress } from './source'

/** A bundle repeats few issuers, and reading an RSA key costs far more than verifying with it. The oldest is dropped where the cache is full. */
const known = new Map<string, KeyReading>()
const knownLimit = 256

/** The key of a did:jwk: base64url of a JWK. */
export function didJwkKey(did: string): KeyReading {
  const before = known.get(did)
  if (before) return before
  const reading = readDidJwk(did)
  if (reading.ok) remember(known, knownLimit, did, reading)
  return reading
}

function readDidJwk(did: string): KeyReading {
  const bytes = readBase64url(did.slice('did:jwk:'.length))
  const text = bytes?.toString('utf8') ?? ''
  // A byte order mark belongs to files: the text of a key has none, and other programs refuse it.
  const read = text.startsWith('\ufeff') ? null : readJson(text)
  // An ambiguous text names two keys.
  return read?.ok && read.problems.length === 0 && isObject(read.value) ? jwkKey(read.value) : failure({ code: 'key.malformed' })
}

/** did:jwk: the identifier is the key, its one verification method is `#0`. @source did:jwk method, section 3 */
export const didJwk: KeySource = {
  id: 'did:jwk',
  source: 'did:jwk method, section 3',
  selfCertifying: true,
  find({ method, issuerId }) {
    const { base, fragment } = splitAddress(absoluteAddress(method ?? '', issuerId))
    if (!base.startsWith('did:jwk:')) return null
    const reading = fragment === null || fragment === '0' ? didJwkKey(base) : failure({ code: 'key.malformed' as const })
    return { reading, controller: base, forAssertion: true, problems: [] }
  },
}
