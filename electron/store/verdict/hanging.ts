import { type Database, readAll, readOne, write } from '../database/statement'

/** What the verdicts of many badges hang on. `addresses` is a text of the engine's own making. */
export interface Hanging {
  readonly id: number
  readonly addresses: string
}

/** The number that stands for it. */
export function hangingIdOf(db: Database, addresses: string): number {
  const held = readOne<{ id: number }>(db, 'SELECT id FROM hanging WHERE addresses = :addresses', { addresses })
  return held?.id ?? write(db, 'INSERT INTO hanging (addresses) VALUES (:addresses)', { addresses }).id
}

/** Everything that verdicts hang on. */
export const readHangings = (db: Database): readonly Hanging[] => readAll<Hanging>(db, 'SELECT id, addresses FROM hanging ORDER BY id')

/** The store's own ids of held credentials that hang on one of these or are hosted at one of these addresses, and of those of which it was never kept. */
export const hangingCredentials = (
  db: Database,
  {
    hangingIds,
    hostedUrls,
    notFrom = null,
  }: { readonly hangingIds: readonly number[]; readonly hostedUrls: readonly string[]; readonly notFrom?: string | null },
): readonly number[] =>
  readAll<{ id: number }>(
    db,
    `SELECT id FROM credential
     WHERE (hangs_on IN (SELECT value FROM json_each(:hangingIds)) OR hosted_url IN (SELECT value FROM json_each(:hostedUrls)) OR hangs_on IS NULL)
       AND (:notFrom IS NULL OR import_id <> :notFrom)
     ORDER BY original_id, ordinal`,
    { hangingIds: JSON.stringify(hangingIds), hostedUrls: JSON.stringify(hostedUrls), notFrom },
  ).map(({ id }) => id)
