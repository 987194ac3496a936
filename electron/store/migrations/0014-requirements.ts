/**
 * 必要な力, as they are entered. Divisions and skills are named by their code and path and not by reference: a requirement stays when either is gone, and is
 * shown as such. Days are half-open; null leaves a side open. The history is in the audit log, an entry for each row, with an index of its own.
 */
export const sql = `
CREATE TABLE requirement (
  id TEXT PRIMARY KEY,
  division_code TEXT,
  skill TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  rule TEXT NOT NULL CHECK (rule IN ('people', 'share')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  reach TEXT NOT NULL CHECK (reach IN ('division', 'sections')),
  posts TEXT NOT NULL,
  job_types TEXT NOT NULL,
  employments TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE requirement_exception (
  id TEXT PRIMARY KEY,
  requirement_id TEXT NOT NULL REFERENCES requirement (id) ON DELETE CASCADE,
  division_code TEXT NOT NULL,
  rule TEXT CHECK (rule IN ('people', 'share')),
  amount INTEGER CHECK (amount > 0),
  note TEXT NOT NULL,
  UNIQUE (requirement_id, division_code),
  CHECK ((rule IS NULL) = (amount IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_of_requirements ON audit (subject, id) WHERE action IN ('requirement.save', 'requirement.remove');
`
