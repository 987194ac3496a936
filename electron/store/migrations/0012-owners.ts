/**
 * Which program is at work on which job, so that no other one does the same; see `owner.ts`. And the supporting documents whose effect on credentials stored
 * earlier is not asked for yet: what an import brought that was killed before its end.
 */
export const sql = `
CREATE TABLE job_owner (
  job TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  program TEXT NOT NULL CHECK (program IN ('window', 'command')),
  process_id INTEGER NOT NULL,
  process_start TEXT NOT NULL,
  host TEXT NOT NULL,
  since TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX job_owner_by_token ON job_owner (token);
CREATE TABLE unsettled_support (
  support_id INTEGER PRIMARY KEY REFERENCES support (id) ON DELETE CASCADE
) STRICT;
INSERT INTO unsettled_support (support_id)
  SELECT support.id FROM support JOIN import ON import.id = import_id WHERE state IN ('running', 'paused', 'interrupted');
`
