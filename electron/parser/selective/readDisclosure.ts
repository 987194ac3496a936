import { createHash } from 'node:crypto'
import type { JsonValue } from '../../../shared/model/json'
import { readJson } from '../../reader'
import { jwsPart } from '../../reader/jws/jwsParts'
import { strictUtf8 } from '../../reader/text/decodeText'

/** A claim or list element that the holder shows: its value, and the digest the issuer signed in its place. */
export interface Disclosure {
  readonly digest: string
  /** The claim's name; null for an element of a list. */
  readonly name: string | null
  readonly value: JsonValue
}

/** A hash function that digests are made with, as node:crypto names it. */
export type DisclosureHash = 'sha256' | 'sha384' | 'sha512'

/** Hash functions by their name in `_sd_alg`. @source RFC 9901, section 4.1.1; IANA, Named Information Hash Algorithm Registry */
export const hashAlgorithms: Readonly<Record<string, DisclosureHash>> = { 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512' }

/** Names no claim may bear: they are the marks of disclosure itself, or change what an object is. */
const reservedNames = new Set(['_sd', '...', '__proto__'])

/**
 * A disclosure as it was presented.
 *
 * @returns null where it is not base64url of a list `[salt, name, value]` or `[salt, value]` that says one thing, or its name is reserved.
 * @source RFC 9901, sections 4.2.1, 4.2.2 and 4.2.3
 */
export function readDisclosure(text: string, hash: DisclosureHash): Disclosure | null {
  const part = jwsPart(text)
  const json = part.isExact ? strictUtf8(part.bytes) : null
  const reading = json === null ? null : readJson(json, true)
  if (!reading?.ok || reading.problems.length > 0 || !Array.isArray(reading.value)) return null
  const [salt, ...rest] = reading.value as readonly JsonValue[]
  const name = rest.length === 2 ? rest[0] : null
  if (typeof salt !== 'string' || rest.length < 1 || rest.length > 2) return null
  if (name !== null && (typeof name !== 'string' || reservedNames.has(name))) return null
  return { digest: createHash(hash).update(text, 'ascii').digest('base64url'), name, value: rest.at(-1)! }
}
