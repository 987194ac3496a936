import { type Database, dependentCredentialIds, type ReverifyScope, readDependencies } from '../../../store'
import { addressesOf, type Dependencies, isAffected } from '../../../verifier'
import type { ChangedDocuments } from './reverifyRequest'

/** Ids of credentials that changed documents could affect by their stored dependencies, and of those without stored dependencies. No badge is read. */
export function possiblyAffected(db: Database, { documents, within }: ChangedDocuments, { notFrom }: Pick<ReverifyScope, 'notFrom'>): readonly number[] {
  const addresses = new Set(documents.flatMap(addressesOf))
  const dependenciesIds = readDependencies(db)
    // Written by the intake: each is of this shape.
    .filter((one) => isAffected(JSON.parse(one.addresses) as Dependencies, addresses, within))
    .map(({ id }) => id)
  return dependentCredentialIds(db, { dependenciesIds, hostedUrls: [...addresses], ...(notFrom === undefined ? {} : { notFrom }) })
}
