import type { Database } from '../database/statement'
import { readOne } from '../database/statement'
import { readVersions } from './version'
import { areRivals, placeVersions } from './versionRule'

/** Another document that claims the same issuer and id. */
interface Rival {
  readonly credentialId: number
  /** The file it came from, as the import names it. */
  readonly source: string
}

/** At most so many rivals are named. */
const namedRivals = 10

/** The version that replaces a credential, and other documents that contest its id. */
export function readVersionFacts(
  db: Database,
  { credentialId, key }: { readonly credentialId: number; readonly key: string | null },
): { readonly replacedBy: number | null; readonly rivals: readonly Rival[] } {
  const versions = key === null ? [] : readVersions(db, key)
  const own = versions.find(({ id }) => id === credentialId)
  const place = placeVersions(versions).get(credentialId)
  if (own === undefined || place === undefined) return { replacedBy: null, rivals: [] }
  const rivals = versions
    .filter((one) => one.id !== credentialId && areRivals(one, own))
    .slice(0, namedRivals)
    // Just read: each id has its row.
    .map(({ id }): Rival => ({ credentialId: id, source: readOne<{ source: string }>(db, 'SELECT source FROM credential WHERE id = :id', { id })!.source }))
  return { replacedBy: place.supersededBy ?? place.followedBy, rivals }
}
