/**
 * An undo that has begun and not ended: which step it is at, and its sums so far. Its import is in the state it had before until the undo has ended.
 * `documents` waits for the engine, which remembers what is to be verified again before the supporting documents go.
 *
 * A learned link keeps the credential it was learned from, so that it goes with the last one that bears its identity.
 *
 * What earlier undos left in the logs of their imports, names of files and of achievements, is erased.
 *
 * Originals whose bytes no longer have their digest are named, so that no verdict is made from them.
 */
export const sql = `
CREATE TABLE undo (
  import_id TEXT PRIMARY KEY REFERENCES import (id),
  ends_as TEXT NOT NULL CHECK (ends_as IN ('undone', 'cancelled')),
  step TEXT NOT NULL CHECK (step IN ('requests', 'credentials', 'verdicts', 'matches', 'documents', 'supports', 'lines', 'envelopes', 'space', 'end')),
  cursor INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  supports INTEGER NOT NULL DEFAULT 0,
  verdicts INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
ALTER TABLE recipient_link ADD COLUMN credential_id INTEGER;
CREATE INDEX recipient_link_learned_from ON recipient_link (credential_id) WHERE credential_id IS NOT NULL;
CREATE TABLE damaged_original (
  original_id INTEGER PRIMARY KEY REFERENCES original (id) ON DELETE CASCADE,
  found_at TEXT NOT NULL
) STRICT;
UPDATE import_item SET source = '', achievement_name = NULL, sha256 = NULL, problem_at = NULL, problem_detail = NULL, credential_id = NULL, support_id = NULL
  WHERE import_id IN (SELECT id FROM import WHERE state IN ('undone', 'cancelled'));
DELETE FROM envelope WHERE import_id IN (SELECT id FROM import WHERE state IN ('undone', 'cancelled'));
UPDATE import SET sources = '["*"]', remaining = NULL WHERE state IN ('undone', 'cancelled');
`
