import { createHash } from 'node:crypto'
import type { Unit } from '../../intake'

/** What is there to be read, as one short text: an import can only be gone on with while it is the same. */
export function listingOf(units: readonly Unit[]): string {
  // The JSON of all labels, piece by piece: of a million it would be one text of a hundred megabytes.
  const listing = createHash('sha256').update('[')
  for (const [place, { source }] of units.entries()) listing.update(`${place === 0 ? '' : ','}${JSON.stringify(source)}`)
  return listing.update(']').digest('hex')
}
