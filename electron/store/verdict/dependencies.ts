import { type Database, readAll, readOne, write } from '../database/statement'

/** Dependencies that the verdicts of many badges share. `addresses` is a text the engine writes and reads. */
export interface StoredDependencies {
  readonly id: number
  readonly addresses: string
}

/** The id under which dependencies are stored; they are added where they are new. */
export function dependenciesIdOf(db: Database, addresses: string): number {
  const stored = readOne<{ id: number }>(db, 'SELECT id FROM hanging WHERE addresses = :addresses', { addresses })
  return stored?.id ?? write(db, 'INSERT INTO hanging (addresses) VALUES (:addresses)', { addresses }).id
}

/** The dependencies of all verdicts, each once. */
export const readDependencies = (db: Database): readonly StoredDependencies[] =>
  readAll<StoredDependencies>(db, 'SELECT id, addresses FROM hanging ORDER BY id')

/** Ids of the credentials that have one of these dependencies or are hosted at one of these addresses, and of those whose dependencies were never stored. */
export const dependentCredentialIds = (
  db: Database,
  {
    dependenciesIds,
    hostedUrls,
    notFrom = null,
  }: { readonly dependenciesIds: readonly number[]; readonly hostedUrls: readonly string[]; readonly notFrom?: string | null },
): readonly number[] =>
  readAll<{ id: number }>(
    db,
    `SELECT id FROM credential
     WHERE (hangs_on IN (SELECT value FROM json_each(:dependenciesIds)) OR hosted_url IN (SELECT value FROM json_each(:hostedUrls)) OR hangs_on IS NULL)
       AND (:notFrom IS NULL OR import_id <> :notFrom)
     ORDER BY original_id, ordinal`,
    { dependenciesIds: JSON.stringify(dependenciesIds), hostedUrls: JSON.stringify(hostedUrls), notFrom },
  ).map(({ id }) => id)
