import { createHash } from 'node:crypto'
import type { Staff } from '../people/staff'
import type { Random } from '../random'
import type { Recipient } from './award'

function hashed(algorithm: 'sha256' | 'md5', email: string, salt: string | null): Recipient {
  const hash = createHash(algorithm)
    .update(email + (salt ?? ''), 'utf8')
    .digest('hex')
  return { kind: 'hash', identity: `${algorithm}$${hash}`, salt }
}

/**
 * How a badge names an address: mostly by a salted SHA-256, at times by an older or odder way that is still right.
 *
 * @source Open Badges 2.0, IdentityObject and IdentityHash
 */
export function nameAddress(email: string, random: Random): Recipient {
  const share = random.next()
  const salt = random.hex(16)
  if (share < 0.04) return hashed('sha256', email, null)
  if (share < 0.06) return hashed('sha256', email, '')
  if (share < 0.08) return hashed('md5', email, salt)
  if (share < 0.11) return { kind: 'email', email }
  if (share < 0.18) return hashed('sha256', email.toLowerCase(), salt)
  const usual = hashed('sha256', email, salt)
  if (share < 0.21 && usual.kind === 'hash') return { ...usual, identity: `sha256$${usual.identity.slice(7).toUpperCase()}` }
  return usual
}

/** Can a badge of any standard name the person? Open Badges 2.0 has no agreed way to name a DID. */
export const hasAddress = (person: Staff): boolean => person.emails.length > 0

export function nameHolder(person: Staff, random: Random): Recipient {
  if (person.did) return { kind: 'did', did: person.did }
  return nameAddress(random.pick(person.emails), random)
}

/** An address nobody in the roster has: somebody who left, or a school's. */
export const nameStranger = (random: Random): Recipient => nameAddress(`taishoku-${random.hex(6)}@moto-shokuin.example`, random)
