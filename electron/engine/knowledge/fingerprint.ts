import type { IssuerRegister } from '../../../shared/model/register'
import { pinsOf } from '../../verifier'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A key's digest in groups, for reading aloud and comparing with paper: the first 160 bits of the SHA-256 over its SubjectPublicKeyInfo,
 * in Crockford's base 32 (no I, L, O, U), eight groups of four.
 *
 * @param thumbprint SHA-256 as hex.
 */
export function fingerprint(thumbprint: string): string {
  const bits = [...thumbprint.slice(0, 40)].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  const letters = Array.from({ length: 32 }, (_, index) => alphabet[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join('')
  return letters.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** The keys of a registered issuer with their fingerprints; a malformed key has an empty fingerprint and is shown by its id alone. */
export const registerFingerprints = (register: IssuerRegister, issuerId: string) =>
  register.issuers
    .filter(({ id }) => id === issuerId)
    .flatMap(pinsOf)
    .map(({ id, reading, validFrom, validUntil }) => ({ id, fingerprint: reading.ok ? fingerprint(reading.value.thumbprint) : '', validFrom, validUntil }))
