import { asText, type JsonObject } from '../../../shared/model/json'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import { type Placed, placeDisclosures } from './placeDisclosures'
import { type Disclosure, type DisclosureHash, hashAlgorithms, readDisclosure } from './readDisclosure'

/** A payload with what the holder shows in its places. */
export interface Disclosed extends Placed {
  readonly hash: DisclosureHash
}

const malformed: Problem = { code: 'jwt.disclosure' }

/**
 * Puts disclosures in the places of their digests.
 *
 * @param disclosures As presented, in any order.
 * @returns `jwt.algorithm` where the hash function is none of SHA-256, SHA-384 and SHA-512; `jwt.disclosure` where a disclosure is malformed or given twice,
 * or does not fit the payload.
 * @source RFC 9901, sections 4.1.1 and 7.1, steps 2 and 3
 */
export function applyDisclosures(payload: JsonObject, disclosures: readonly string[]): Result<Disclosed> {
  const { _sd_alg: algorithm = 'sha-256', ...claims } = payload
  const hash = typeof algorithm === 'string' && Object.hasOwn(hashAlgorithms, algorithm) ? hashAlgorithms[algorithm] : undefined
  if (hash === undefined) return failure({ code: 'jwt.algorithm', at: '/_sd_alg', detail: asText(algorithm) })
  const byDigest = new Map<string, Disclosure>()
  for (const text of disclosures) {
    const disclosure = readDisclosure(text, hash)
    if (disclosure === null || byDigest.has(disclosure.digest)) return failure(malformed)
    byDigest.set(disclosure.digest, disclosure)
  }
  const placed = placeDisclosures(claims, byDigest)
  return placed.ok ? success({ ...placed.value, hash }) : placed
}
