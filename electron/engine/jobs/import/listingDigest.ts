import { createHash } from 'node:crypto'
import type { Unit } from '../../../intake'

/** SHA-256 over the names of all units: an import can only be resumed while it is the same. */
export function listingDigest(units: readonly Unit[]): string {
  // The JSON array of all names, in pieces: for a million units it would be one text of a hundred megabytes.
  const listing = createHash('sha256').update('[')
  for (const [place, { source }] of units.entries()) listing.update(`${place === 0 ? '' : ','}${JSON.stringify(source)}`)
  return listing.update(']').digest('hex')
}
