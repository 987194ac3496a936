/**
 * Each verdict keeps when it was first made, why, and which verification of many it was part of.
 * `at` goes on saying when it was last found to hold.
 */
export const sql = `
ALTER TABLE verification ADD COLUMN made_at TEXT;
ALTER TABLE verification ADD COLUMN why TEXT CHECK (why IN ('import', 'register', 'documents', 'roster', 'undo'));
ALTER TABLE verification ADD COLUMN run INTEGER;
CREATE INDEX verification_of_run ON verification (run) WHERE run IS NOT NULL;
`
