/**
 * Held credentials that are still to be judged again, and why: what was stopped half-way is gone on with later. `asked` tells requests apart, the later the
 * greater. And the lists of addresses that were written for the courier, by the name each bears: what answers one of them was asked for from here.
 */
export const sql = `
CREATE TABLE outstanding (
  credential_id INTEGER NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  asked INTEGER NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('import', 'register', 'documents', 'roster', 'undo')),
  import_id TEXT REFERENCES import (id),
  PRIMARY KEY (credential_id, asked)
) STRICT, WITHOUT ROWID;
CREATE INDEX outstanding_of_import ON outstanding (import_id) WHERE import_id IS NOT NULL;
CREATE TABLE courier_list (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
